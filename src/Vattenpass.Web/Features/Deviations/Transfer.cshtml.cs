using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>Closed into a measure that is going on already: nothing is done twice.</summary>
[Needs(Thing.Deviations, Right.Decide)]
public sealed class TransferModel(VattenpassDb db) : DeviationPage<TransferInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Decide);

    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        var answer = await base.OnGetAsync(id);
        if (answer is not NotFoundResult) await ShowAsync();
        return answer;
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await StepAsync(id, Acts.CloseDeviation, async () =>
    {
        await ShowAsync();
        var chosen = Measures.FirstOrDefault(m => m.Value == $"{Input.MeasureId}");
        Refusal.If(chosen is null || chosen.Value.Length == 0, "Välj en öppen åtgärd.", nameof(Input.MeasureId));
        CloseModel.MustBeAssessed(Deviation);
        Deviation.TransferTo(Input.MeasureId!.Value, chosen!.Text, Input.Cause ?? "", Input.Feedback ?? "", Today, Me.PersonId);
    }, "Avvikelsen är överförd till åtgärden och avslutad.");

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        var open = await Db.Measures.AsNoTracking().Where(Measure.StillOpen).Where(m => m.Status != MeasureStatus.Suggested).ToListAsync(Stop);
        Measures = [new("Välj", ""), .. open.OrderBy(m => m.Title, SwedishOrder.Comparer).Select(m => new SelectListItem(m.Title, $"{m.Id}"))];
    }
}

public sealed class TransferInput
{
    public Guid? MeasureId { get; set; }
    public string? Cause { get; set; }
    public string? Feedback { get; set; }
}
