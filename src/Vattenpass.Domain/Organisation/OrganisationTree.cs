using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Organisation;

/// <summary>The organisation as it stood on one day.</summary>
public sealed partial class OrganisationTree
{
    private static readonly StringComparer ByName =
        StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);
    private readonly Dictionary<Guid, Unit> units;
    private readonly Dictionary<Guid, Guid?> parents;
    private readonly ILookup<Guid, Guid> children;

    public DateOnly Day { get; }

    public OrganisationTree(IEnumerable<Unit> all, DateOnly day)
    {
        Day = day;
        units = all.ToDictionary(u => u.Id);
        parents = units.Values.ToDictionary(u => u.Id, u => u.On(day).ParentId);
        children = units.Values.Where(u => parents[u.Id] is not null).ToLookup(u => parents[u.Id]!.Value, u => u.Id);
    }

    public IEnumerable<Unit> All => units.Values.OrderBy(u => NameOf(u.Id), ByName);
    public Unit? Root =>
        units.Values.FirstOrDefault(u => parents[u.Id] is null && u.Kind == UnitKind.Board)
            ?? units.Values.FirstOrDefault(u => parents[u.Id] is null);
    public Unit? Find(Guid? id) => id is { } key ? units.GetValueOrDefault(key) : null;
    public string NameOf(Guid? id) => Find(id)?.On(Day).Name ?? Root?.On(Day).Name ?? "";

    /// <summary>Where something is, in words: the object and its unit, or the unit.</summary>
    public string Place(string objectKey, Guid? unitId) => objectKey.Length > 0 ? $"{objectKey}, {NameOf(unitId)}" : NameOf(unitId);

    /// <summary>The units that do the work (kind enhet) and exist on the day, in Swedish order.</summary>
    public IEnumerable<Unit> Working => All.Where(u => u.Kind == UnitKind.Unit && u.ExistsOn(Day));
    public IEnumerable<Unit> Areas => All.Where(u => u.Kind == UnitKind.Area && u.ExistsOn(Day));

    /// <summary>Units of a kind that exist on some day of a span, in Swedish order.</summary>
    public IEnumerable<Unit> Between(UnitKind kind, DateOnly first, DateOnly last) =>
        All.Where(u => u.Kind == kind && u.From <= last && !(u.To < first));

    /// <summary>What stands in a unit's place on a day: the unit, after its last day what succeeded it, else nothing.</summary>
    public Guid? StandingOn(Guid unitId, DateOnly day)
    {
        var seen = new HashSet<Guid>();
        for (var unit = Find(unitId); unit is not null && unit.From <= day && seen.Add(unit.Id); unit = Find(unit.SuccessorId))
            if (unit.ExistsOn(day)) return unit.Id;
        return null;
    }

    public IEnumerable<Guid> SelfAndBelow(Guid id)
    {
        var waiting = new Stack<Guid>([id]);
        var seen = new HashSet<Guid>();
        while (waiting.TryPop(out var next))
        {
            if (!seen.Add(next)) continue;
            yield return next;
            foreach (var child in children[next]) waiting.Push(child);
        }
    }

    public IEnumerable<Guid> SelfAndAbove(Guid id)
    {
        var seen = new HashSet<Guid>();
        for (Guid? next = id; next is { } here && units.ContainsKey(here) && seen.Add(here); next = parents[here]) yield return here;
    }

    /// <summary>The area the unit lies in, or the unit itself when it lies in none.</summary>
    public Unit? AreaOf(Guid? id) =>
        id is { } here ? SelfAndAbove(here).Select(u => units[u]).FirstOrDefault(u => u.Kind == UnitKind.Area) ?? Find(here) : null;

    /// <summary>
    /// Finds a unit by the name it has or has had, or by its code; then by the name without spaces, hyphens and case, where only one has it;
    /// then by what stands after a code ("7101 Ekhöjden"), or before a code in brackets.
    /// </summary>
    public Unit? Named(string name)
    {
        var wanted = name.Trim().Normalize();
        return Exactly(wanted) ?? Loosely(wanted)
            ?? (CodeBefore().Match(wanted) is { Success: true } code && code.Groups["name"].Value is var rest ? Exactly(rest) ?? Loosely(rest) : null)
            ?? (CodeAfter().Match(wanted) is { Success: true } after && after.Groups["name"].Value is var first ? Exactly(first) ?? Loosely(first) : null);
    }

    private Unit? Exactly(string wanted) =>
        units.Values.FirstOrDefault(u => ByName.Equals(u.Name, wanted))
            ?? units.Values.FirstOrDefault(u => u.Versions.Any(v => ByName.Equals(v.Name, wanted)))
            ?? units.Values.FirstOrDefault(u => ByName.Equals(u.Code, wanted));

    private Unit? Loosely(string wanted)
    {
        byLooseName ??= units.Values.GroupBy(u => Loose(u.Name)).ToDictionary(g => g.Key, g => g.Count() == 1 ? g.First() : null);
        return byLooseName.GetValueOrDefault(Loose(wanted));
    }

    private Dictionary<string, Unit?>? byLooseName;

    private static string Loose(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^[A-ZÅÄÖ]{0,3}\d{2,8}[\s:–-]+(?<name>\D.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBefore();

    [GeneratedRegex(@"^(?<name>.*\D)\s*[(\[][^)\]]*\d[^)\]]*[)\]]$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeAfter();
}
