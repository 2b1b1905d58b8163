using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

/// <summary>A measure because of a deviation, because of a risk in a plan, or for a unit in general.</summary>
[Needs(Thing.Measures, Right.Write)]
public sealed class NewModel(VattenpassDb db) : MeasurePage(db)
{
    [BindProperty(SupportsGet = true, Name = "avvikelse")] public Guid? DeviationId { get; set; }
    [BindProperty(SupportsGet = true, Name = "risk")] public Guid? RiskId { get; set; }

    /// <summary>What somebody has proposed, in the words of a report.</summary>
    [BindProperty(SupportsGet = true, Name = "vad")] public string? Wanted { get; set; }

    private Deviation? deviation;
    private Risk? risk;
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public string Because => deviation?.Kind ?? risk?.Title ?? "";

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync()) return NotFound();
        Input.Start = Today;
        Input.Title = Wanted;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync()) return NotFound();
        return await SaveAsync(Acts.ChangeMeasure, () =>
        {
            var unit = deviation?.UnitId ?? risk?.Plan.UnitId ?? Input.UnitId;
            Refusal.If(unit is null || (Units.Count > 0
                && Units.All(u => u.Value != unit.ToString())), "Välj enhet.", nameof(Input.UnitId));
            var measure = new Measure(Db.NewId(), unit!.Value, deviation?.Field ?? Me.Of(Thing.Measures, Right.Write).FieldAt(unit),
                Input.Title ?? "", risk?.PlanId, risk?.Id, deviation?.Id);
            measure.Describe(Stated, Db.NewId, Today);
            Db.Measures.Add(measure);
        }, () => Redirect(deviation is not null
            ? $"/avvikelser/{deviation.Id}"
            : risk is not null ? $"/plan/{risk.Plan.Year}"
            : "/atgarder"), "Åtgärden är sparad.");
    }

    private async Task<bool> LoadAsync()
    {
        await LoadPeopleAsync();
        if (DeviationId is { } id && (deviation = await Db.Deviations.FirstOrDefaultAsync(d => d.Id == id, Stop)) is null) return false;
        if (RiskId is { } riskId
            && (risk = (await Db.Plans.Include(p => p.Risks)
                .FirstOrDefaultAsync(p => p.Risks.Any(r => r.Id == riskId), Stop))?.Risks.First(r => r.Id == riskId)) is null)
            return false;
        // Being named as its owner gives no right to make a measure: the place does.
        if (deviation is not null) return Me.May(Thing.Measures, Right.Write, deviation.UnitId, deviation.Field, own: false);
        if (risk is not null)
        {
            var board = risk.Plan.UnitId;
            return Me.May(Thing.Measures, Right.Write, board, Me.Of(Thing.Measures, Right.Write).FieldAt(board), own: false);
        }
        var tree = await TreeAsync();
        var mine = Me.Of(Thing.Measures, Right.Write).Anywhere.ToHashSet();
        Units = [new("Välj enhet", ""),
            .. tree.All.Where(u => u.ExistsOn(Today) && mine.Contains(u.Id))
            .Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
        return Units.Count > 1;
    }

    protected override async Task ShowAsync() => await LoadAsync();
}
