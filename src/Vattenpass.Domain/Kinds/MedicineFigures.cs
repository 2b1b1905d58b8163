using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>
/// Monthly controls of medicine stores. Planned counts stores under control, AllStores every store in use, twelve months a year.
/// Handled = investigated or under investigation, and fed back to MAS. What is null was never known.
/// </summary>
public sealed record MedicineFigures : KindFigures
{
    public const string DoneKey = "lakemedel-kontroller";
    private const string UnitOfCount = "kontroll per förråd och månad";

    public Figure? Planned { get; private init; }
    public IReadOnlyList<(string Area, Figure Figure)> PerArea { get; private init; } = [];
    /// <summary>The areas where something is missing, together; null where that says nothing new.</summary>
    public Figure? Incomplete { get; private init; }
    public Figure? AllStores { get; private init; }
    /// <summary>Stores in use that no control covers.</summary>
    public Figure? WithoutControl { get; private init; }
    public IReadOnlyList<StoreFact> Uncontrolled { get; private init; } = [];
    /// <summary>How many planned months are not done, per store.</summary>
    public IReadOnlyList<(string Store, int Months)> Missing { get; private init; } = [];
    /// <summary>Stores of which every planned month is done.</summary>
    public IReadOnlyList<string> Complete { get; private init; } = [];
    public Figure? Deviations { get; private init; }
    public Figure? Handled { get; private init; }
    public Figure? Untouched { get; private init; }
    /// <summary>Differences in a balance; the numerator is those that nobody has begun to investigate.</summary>
    public Figure? Balance { get; private init; }
    public IReadOnlyList<DeviationFact> Found { get; private init; } = [];

    /// <summary>Stores where everything planned is done and nothing was found: only where both are known.</summary>
    public IReadOnlyList<string> Clean() =>
        [.. Complete.Where(store => Found.All(d => !d.Object.Equals(store, StringComparison.OrdinalIgnoreCase)))];

    public static MedicineFigures? Of(YearFacts facts)
    {
        var runs = facts.Runs(MedicineStores.ControlKey);
        var stores = facts.Of<StoreFact>().ToList();
        var knowsStores = runs || facts.Knows(RegisterKinds.Stores);
        var knowsChecks = runs || (facts.Knows(RegisterKinds.Stores) && facts.Knows(RegisterKinds.StoreChecks));
        var knowsDeviations = runs || facts.Knows(RegisterKinds.DrugDeviations);
        if (!knowsChecks && !knowsDeviations && !knowsStores) return null;
        var figures = new MedicineFigures();
        if (knowsChecks) figures = figures.WithChecks(facts, stores);
        if (knowsStores) figures = figures.WithStores(facts, stores);
        return knowsDeviations ? figures.WithDeviations(facts) : figures;
    }

    private MedicineFigures WithChecks(YearFacts facts, List<StoreFact> stores)
    {
        var checks = facts.ChecksOf(MedicineStores.ControlKey);
        var planned = checks.Where(facts.IsExpected).ToList();
        var areaOf = stores.GroupBy(s => s.Code).ToDictionary(g => g.Key, g => g.First().Area);
        var areas = planned.GroupBy(c => areaOf.GetValueOrDefault(c.Object, c.Area)).OrderBy(g => g.Key, SwedishOrder.Comparer).ToList();
        var incomplete = areas.Where(g => g.Any(c => !c.Done)).ToList();
        return this with
        {
            Planned = Share(DoneKey, "kontroller enligt plan", planned, facts),
            PerArea = [.. areas.Select(g =>
                (g.Key, Share($"{DoneKey}-{Figure.Slug(g.Key)}", $"varav {Prose.Inside(g.Key)}", g, facts)))],
            Incomplete = incomplete.Count > 1 && incomplete.Count < areas.Count
                ? Share($"{DoneKey}-ofullstandiga", "områden där något saknas", incomplete.SelectMany(g => g),
                    facts) with
                { IsListed = false } : null,
            AllStores = stores.Count > 0 ? InUse(stores, checks, facts) : null,
            Complete = [.. planned.GroupBy(c => c.Object).Where(g => g.All(c => c.Done)).Select(g => g.Key).Order(SwedishOrder.Comparer)],
            Missing = [.. planned.Where(c => !c.Done)
                .GroupBy(c => c.Object)
                .OrderBy(g => g.Key, SwedishOrder.Comparer)
                .Select(g => (g.Key, g.Count()))],
        };
    }

    private static Figure Share(string key, string name, IEnumerable<OccasionFact> checks, YearFacts facts) =>
        Figure.Done(key, name, UnitOfCount, facts, checks);

