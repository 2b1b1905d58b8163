using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>What writing down a finding and changing it share.</summary>
public abstract class FindingFormPage(VattenpassDb db) : ReviewPage<FindingInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Gravities = [.. Enum.GetValues<Gravity>().Select(g => new SelectListItem(g.Swedish(), g.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Causes = [.. Enum.GetValues<RootCause>().Select(c => new SelectListItem(c.Swedish(), c.ToString()))];
    /// <summary>As the demands stood when the review was made.</summary>
    public IReadOnlyList<SelectListItem> Demands => [.. Requirements.All.Select(r => new SelectListItem(r.ToldOn(Review.To), r.Key))];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Risks { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Routines { get; private set; } = [];

    /// <summary>The measures that meet it, to be taken away.</summary>
    public IReadOnlyList<SelectListItem> Met { get; private set; } = [];

    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        var chosen = Finding?.UnitIds ?? [];
        Units = [.. tree.All.Where(u => u.ExistsOn(Today) || chosen.Contains(u.Id)).Select(u => new SelectListItem(tree.NameOf(u.Id), $"{u.Id}"))];
        var plans = await Db.Plans.AsNoTracking().Include(p => p.Risks).ToListAsync(Stop);
        var met = Finding?.RiskIds ?? [];
        Risks = [.. plans.SelectMany(p => p.Risks.Select(r => (p.Year, Risk: r))).Where(r => r.Year >= Today.Year || met.Contains(r.Risk.Id))
            .OrderBy(r => r.Year).ThenBy(r => r.Risk.Title, SwedishOrder.Comparer).Select(r => new SelectListItem($"{r.Risk.Title} ({r.Year})", $"{r.Risk.Id}"))];
        Routines = [.. (await Db.Routines.AsNoTracking().ToListAsync(Stop)).OrderBy(r => r.Title, SwedishOrder.Comparer).Select(r => new SelectListItem(r.Title, $"{r.Id}"))];
        if (Finding is null) return;
        var seen = await Db.Measures.AsNoTracking().Where(m => Finding.MeasureIds.Contains(m.Id)).ToListAsync(Stop);
        Met = [.. Finding.MeasureIds.Select(id => new SelectListItem(seen.Find(m => m.Id == id) is { } measure ? MeasureChoice.Text(measure, tree) : "en åtgärd som du inte når", $"{id}"))];
    }

    /// <summary>Only what may be seen can be chosen, whatever the form says.</summary>
    protected FindingContent Stated()
    {
        Refusal.If(Input.UnitIds.Any(u => Units.All(o => o.Value != $"{u}")), "Välj enheter i listan.", nameof(Input.UnitIds));
        Refusal.If(Input.RiskIds.Any(r => Risks.All(o => o.Value != $"{r}")), "Välj risker i listan.", nameof(Input.RiskIds));
        Refusal.If(Input.RoutineIds.Any(r => Routines.All(o => o.Value != $"{r}")), "Välj rutiner i listan.", nameof(Input.RoutineIds));
        return new(Input.Title ?? "", Input.Gravity, Input.Evidence ?? "")
        {
            RequirementKeys = Input.Requirements,
            UnitIds = Input.UnitIds,
            Causes = Input.Causes,
            Recommendation = Input.Recommendation ?? "",
            AnswerBy = Input.AnswerBy,
            RiskIds = Input.RiskIds,
            RoutineIds = Input.RoutineIds,
            MeasureIds = [.. Input.MeasureIds.Where(m => Met.Any(o => o.Value == $"{m}"))],
        };
    }
}

public sealed class FindingInput
{
    public string? Title { get; set; }
    public Gravity? Gravity { get; set; }
    public string? Evidence { get; set; }
    public List<string> Requirements { get; set; } = [];
    public List<Guid> UnitIds { get; set; } = [];
    public List<RootCause> Causes { get; set; } = [];
    public string? Recommendation { get; set; }
    public DateOnly? AnswerBy { get; set; }
    public List<Guid> RiskIds { get; set; } = [];
    public List<Guid> RoutineIds { get; set; } = [];
    public List<Guid> MeasureIds { get; set; } = [];

    public static FindingInput Of(Finding finding) => new()
    {
        Title = finding.Title,
        Gravity = finding.Gravity,
        Evidence = finding.Evidence,
        Requirements = [.. finding.RequirementKeys],
        UnitIds = [.. finding.UnitIds],
        Causes = [.. finding.Causes],
        Recommendation = finding.Recommendation,
        AnswerBy = finding.AnswerBy,
        RiskIds = [.. finding.RiskIds],
        RoutineIds = [.. finding.RoutineIds],
        MeasureIds = [.. finding.MeasureIds],
    };
}
