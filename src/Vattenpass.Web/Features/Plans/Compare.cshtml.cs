using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

/// <summary>A plan beside the one before: what is new, kept, weakened and gone, what last year showed, and risks whose value goes against it.</summary>
[Needs(Thing.Plans)]
public sealed class CompareModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    private Dictionary<Guid, PlanResult> results = [];

    public Plan Plan { get; private set; } = null!;
    public Plan? Before { get; private set; }
    public PlanComparison? Comparison { get; private set; }
    public bool MayWrite { get; private set; }
    /// <summary>The year before is not over.</summary>
    public bool IsRunning => Before?.Year >= Today.Year;
    public string Summary { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int year)
    {
        Plan = (await Db.Plans.AsNoTracking().Include(p => p.Risks).Include(p => p.Controls).AsSplitQuery().FirstOrDefaultAsync(p => p.Year == year, Stop))!;
        if (Plan is null) return NotFound();
        MayWrite = Plan.IsOpen && Me.May(Thing.Plans, Right.Write, Plan);
        Before = await PlanBefore.ReadAsync(Db, year, Stop);
        if (Before is null) return Page();
        Comparison = new(Plan, Before);
        var counts = Comparison.Controls.GroupBy(c => c.Difference).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Several(g.Key, g.Count())}").ToList();
        Summary = counts.Count > 0 ? $"{string.Join(", ", counts)}." : "Ingen av planerna har några kontroller.";
        await using var whole = databases.OpenAsSystem("jämförelse av planer");
        results = (await PlanResults.ReadAsync(whole, Before.Id, Stop)).ToDictionary(r => r.ControlId);
        return Page();
    }

    private static string Several(PlanDifference difference, int count) => count == 1 ? difference.Swedish() : difference switch
    {
        PlanDifference.Weakened => "försvagade",
        PlanDifference.Gone => "borttagna",
        PlanDifference.New => "nya",
        PlanDifference.Changed => "ändrade",
        _ => "oförändrade",
    };

    public string Told(Control control) => string.Join(", ",
        [.. new[] { control.Recurrence.ToString(), control.MethodText, control.ScopeText }.Select(Prose.Inside), control.PerformerTitles]);

    public string ResultOf(Control? before) => before is null ? "–" : results.GetValueOrDefault(before.Id)?.Result.Text ?? "inga planerade kontroller";

    /// <summary>What the controls of the risk showed, how old it is, and whether the new value goes against it.</summary>
    public string EvidenceOf(ComparedRisk risk)
    {
        if (risk.Before is not { } before) return "–";
        var showed = Before!.Controls.Where(c => c.RiskId == before.Id).Select(c => results.GetValueOrDefault(c.Id)).OfType<PlanResult>().ToList();
        if (showed.Count == 0) return "ingen kontroll prövade risken";
        var (deviating, missed) = (showed.Sum(s => s.Result.Deviating), showed.Sum(s => s.Result.Planned - s.Result.Done));
        var isLower = risk.Now?.Score is { } now && before.Score is { } was && now.Value < was.Value;
        var last = showed.Max(s => s.Last) is { } day ? $", senast {day:yyyy-MM-dd}" : "";
        return $"{Prose.Number(deviating, "kontroll", "kontroller")} med avvikelse, {missed} inte gjorda{last}."
            + (isLower && deviating + missed > 0 ? " Värdet är sänkt trots det." : "");
    }
}
