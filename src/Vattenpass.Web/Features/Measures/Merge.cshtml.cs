using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

/// <summary>Two measures have become one: this one is closed, and tells where it goes on.</summary>
[Needs(Thing.Measures, Right.Write)]
public sealed class MergeModel(VattenpassDb db) : FormPage<MergeInput>(db)
{
    private List<Measure> open = [];
    public Measure Measure { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Others => [new("Välj en åtgärd", ""), .. open.Select(m => new SelectListItem(MeasureChoice.Text(m, tree), $"{m.Id}"))];

    private OrganisationTree tree = null!;

    protected override Basis MadeFrom => Basis.Whole(Measure);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.FollowUpMeasure, () =>
        {
            var other = open.Find(m => m.Id == Input.OtherId);
            Refusal.If(other is null, "Välj vilken åtgärd arbetet fortsätter i.", nameof(Input.OtherId));
            Measure.MergeInto(other!, Db.NewId(), Input.Reason ?? "", Me.PersonId, Me.Name, Db.Now);
        }, () => Redirect($"/atgarder/{Measure.MergedIntoId}"), "Åtgärderna är sammanslagna.")
        : await GoneAsync(() => Redirect("/atgarder"));

    private async Task<bool> LoadAsync(Guid id)
    {
        var measure = await Db.Measures.Include(m => m.Comments).FirstOrDefaultAsync(m => m.Id == id, Stop);
        if (measure is not { IsOpen: true } || !Me.May(Thing.Measures, Right.Write, measure)) return false;
        Measure = measure;
        tree = await TreeAsync();
        // One's own to change both: nobody is handed work without a say.
        open = [.. (await Db.Measures.Where(Measure.StillOpen).Where(m => m.Id != id && m.Status != MeasureStatus.Suggested).OrderBy(m => m.Title).ToListAsync(Stop)).Where(m => Me.May(Thing.Measures, Right.Write, m))];
        return true;
    }
}

public sealed class MergeInput
{
    public Guid? OtherId { get; set; }
    public string? Reason { get; set; }
}
