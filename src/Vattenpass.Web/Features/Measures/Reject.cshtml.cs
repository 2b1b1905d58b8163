using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

[Needs(Thing.Measures, Right.Write)]
public sealed class RejectModel(VattenpassDb db) : FormPage<RejectInput>(db)
{
    public Measure Measure { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Measure);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.FollowUpMeasure, () => Measure.Reject(Db.NewId(), Input.Text ?? "", Me.PersonId, Me.Name, Db.Now),
            () => Redirect("/atgarder"), "Förslaget är avböjt.")
        : await GoneAsync(() => Redirect("/atgarder"));

    private async Task<bool> LoadAsync(Guid id)
    {
        var measure = await Db.Measures.Include(m => m.Comments).FirstOrDefaultAsync(m => m.Id == id, Stop);
        if (measure is not { IsOpen: true } || !Me.May(Thing.Measures, Right.Write, measure)) return false;
        Measure = measure;
        return true;
    }
}

public sealed class RejectInput
{
    public string? Text { get; set; }
}
