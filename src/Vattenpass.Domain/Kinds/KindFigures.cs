using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;

namespace Vattenpass.Domain.Kinds;

/// <summary>The figures of one kind of control.</summary>
public abstract record KindFigures
{
    /// <summary>What the figures are listed under.</summary>
    public abstract string Section { get; }

    /// <summary>Every figure, also those that stand only in sentences.</summary>
    public abstract IReadOnlyList<Figure> All { get; }
    public IEnumerable<Figure> Listed => All.Where(f => f.IsListed);

    /// <summary>The key and value that others script against; both are kept for ever.</summary>
    public abstract string JsonKey { get; }
    public abstract JsonObject Json { get; }

    protected static JsonArray Pair(Figure figure) => [figure.Share.Numerator, figure.Share.Denominator];
    protected static JsonArray Names(IEnumerable<string> items) => [.. items.Select(i => (JsonNode)i)];

    protected static JsonObject Map(IEnumerable<(string Key, JsonNode Value)> items) =>
        new(items.Select(i => KeyValuePair.Create(i.Key, (JsonNode?)i.Value)));
}

/// <summary>The key figures of a year, by the rules of each kind. A kind is left out when its sources were never known.</summary>
public sealed record YearFigures(int Year, YearFacts Facts, IReadOnlyList<(ControlKind Kind, KindFigures Figures)> Kinds)
{
    public static YearFigures Of(YearFacts facts) =>
        new(facts.Year, facts, [.. ControlKinds.All.Select(k => (Kind: k, Figures: k.Figures(facts)!)).Where(k => k.Figures is not null)]);

    public T? Of<T>() where T : KindFigures => Kinds.Select(k => k.Figures).OfType<T>().FirstOrDefault();

    /// <summary>The figure of a name: of a kind, or what was done of one control.</summary>
    public Figure? Find(string key) =>
        Kinds.SelectMany(k => k.Figures.All).FirstOrDefault(f => f.Key == key) ?? PlainFigures.Find(Facts, key);
}

/// <summary>What is counted of every control, whatever its kind: how much of it was done.</summary>
public static class PlainFigures
{
    private const string Mark = "kontroll-";

    public static Figure Done(YearFacts facts, Guid controlId, string unitOfCount) =>
        Figure.Done($"{Mark}{controlId}", "planerade kontroller", unitOfCount, facts, facts.Checks.Where(o => o.ControlId == controlId));

    public static Figure? Find(YearFacts facts, string key) =>
        key.StartsWith(Mark, StringComparison.Ordinal)
            && Guid.TryParse(key[Mark.Length..], out var control)
            && facts.Checks.Any(o => o.ControlId == control)
            ? Done(facts, control, "kontroll") : null;
}