    /// <summary>Every month that is over and that a store was in use, done or not. A month is done once, however many controls it had.</summary>
    private static Figure InUse(List<StoreFact> stores, IReadOnlyList<OccasionFact> checks, YearFacts facts)
    {
        var done = checks.Where(c => c.Done).Select(c => (c.Object.ToUpperInvariant(), c.PeriodKey)).ToHashSet();
        var months = stores.OrderBy(s => s.Code, SwedishOrder.Comparer)
            .SelectMany(s => s.MonthsOf(facts.Period).Where(m => !facts.IsRunning || Period.Month(m).To < facts.Today).Select(m => (Store: s, Month: m, IsDone: done.Contains((s.Code.ToUpperInvariant(), m)))));
        var figure = Figure.Of("lakemedel-alla-forrad", "räknat på alla förråd i bruk", UnitOfCount, facts.Period, RowsOf.Own,
            months.Select(m => new FigureRow(
                Guid.Empty, m.IsDone ? 1 : 0, 1, "",
                [m.Store.Code, m.Store.Unit, m.Store.Area, Prose.Capital(Period.NameOf(m.Month)),
                    $"{m.Store.ControlFrom:yyyy-MM-dd}"])));
        return figure with
        {
            Share = figure.Share with { IsRunning = facts.IsRunning },
            Header = ["Förråd", "Enhet", "Område", "Månad", "Kontrolleras från"],
        };
    }

    private MedicineFigures WithStores(YearFacts facts, List<StoreFact> stores)
    {
        var without = stores.Where(s => s.IsUncontrolledOn(facts.AsOf) && s.MonthsIn(facts.Period) > 0)
            .OrderBy(s => s.Code, SwedishOrder.Comparer)
            .ToList();
        var figure = Figure.Count("lakemedel-forrad-utan-kontroll", "förråd i bruk utan kontroll", "förråd", facts.Period, RowsOf.Own,
            without.Select(s => new FigureRow(Guid.Empty, 1, Cells: [s.Code, s.Unit, s.Area, s.Kind])),
            ["Förråd", "Enhet", "Område", "Slag"]);
        return this with
        {
            Uncontrolled = without,
            WithoutControl = figure with
            {
                Value = without.Count == 0 ? "inga" : Prose.List(without.Select(s => $"{s.Code} ({s.Unit})")),
                NeedsAction = without.Count > 0
            },
        };
    }

    private MedicineFigures WithDeviations(YearFacts facts)
    {
        var found = facts.Deviations.Where(d => d.ControlKey == MedicineStores.ControlKey).ToList();
        var balance = found.Where(d => StoreFaults.IsInBalance(d.Kind)).ToList();
        Figure Of(string key, string name, IEnumerable<DeviationFact> some, Func<DeviationFact, bool> counts) =>
            Figure.Of(key, name, "avvikelse", facts.Period, RowsOf.Deviations, some.Select(d => new FigureRow(d.Id, counts(d) ? 1 : 0)));
        var uninvestigated = Of("lakemedel-saldo-utan-utredning", "saldodifferenser utan utredning", balance, d => !d.InvestigationStarted);
        return this with
        {
            Found = found,
            Deviations = Figure.Count("lakemedel-avvikelser", "avvikelser", "avvikelse", facts.Period, RowsOf.Deviations,
                found.Select(d => new FigureRow(d.Id, 1))),
            Handled = Of("lakemedel-hanterade", "utredda eller under utredning och återkopplade", found, d => d.IsHandled),
            Untouched = Of("lakemedel-ohanterade", "inte hanterade", found, d => !d.IsHandled) with { IsListed = false },
            Balance = uninvestigated with
            {
                Value = balance.Count == 0 ? "inga saldodifferenser" : $"{uninvestigated.Share.Numerator} av {balance.Count}",
                NeedsAction = uninvestigated.Share.Numerator > 0,
            },
        };
    }

    public override string Section => "Läkemedelshantering";
    public override IReadOnlyList<Figure> All =>
        [.. new[] { Planned }.Concat(PerArea.Select(a => a.Figure))
            .Concat([Incomplete, AllStores, WithoutControl, Deviations, Handled, Untouched, Balance])
            .OfType<Figure>()];
    public override string JsonKey => "läkemedel";

    public override JsonObject Json
    {
        get
        {
            var json = new JsonObject();
            if (Planned is { } planned) json["kontroller_enligt_plan"] = Pair(planned);
            if (AllStores is { } all) json["alla_förråd_i_bruk"] = Pair(all);
            if (Planned is not null) json["per_område"] = Map(PerArea.Select(a => (a.Area, (JsonNode)Pair(a.Figure))));
            if (WithoutControl is not null) json["förråd_utan_kontroll"] = Names(Uncontrolled.Select(s => s.Code));
            if (Handled is not { } handled) return json;
            json["avvikelser"] = handled.Share.Denominator;
            json["varav_saldodifferens"] = Balance!.Share.Denominator;
            json["saldodifferens_utan_utredning"] = Balance.Share.Numerator;
            json["utredda_eller_pågående_och_återkopplade"] = handled.Share.Numerator;
            return json;
        }
    }
}
