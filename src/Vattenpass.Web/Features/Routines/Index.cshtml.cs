using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

/// <summary>The routines by process: what is wrong with some of them first, then all.</summary>
[Needs(Thing.Plans)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    [BindProperty(SupportsGet = true, Name = "process")] public string? Process { get; set; }
    [BindProperty(SupportsGet = true, Name = "visa")] public string? Showing { get; set; }

    public IReadOnlyList<string> Processes { get; private set; } = [];
    public IReadOnlyList<RoutineYear> Rows { get; private set; } = [];
    /// <summary>Lists of what somebody should do something about, those that have any.</summary>
    public IReadOnlyList<(string Key, string Text, int Count)> Lists { get; private set; } = [];
    /// <summary>The risks of the chosen process in the newest plan that is not a draft.</summary>
    public IReadOnlyList<Risk> Risks { get; private set; } = [];
    /// <summary>Risks that some routine is there to meet, whatever process it belongs to.</summary>
    private HashSet<Guid> met = [];
    public bool Meets(Risk risk) => met.Contains(risk.Id);
    public bool MayWrite => Me.Of(Thing.Plans, Right.Write).Units.Contains(Me.RootId);
    /// <summary>Results are of the whole board only for those who see it.</summary>
    public bool SeesAll => Me.Occasions.Everything || Me.Occasions.Units.Contains(Me.RootId);
    /// <summary>Who sees no controls is not told that none was made.</summary>
    public bool SeesResults => Me.Can(Thing.Occasions, Right.Read);
    public OrganisationTree Tree { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Tree = await TreeAsync();
        var all = await RoutineReader.ReadAsync(Db, Today.Year, Stop);
        met = [.. all.SelectMany(r => r.Routine.RiskIds)];
        var risks = (await Db.Plans.AsNoTracking().Include(p => p.Risks).Where(p => p.Status != PlanStatus.Draft && p.Year <= Today.Year).OrderByDescending(p => p.Year).Take(1).ToListAsync(Stop)).SelectMany(p => p.Risks).ToList();
        Processes = [.. all.Select(r => r.Routine.Process).Concat(risks.Select(r => r.Process)).Where(p => p.Length > 0).Distinct(StringComparer.CurrentCultureIgnoreCase).Order(SwedishOrder.Comparer)];
        if (!string.IsNullOrEmpty(Process))
            Risks = [.. risks.Where(r => r.Process.Equals(Process, StringComparison.CurrentCultureIgnoreCase)).OrderByDescending(r => r.Score?.Value)];
        Lists = !SeesResults ? [] : [.. new[]
        {
            ("upphort", "har upphört att gälla"),
            ("oversyn", "ska ses över"),
            ("oprovade", "prövas inte av någon kontroll"),
            ("brister", "brister i minst två enheter"),
        }.Select(l => (l.Item1, l.Item2, all.Count(r => IsIn(r, l.Item1)))).Where(l => l.Item3 > 0)];
        Rows = [.. all.Where(r => (string.IsNullOrEmpty(Process) || r.Routine.Process.Equals(Process, StringComparison.CurrentCultureIgnoreCase)) && (string.IsNullOrEmpty(Showing) || IsIn(r, Showing)))];
    }

    private bool IsIn(RoutineYear row, string list) => list switch
    {
        "upphort" => row.Routine.StandingOn(Today) is RoutineStanding.RunOut,
        "oversyn" => row.Routine.StandingOn(Today) is RoutineStanding.ReviewDue,
        "oprovade" => !row.HasTest && row.Routine.StandingOn(Today) is not RoutineStanding.RunOut,
        "brister" => row.FailsWidely,
        _ => true,
    };

    public string Last(RoutineYear row)
    {
        if (row.Last is null) return NotTested(row);
        var byUnit = row.Latest().GroupBy(r => r.UnitId).ToList();
        var (units, failing) = (byUnit.Count, byUnit.Count(u => u.Any(r => r.Fails)));
        return failing == 0 ? $"Utan avvikelse i {Prose.Number(units, "enhet", "enheter")}" : $"Avvikelse i {failing} av {Prose.Number(units, "enhet", "enheter")}";
    }

    private string NotTested(RoutineYear row) =>
        !row.HasTest ? "Prövas inte" : SeesAll ? "Inte prövad i år" : "Inte prövad i år i de enheter du når";
}
