using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.Figures;

/// <summary>An account whose permission differs from the employment, with the first difference that matched.</summary>
public sealed record AccountFinding(AccountFact Account, string Difference);

/// <summary>Permissions matched with employments on 31 December over the whole register. An account counts once, first match.</summary>
public sealed record AccountFigures(DateOnly AsOf, int Accounts, bool Matched, IReadOnlyList<AccountFinding> Findings, IReadOnlyList<string> UnknownTitles)
{
    public const string NoEmployment = "saknar anställning";
    public const string EndedEmployment = "avslutad anställning";
    public const string OtherUnit = "annan enhet";
    public const string TooHigh = "för hög behörighet";

    private static readonly Dictionary<string, string> RoleOfTitle = new(StringComparer.OrdinalIgnoreCase)
    {
        ["undersköterska"] = "utförare",
        ["vårdbiträde"] = "utförare",
        ["stödassistent"] = "utförare",
        ["sjuksköterska"] = "HSL",
        ["socialsekreterare"] = "handläggare",
        ["enhetschef"] = "chef",
    };

    public static bool IsKnownTitle(string title) => RoleOfTitle.ContainsKey(title.Trim());

    public static AccountFigures? Of(YearFacts facts)
    {
        if (!facts.Knows("behörigheter")) return null;
        var accounts = facts.Accounts.Where(a => (a.From is null || a.From <= facts.AsOf) && (a.To is null || a.To >= facts.AsOf)).ToList();
        var employments = facts.Employments.ToLookup(e => e.Employee, StringComparer.OrdinalIgnoreCase);
        var matched = facts.Knows("anställda");
        return new(
            facts.AsOf, accounts.Count, matched,
            matched ? [.. accounts.Select(a => new AccountFinding(a, Difference(a, employments[a.Employee].ToList(), facts.AsOf) ?? "")).Where(f => f.Difference.Length > 0)] : [],
            [.. facts.Employments.Select(e => e.Title).Where(t => !IsKnownTitle(t)).Distinct(StringComparer.OrdinalIgnoreCase).Order(SwedishOrder.Comparer)]);
    }

    public IEnumerable<(string Difference, int Count)> PerDifference =>
        new[] { NoEmployment, EndedEmployment, OtherUnit, TooHigh }.Select(d => (d, Findings.Count(f => f.Difference == d))).Where(d => d.Item2 > 0);

    private static string? Difference(AccountFact account, List<EmploymentFact> employments, DateOnly asOf)
    {
        if (employments.Count == 0) return NoEmployment;
        var held = employments.Where(e => e.From <= asOf && (e.To is null || e.To >= asOf)).ToList();
        if (held.Count == 0) return EndedEmployment;
        var atUnit = held.Where(e => string.Equals(e.Unit, account.Unit, StringComparison.OrdinalIgnoreCase)).ToList();
        if (atUnit.Count == 0) return OtherUnit;
        return atUnit.Any(e => !RoleOfTitle.TryGetValue(e.Title.Trim(), out var role) || string.Equals(role, account.Role, StringComparison.OrdinalIgnoreCase)) ? null : TooHigh;
    }
}
