using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

[Needs(Thing.Measures, Right.Write)]
public sealed class FollowUpModel(VattenpassDb db) : FormPage<FollowUpInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Statuses = [.. Enum.GetValues<MeasureStatus>()
        .Where(s => s is not MeasureStatus.Suggested)
        .Select(s => new SelectListItem(s.Swedish(), s.ToString()))];
    public Measure Measure { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Values(new FollowUpInput { Status = Measure.Status }).Only(nameof(Input.Status));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = new() { Status = Measure.Status, Period = Today.Month <= 9 ? $"Delår {Today.Year}" : $"Helår {Today.Year}" };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.FollowUpMeasure, () =>
        {
            Refusal.If(Input.Status is null, "Välj en status.", nameof(Input.Status));
            Measure.FollowUp(Db.NewId(), Input.Period ?? "", Input.Text ?? "", Input.Status!.Value, Me.PersonId, Me.Name, Db.Now);
        }, () => Redirect($"/atgarder/{id}"), "Uppföljningen är sparad.")
        : NotFound();

    private async Task<bool> LoadAsync(Guid id)
    {
        var measure = await Db.Measures.Include(m => m.Comments).FirstOrDefaultAsync(m => m.Id == id, Stop);
        if (measure is null || !Me.May(Thing.Measures, Right.Write, measure)) return false;
        Measure = measure;
        return true;
    }
}

public sealed class FollowUpInput
{
    public MeasureStatus? Status { get; set; }
    public string? Period { get; set; }
    public string? Text { get; set; }
}
