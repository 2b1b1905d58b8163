using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

public sealed record AccountFact(string System, string Employee, string Role, string Unit, DateOnly? From, DateOnly? To, Guid RowId = default);

public sealed record EmploymentFact(string Employee, string Unit, string Title, DateOnly From, DateOnly? To);

/// <summary>An account whose permission differs from the employment, with the first difference that matched.</summary>
public sealed record AccountFinding(AccountFact Account, string Difference);

/// <summary>
/// Permissions matched with employments on the last day over the whole register. An account counts once, first match.
/// Deviating is null when the register of employees is not known.
/// </summary>
public sealed record AccountFigures(
    DateOnly AsOf, Figure Valid, Figure? Deviating, IReadOnlyList<(string Difference, Figure Figure)> PerDifference,
    IReadOnlyList<AccountFinding> Findings,
    IReadOnlyList<string> UnknownTitles) : KindFigures
{
    /// <summary>Accounts that were held against employment and unit but not against a role, since no rule knows the title.</summary>
    public Figure? Untested { get; init; }

    public const string NoEmployment = "saknar anställning";
    public const string EndedEmployment = "avslutad anställning";
    public const string OtherUnit = "annan enhet";
    public const string TooHigh = "för hög behörighet";

    public static AccountFigures? Of(YearFacts facts)
    {
        if (!facts.Knows(RegisterKinds.Accounts)) return null;
        var accounts = facts.Of<AccountFact>()
            .Where(a => (a.From is null || a.From <= facts.AsOf) && (a.To is null || a.To >= facts.AsOf))
            .ToList();
        var employments = facts.Of<EmploymentFact>().ToList();
        var valid = Figure.Count("behorigheter-konton", $"konton per {facts.AsOf:yyyy-MM-dd}", "konto", facts.Period, RowsOf.Register,
            accounts.Select(a => new FigureRow(a.RowId, 1)));
        var roles = facts.Roles.ToLookup(r => r.Title.Trim(), r => r.Role, StringComparer.OrdinalIgnoreCase);
        var unknown = employments.Select(e => e.Title)
            .Where(t => !roles.Contains(t.Trim()))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(SwedishOrder.Comparer)
            .ToList();
        if (!facts.Knows(RegisterKinds.Employees)) return new(facts.AsOf, valid, null, [], [], unknown);
        var byEmployee = employments.ToLookup(e => e.Employee, StringComparer.OrdinalIgnoreCase);
        var findings = accounts.Select(a => new AccountFinding(a, Difference(a, [.. byEmployee[a.Employee]], roles, facts.AsOf) ?? "")).ToList();
        var untested = findings.Where(f => f.Difference.Length == 0 && !AtUnit(f.Account, byEmployee[f.Account.Employee], facts.AsOf).Exists(e => roles.Contains(e.Title.Trim())))
            .Select(f => new FigureRow(f.Account.RowId, 1));
        var deviating = Figure.Of("behorigheter-avvikande", "konton som avviker från anställningen", "konto", facts.Period, RowsOf.Register,
            findings.Select(f => new FigureRow(f.Account.RowId, f.Difference.Length > 0 ? 1 : 0, 1, f.Difference))) with
        { NoteHeader = "Avvikelse", IsListed = false };
        return new(facts.AsOf, valid, deviating, [.. Differences(findings, facts.Period)],
            [.. findings.Where(f => f.Difference.Length > 0)], unknown)
        {
            Untested = Figure.Count("behorigheter-ej-provade", "konton som inte är prövade mot roll", "konto", facts.Period, RowsOf.Register, untested),
        };
    }

    private static IEnumerable<(string, Figure)> Differences(List<AccountFinding> findings, Period period) =>
        new[] { NoEmployment, EndedEmployment, OtherUnit, TooHigh }
            .Select(d => (Difference: d, Figure: Figure.Count($"behorigheter-{Figure.Slug(d)}", d, "konto", period, RowsOf.Register,
                findings.Where(f => f.Difference == d).Select(f => new FigureRow(f.Account.RowId, 1)))))
            .Where(d => d.Figure.Rows.Count > 0);

    private static string? Difference(AccountFact account, List<EmploymentFact> employments, ILookup<string, string> roles, DateOnly asOf)
    {
        if (employments.Count == 0) return NoEmployment;
        if (!employments.Exists(e => IsHeld(e, asOf))) return EndedEmployment;
        var atUnit = AtUnit(account, employments, asOf);
        if (atUnit.Count == 0) return OtherUnit;
        return atUnit.Exists(e => !roles.Contains(e.Title.Trim()) || roles[e.Title.Trim()].Contains(account.Role.Trim(), StringComparer.OrdinalIgnoreCase)) ? null : TooHigh;
    }

    private static bool IsHeld(EmploymentFact employment, DateOnly asOf) => employment.From <= asOf && (employment.To is null || employment.To >= asOf);

    private static List<EmploymentFact> AtUnit(AccountFact account, IEnumerable<EmploymentFact> employments, DateOnly asOf) =>
        [.. employments.Where(e => IsHeld(e, asOf) && string.Equals(e.Unit, account.Unit, StringComparison.OrdinalIgnoreCase))];

    public override string Section => "Behörigheter";
    public override IReadOnlyList<Figure> All => [Valid, .. PerDifference.Select(d => d.Figure), .. new[] { Deviating, Untested is { Rows.Count: > 0 } ? Untested : null }.OfType<Figure>()];
    public override string JsonKey => "behörigheter";

    public override JsonObject Json
    {
        get
        {
            var json = new JsonObject { ["per"] = $"{AsOf:yyyy-MM-dd}", ["konton"] = Valid.Rows.Count };
            if (Untested is { Rows.Count: > 0 } untested) json["ej_prövade"] = untested.Rows.Count;
            if (Deviating is not null) json["avvikande"] = Map(PerDifference.Select(d => (d.Difference, (JsonNode)d.Figure.Rows.Count)));
            return json;
        }
    }
}
