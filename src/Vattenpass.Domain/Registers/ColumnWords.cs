using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Registers;

/// <summary>
/// A word that decides something in a column: the register's own, and what systems and people write for it. Words are compared as headers
/// are, without case, spaces and marks.
/// </summary>
public sealed record ColumnWord(string Means, params IReadOnlyList<string> AlsoWritten);

/// <summary>What a source writes for a word of a register, as a profile has it.</summary>
public sealed record ValueWord(string Column, string InFile, string Means);

/// <summary>The rows of a file that count: those where a header's cell is one of some words, such as Status = Aktiv.</summary>
public sealed record RowFilter(string Header, IReadOnlyList<string> Words)
{
    public bool Keeps(string cell) => Words.Any(w => RegisterKind.Fold(w) == RegisterKind.Fold(cell));
    public override string ToString() => $"{Header} = {string.Join(", ", Words)}";
}

/// <summary>How a person's or thing's id stands in a source's cell. Stored by name, and never renamed.</summary>
public enum IdRule
{
    /// <summary>"Undersköterska 01 [Ask] (ab1234)": what stands in the last brackets.</summary>
    InBrackets = 1,
    /// <summary>"KOMMUN\ab1234": what stands after the backslash.</summary>
    AfterBackslash = 2,
    /// <summary>"ab1234@kommun.example": what stands before the at sign.</summary>
    BeforeAt = 3,
    /// <summary>"AB1234" and "ab1234" are the same.</summary>
    AnyCase = 4,
    /// <summary>"00101" and "101" are the same: Excel takes the zeros away.</summary>
    NoLeadingZeros = 5,
}

/// <summary>Ids as they are compared between files.</summary>
public static class IdRules
{
    public static readonly IReadOnlyList<(IdRule Rule, string Name)> All =
    [
        (IdRule.InBrackets, "delen inom parentes"), (IdRule.AfterBackslash, "delen efter omvänt snedstreck"),
        (IdRule.BeforeAt, "delen före @"), (IdRule.AnyCase, "stora och små bokstäver är samma"),
        (IdRule.NoLeadingZeros, "utan inledande nollor"),
    ];

    public static string Swedish(this IdRule rule) => All.First(r => r.Rule == rule).Name;

    public static string Apply(IReadOnlyList<IdRule> rules, string id)
    {
        foreach (var rule in rules) id = Apply(rule, id);
        return id;
    }

    private static string Apply(IdRule rule, string id) => rule switch
    {
        IdRule.InBrackets => id.LastIndexOf('(') is >= 0 and var open && id.IndexOf(')', open) is > 0 and var close && close > open + 1
            ? id[(open + 1)..close].Trim() : id,
        IdRule.AfterBackslash => id.LastIndexOf('\\') is >= 0 and var slash && slash + 1 < id.Length ? id[(slash + 1)..] : id,
        IdRule.BeforeAt => id.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? id[..at] : id,
        IdRule.AnyCase => id.ToLowerInvariant(),
        IdRule.NoLeadingZeros => id.TrimStart('0') is { Length: > 0 } rest ? rest : id,
        _ => throw new InvalidOperationException($"{rule}"),
    };

    /// <summary>
    /// The fewest rules, tried on both sides, that join at least half of the ids; null when none does. What it gives is proposed, never used
    /// unasked: two people may differ in nothing but what the rule takes away.
    /// </summary>
    public static IReadOnlyList<IdRule>? ThatJoin(IReadOnlyCollection<string> ids, IReadOnlyCollection<string> known)
    {
        IReadOnlyList<IdRule>[] tried =
        [
            .. All.Select(r => (IReadOnlyList<IdRule>)[r.Rule]),
            .. All.Take(3).SelectMany(r => new IReadOnlyList<IdRule>[] { [r.Rule, IdRule.AnyCase], [r.Rule, IdRule.NoLeadingZeros] }),
            [IdRule.AnyCase, IdRule.NoLeadingZeros],
        ];
        return tried.FirstOrDefault(rules =>
        {
            var there = known.Select(k => Apply(rules, k)).ToHashSet(StringComparer.Ordinal);
            return ids.Count(i => there.Contains(Apply(rules, i))) * 2 >= ids.Count;
        });
    }
}

/// <summary>How many ids of a file are found in what it is held against.</summary>
public sealed record Join(string What, string Where, int Found, int Of)
{
    /// <summary>So few ids may all be strangers; from here on it is the files that do not fit.</summary>
    private const int Fewest = 5;

    public bool IsTooLow => Of >= Fewest && Found * 2 < Of;

    public override string ToString() => $"{Found} av {Of} {What} finns i {Where}";

    /// <summary>What to do when too few are found: one id of each side, and the rule that would join them.</summary>
    public static string Remedy(IReadOnlyCollection<string> ids, IReadOnlyCollection<string> known)
    {
        var shown = $"Ett id här: ”{ids.First(i => !known.Contains(i))}”, ett där: ”{known.First()}”.";
        return IdRules.ThatJoin(ids, known) is { } rules
            ? $"{shown} De skulle passa ihop med regeln ”{Prose.List(rules.Select(r => r.Swedish()))}”. Välj den i kolumnprofilen."
            : $"{shown} Kontrollera att det är rätt filer och rätt kolumn.";
    }
}
