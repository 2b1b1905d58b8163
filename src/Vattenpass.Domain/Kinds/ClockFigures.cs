using System.Text.Json.Nodes;
using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

public sealed record CaseFact(string Case, string Type, DateOnly Start, DateOnly? Ended, DateOnly? ExtendedTo,
    DateOnly? ExtensionDecidedOn = null, Guid RowId = default);

/// <summary>Statutory time limits over the whole register of cases that started in the year: late per type of case.</summary>
public sealed record ClockFigures(DateOnly AsOf, IReadOnlyList<(string CaseType, Figure Late)> PerType, Figure Unknown) : KindFigures
{
    /// <summary>The types of the cases that no time limit is known for, or that began before there was one: they could not be judged.</summary>
    public IReadOnlyList<string> UnknownTypes { get; private init; } = [];

    public static ClockFigures? Of(YearFacts facts)
    {
        if (!facts.Knows(RegisterKinds.Cases)) return null;
        var all = facts.Of<CaseFact>().Where(c => c.Start.Year == facts.Year && facts.HasCome(c.Start))
            .Select(c => (Case: c, Clock: StatutoryClock.For(c.Type, c.Start)))
            .ToList();
        var cases = all.Where(c => c.Clock is not null);
        var unknown = all.Where(c => c.Clock is null).Select(c => c.Case).ToList();
        return new(facts.AsOf, [.. cases.GroupBy(c => c.Clock!.CaseType)
            .OrderBy(g => g.Key, SwedishOrder.Comparer)
            .Select(g => (g.Key, LateOf(g.Key, g.Select(c => (c.Case, c.Clock!)), facts)))],
            Figure.Count("tidsfrister-okand-typ", "ärenden som ingen tidsfrist är känd för", "ärende", facts.Period, RowsOf.Register,
                unknown.Select(c => new FigureRow(c.RowId, 1))) with
            {
                IsListed = unknown.Count > 0,
                NeedsAction = unknown.Count > 0,
            })
        {
            UnknownTypes = [.. unknown.Select(c => c.Type.Length > 0 ? c.Type : "ingen typ").Distinct(StringComparer.OrdinalIgnoreCase).Order(SwedishOrder.Comparer)],
        };
    }

    private static Figure LateOf(string type, IEnumerable<(CaseFact Case, StatutoryClock Clock)> cases, YearFacts facts) =>
        Figure.Of($"tidsfrister-{Figure.Slug(type)}", $"överskridna, {type}", "ärende", facts.Period, RowsOf.Register,
            cases.Select(c => new FigureRow(
                c.Case.RowId,
                c.Clock.IsLate(c.Case.Start, facts.Until(c.Case.Ended), c.Case.ExtendedTo, facts.AsOf,
                    c.Case.ExtensionDecidedOn) ? 1 : 0)));

    public override string Section => "Tidsfrister";
    public override IReadOnlyList<Figure> All => [.. PerType.Select(t => t.Late), Unknown];
    public override string JsonKey => "tidsfrister";
    public override JsonObject Json =>
        new()
        {
            ["per"] = $"{AsOf:yyyy-MM-dd}",
            ["överskridna"] = Map(PerType.Select(t => (t.CaseType, (JsonNode)t.Late.Share.Numerator)))
        };
}
