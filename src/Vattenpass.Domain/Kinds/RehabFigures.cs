using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

public sealed record RehabFact(string Case, string Employee, DateOnly Start, DateOnly? Closed, string Cause, Guid RowId = default)
{
    public bool IsRepeatedShortAbsence => Cause.Contains("upprepad korttid", StringComparison.OrdinalIgnoreCase);
}

public sealed record AbsenceFact(string Employee, DateOnly From, DateOnly? To);

/// <summary>
/// Rehabilitation. An absence that starts within the local rule's calendar days after the last one's end continues it; occasions are
/// those that start within the calendar year; how many are many is a local rule. The three groups are employees and sum to Many.
/// </summary>
public sealed record RehabFigures(Figure? Closed, Figure? Many, Figure? WithRepeatedCase, Figure? WithOtherCase,
    Figure? WithoutCase) : KindFigures
{
    private const string Repeated = "upprepad korttidsfrånvaro", Other = "annat ärende", None = "inget ärende";

    public static RehabFigures? Of(YearFacts facts)
    {
        var (knowsCases, knowsAbsence) = (facts.Knows(RegisterKinds.RehabCases), facts.Knows(RegisterKinds.Absences));
        if (!knowsCases && !knowsAbsence) return null;
        var cases = facts.Of<RehabFact>().Where(c => c.Start.Year == facts.Year && facts.HasCome(c.Start)).ToList();
        var many = knowsAbsence ? Employees(facts, cases) : null;
        Figure? Having(string key, string what, string found) => many is null ? null
            : Figure.Of(key, what, "medarbetare", facts.Period, RowsOf.Own,
                many.Select(r => r with { Numerator = r.Cells![2] == found ? 1 : 0 })) with
            { Header = Header, IsListed = knowsCases };
        return new(
            knowsCases ? Figure.Of("rehab-arenden", "avslutade ärenden", "rehabärende", facts.Period, RowsOf.Register,
                cases.Select(c => new FigureRow(c.RowId, facts.Until(c.Closed) is null ? 0 : 1))) : null,
            many is null ? null : Figure.Count("rehab-minst-sex-tillfallen", $"medarbetare med {OrMore(facts.Rules)} sjukfrånvarotillfällen under kalenderåret",
                "medarbetare", facts.Period, RowsOf.Own, many, Header),
            Having("rehab-upprepad-korttid", "varav ärende för upprepad korttidsfrånvaro", Repeated),
            Having("rehab-annat-arende", "varav annat ärende", Other),
            Having("rehab-inget-arende", "varav inget ärende", None));
    }

    /// <summary>"sex eller fler", by the local rule.</summary>
    public static string OrMore(LocalRules rules) => $"{Prose.CountWord(rules[LocalRules.ManySpells])} eller fler";

    private static IReadOnlyList<string> Header => ["Anställnings-id", "Tillfällen", "Ärende"];

    private static List<FigureRow> Employees(YearFacts facts, List<RehabFact> cases)
    {
        var byEmployee = cases.ToLookup(c => c.Employee);
        string Case(string employee) =>
            byEmployee[employee].Any(c => c.IsRepeatedShortAbsence) ? Repeated : byEmployee[employee].Any() ? Other : None;
        return [.. facts.Of<AbsenceFact>()
            .Where(a => facts.HasCome(a.From))
            .GroupBy(a => a.Employee)
            .Select(g => (Employee: g.Key, Occasions: Occasions(g, facts.Year, facts.Rules[LocalRules.SpellDays])))
            .Where(e => e.Occasions >= facts.Rules[LocalRules.ManySpells]).OrderBy(e => e.Employee, StringComparer.Ordinal)
            .Select(e => new FigureRow(Guid.Empty, 1, Cells: [e.Employee, $"{e.Occasions}", Case(e.Employee)]))];
    }

    /// <summary>The number of absence occasions of one employee that start in the year.</summary>
    public static int Occasions(IEnumerable<AbsenceFact> absences, int year, int daysThatContinue)
    {
        var count = 0;
        DateOnly? lastEnd = null;
        foreach (var absence in absences.OrderBy(a => a.From).ThenBy(a => a.To ?? DateOnly.MaxValue))
        {
            var continues = lastEnd is { } end
                && (end > DateOnly.MaxValue.AddDays(-daysThatContinue) || absence.From <= end.AddDays(daysThatContinue));
            if (!continues && absence.From.Year == year) count++;
            var to = absence.To ?? DateOnly.MaxValue;
            lastEnd = lastEnd > to ? lastEnd : to;
        }
        return count;
    }

    public override string Section => "Rehabilitering";
    public override IReadOnlyList<Figure> All => [.. new[] { Closed, Many, WithRepeatedCase, WithOtherCase, WithoutCase }.OfType<Figure>()];
    public override string JsonKey => "rehab";

    public override JsonObject Json
    {
        get
        {
            var json = new JsonObject();
            if (Closed is { } closed)
            {
                json["ärenden"] = closed.Share.Denominator;
                json["avslutade"] = closed.Share.Numerator;
            }
            if (Many is not { } many) return json;
            json["medarbetare_minst_6_tillfällen"] = many.Rows.Count;
            if (Closed is null) return json;
            json["varav_ärende_upprepad_korttid"] = WithRepeatedCase!.Share.Numerator;
            json["varav_annat_ärende"] = WithOtherCase!.Share.Numerator;
            json["varav_inget_ärende"] = WithoutCase!.Share.Numerator;
            return json;
        }
    }
}
