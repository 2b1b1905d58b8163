using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Statutory time limits, counted over the whole register of cases.</summary>
public sealed class TimeLimits : ControlKind
{
    public const string ControlKey = "tidsfrister";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["utredningstid", "förhandsbedömning", "handläggningstid"];
    public override bool IsBasic => true;
    public override IReadOnlyList<string> Faults => ["tidsfristen överskriden", "beslut om förlängning saknas"];
    public override IReadOnlyList<RegisterKind> WholeRegisters => [RegisterKinds.Cases];
    public override KindFigures? Figures(YearFacts facts) => ClockFigures.Of(facts);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Rättssäker myndighetsutövning – tidsfrister", Purpose = "Att lagens tidsfrister hålls i alla ärenden.",
            Description =
                "Hela registret av ärenden räknas mot lagens tidsfrister, till exempel förhandsbedömning 14 dagar, utredning som gäller barn 4 månader och övervägande 6 månader. Ett ärende som lagen inte ger någon frist, till exempel en utredning som gäller en vuxen, ska ha en annan typ i registret.",
            Field = Field.SocialServices,
            Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 31), Scope = ScopeKind.Board, UnitOfCount = "ärende",
            PerformerTitles = "Utvecklingsledare", ReportingTitles = "Utvecklingsledare", ToldTitles = "Förvaltningschef",
            // The law behind each time limit that is counted, as each has it.
            LegalBasis = [.. Clocks.StatutoryClock.All.SelectMany(c => c.Rules).Select(r => new LegalBasis(r.Reference, r.From, r.To)).Distinct()],
            Minutes = 30,
            DeviationRule = "Ärendet är inte klart i tid och saknar giltig förlängning.", SeriousRule = "",
        },
    ];

    public override IEnumerable<object> FactsOf(RegisterRow row) => row.Register != RegisterKinds.Cases.Key ? [] :
    [
        new CaseFact(row.Key, row["typ"], row.Date("startdatum")!.Value, row.Date("slutdatum"), row.Date("förlängd_till"),
            row.Date("förlängning_beslutad"), row.Id),
    ];

    public override IReadOnlyList<Block>? Tell(Telling telling)
    {
        if (telling.Figures.Of<ClockFigures>() is not { } figures) return null;
        List<Block> unknown = figures.UnknownTypes.Count == 0 ? [] :
        [
            Prose.Paragraph(FigureText.As(Prose.Capital(Prose.Count(figures.Unknown.Rows.Count, "ärende", "ärenden", neuter: true)), figures.Unknown),
                Prose.Text($" har en typ som programmet saknar tidsfrist för, eller började innan fristen fanns, och har därför inte bedömts: {Prose.Some([.. figures.UnknownTypes], 5)}.")),
        ];
        if (figures.PerType.Count == 0 && unknown.Count > 0) return unknown;
        if (figures.PerType.Count == 0) return [Prose.Paragraph("Registret innehåller inga ärenden som började under året.")];
        List<Run> runs = [Prose.Text($"Av de ärenden i registret som började under året är tidsfristen överskriden, per {figures.AsOf:yyyy-MM-dd}, för ")];
        for (var n = 0; n < figures.PerType.Count; n++)
        {
            var (type, late) = figures.PerType[n];
            runs.AddRange([Prose.Text(n == 0 ? "" : n == figures.PerType.Count - 1 ? " och " : ", "), FigureText.Show(late),
                Prose.Text($" {Plural(type)}")]);
        }
        var isLocal = figures.PerType.Any(t => Clocks.StatutoryClock.For(t.CaseType)?.Rules.Any(r => r is { Days: 0, Months: 0 }) == true);
        return [Prose.Paragraph([.. runs, Prose.Text(isLocal ? ". En omedelbar skyddsbedömning ska enligt lagen göras genast; att det räknas som samma dag är en lokal regel." : ".")]), .. unknown];
    }

    private static readonly Dictionary<string, string> Plurals = new()
    {
        ["utredning"] = "utredningar som gäller barn",
        ["omedelbar skyddsbedömning"] = "omedelbara skyddsbedömningar",
        ["övervägande LVU 2 §"] = "överväganden (LVU 2 §)",
        ["omprövning LVU 3 §"] = "omprövningar (LVU 3 §)",
        ["umgänge"] = "överväganden om umgänge",
        ["flyttningsförbud"] = "överväganden om flyttningsförbud",
        ["vårdnadsöverflyttning"] = "överväganden om vårdnadsöverflyttning",
        ["vårdnadsöverflyttning, därefter"] = "årliga överväganden om vårdnadsöverflyttning",
        ["uppföljning utan insats"] = "uppföljningar utan insats",
        ["uppföljning efter vård LVU 21 c §"] = "uppföljningar efter vård (LVU 21 c §)",
        ["ungdomstjänst"] = "beslut om ungdomstjänst",
        ["jourhem"] = "placeringar i jourhem",
    };

    private static string Plural(string type) =>
        Plurals.TryGetValue(type, out var plural) ? plural
        : type.StartsWith("LVU", StringComparison.Ordinal) ? $"ärenden enligt {type}"
        : type.EndsWith("ing", StringComparison.Ordinal) ? type + "ar" : type.EndsWith("ande", StringComparison.Ordinal) ? type + "n" : type;

    public override IEnumerable<ToldCheck> ChecksTold(ToldRows rows) =>
        rows.Whole(Key, RegisterKinds.Cases, all => all.Count(r => IsLate(r, rows)), "tidsfrist överskriden", Unjudged);

    /// <summary>Cases that no clock can judge are not among those gone through.</summary>
    private static (int, string) Unjudged(IReadOnlyList<RegisterRow> all)
    {
        var unknown = all.Where(r => r.Date("startdatum") is not { } start || StatutoryClock.For(r["typ"], start) is null).ToList();
        return (unknown.Count, $"{Prose.Capital(Prose.Count(unknown.Count, "ärende", "ärenden", neuter: true))} har en typ som ingen tidsfrist känner, eller började innan fristen fanns, och är inte {(unknown.Count == 1 ? "bedömt" : "bedömda")}: {Prose.Some([.. unknown.Select(r => r["typ"]).Distinct()], 5)}.");
    }

    private static bool IsLate(RegisterRow row, ToldRows rows) => row.Date("startdatum") is { } start && start.Year == rows.Year
        && StatutoryClock.For(row["typ"], start)?
        .IsLate(start, row.Date("slutdatum"), row.Date("förlängd_till"), Period.Year(rows.Year).AsOf(rows.Today),
            row.Date("förlängning_beslutad")) == true;
}
