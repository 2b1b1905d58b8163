using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans)]
public sealed class ShowModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, int> Counts { get; private set; } = new Dictionary<Guid, int>();
    public IReadOnlyList<Measure> Measures { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string FileName, DateTimeOffset At, DateTimeOffset? UndoneAt)> Files { get; private set; } = [];
    /// <summary>How many measures the plan has, those out of reach too.</summary>
    public int AllMeasures { get; private set; }
    private OrganisationTree tree = null!;
    private const int MostUnitsNamed = 5;

    /// <summary>Where a control is done; units that were chosen by their names.</summary>
    public string Where(Control control) => control.Scope is ScopeKind.ChosenUnits && control.ChosenUnits.Count <= MostUnitsNamed
        ? Prose.List(control.ChosenUnits.Select(u => tree.NameOf(u))) : control.ScopeText;

    public bool MayEdit { get; private set; }
    public bool MaySchedule { get; private set; }
    private bool MayDecideProposals => Plan.Status is PlanStatus.Draft && Me.Can(Thing.Plans, Right.Write);
    /// <summary>Proposed risks that wait for whoever makes the plan.</summary>
    public int Proposed { get; private set; }
    /// <summary>What is known of each risk.</summary>
    private IReadOnlyDictionary<Guid, RiskKnown> known = new Dictionary<Guid, RiskKnown>();

    /// <summary>What speaks for scoring a risk anew, told to those who work with the plan; empty when nothing does.</summary>
    public string ReasonsToRescore(Risk risk) => seesSigns && known.TryGetValue(risk.Id, out var it) && it.Signs.ProposeRescore && !scoredLater.Contains(risk.Title) ? it.Signs.Reasons() : "";
    /// <summary>Risks that a later plan has: there is where they are scored anew.</summary>
    private HashSet<string> scoredLater = [];
    private bool seesSigns;

    /// <summary>What is written of the risk besides, those parts that are stated.</summary>
    public IEnumerable<(string Name, string Said)> Background(Risk risk)
    {
        var evidence = known.GetValueOrDefault(risk.Id)?.Newest is { } newest
            ? $"{newest.What} {newest.On:yyyy-MM-dd}, {Prose.Number(Today.DayNumber - newest.On.DayNumber, "dag", "dagar")} gammalt" : "";
        return new (string, string)[]
        {
            ("Upptäckt", risk.Background.SourceText()), ("Kategori", risk.Background.Category), ("Orsak", risk.Background.Cause), ("Konsekvens", risk.Background.Consequence),
            ("Kontroller som redan görs", risk.Background.OngoingChecks), ("Motiv till värdet", risk.Motive), ("Nyaste underlaget", evidence),
        }.Where(p => p.Item2.Length > 0);
    }

    public bool MayScore { get; private set; }
    public bool MayPropose { get; private set; }
    public bool MayTakeBack { get; private set; }
    public bool MayAdopt { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year)
    {
        var plan = await Db.Plans.AsNoTracking()
            .Include(p => p.Risks)
            .ThenInclude(r => r.Owner)
            .Include(p => p.Controls)
            .Include(p => p.Changes)
            .AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Year == year, Stop);
        if (plan is null) return NotFound();
        Plan = plan;
        tree = await TreeAsync();
        // How much the plan holds is the plan's own fact, the same for everyone who reads it; what each of it is, is read within reach.
        await using var whole = databases.OpenAsSystem("planen");
        AllMeasures = await whole.Measures.CountAsync(m => m.PlanId == plan.Id, Stop);
        Counts = await whole.Occasions.Where(o => o.PlanId == plan.Id && o.Planned && o.EndedOn == null)
            .GroupBy(o => o.ControlId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, Stop);
        Measures = await Db.Measures.AsNoTracking()
            .Include(m => m.Risk)
            .Where(m => m.PlanId == plan.Id)
            .OrderBy(m => m.Start)
            .ToListAsync(Stop);
        Files = [.. (await Db.PlanFiles.Where(f => f.Year == year).OrderBy(f => f.Id).Select(f => new { f.Id, f.FileName, f.At, f.UndoneAt }).ToListAsync(Stop))
            .Select(f => (f.Id, f.FileName, f.At, f.UndoneAt))];
        Proposed = MayDecideProposals ? await Db.Proposals.CountAsync(p => p.DecidedOn == null, Stop) : 0;
        known = await RiskEvidence.ReadAsync(whole, plan, Stop);
        scoredLater = plan.IsFrozen ? (await Db.Plans.AsNoTracking().Where(p => p.Year > plan.Year).SelectMany(p => p.Risks).Select(r => r.Title).ToListAsync(Stop)).ToHashSet(StringComparer.CurrentCultureIgnoreCase) : [];
        seesSigns = !Me.Of(Thing.Plans, Right.Read).FormalOnly;
        MaySchedule = Me.May(Thing.Plans, Right.Write, plan);
        MayEdit = plan.Status is PlanStatus.Draft && Me.May(Thing.Plans, Right.Write, plan);
        MayScore = !plan.IsFrozen && (MayEdit || Me.May(Thing.Plans, Right.Score, plan));
        MayPropose = plan.Status is PlanStatus.Draft && Me.May(Thing.Plans, Right.Decide, plan);
        MayTakeBack = plan.Status is PlanStatus.Proposed && Me.May(Thing.Plans, Right.Decide, plan);
        MayAdopt = plan.Status is PlanStatus.Proposed && Me.May(Thing.Adoption, Right.Write, plan);
        return Page();
    }
}
