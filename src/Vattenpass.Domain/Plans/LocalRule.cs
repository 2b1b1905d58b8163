namespace Vattenpass.Domain.Plans;

/// <summary>
/// A number that no law gives and each municipality decides for itself. Key is stored and never changed; Unit is what the number counts;
/// Standard holds where nobody has decided anything, and values lie from Least to Most.
/// </summary>
public sealed record LocalRuleKind(string Key, string Name, string Unit, int Standard, int Least, int Most);

/// <summary>What the municipality has decided in place of the standard value, from a day on, and who answers for it.</summary>
public sealed class LocalRule : Root
{
    public string Key { get; private set; } = "";
    public DateOnly From { get; private set; }
    public int Value { get; private set; }
    /// <summary>The title that answers for the rule.</summary>
    public string Owner { get; private set; } = "";
    /// <summary>Who decided and where it stands, for example "SN 2026-03-12 § 45".</summary>
    public string Decision { get; private set; } = "";

    private LocalRule() { }

    public LocalRule(Guid id, Guid boardId, LocalRuleKind kind, DateOnly? from, int? value, string? owner, string? decision)
    {
        Refusal.If(from is null, "Ange från vilken dag regeln gäller.", nameof(From));
        (Id, UnitId, Key, From) = (id, boardId, kind.Key, from!.Value);
        Correct(value, owner, decision);
    }

    /// <summary>What was written down of the decision was wrong; what it was stands in the trail.</summary>
    public void Correct(int? value, string? owner, string? decision)
    {
        Refusal.If(value is null || value < Kind.Least || value > Kind.Most, $"Värdet ska vara {Kind.Least}–{Kind.Most} {Kind.Unit}.", nameof(Value));
        Value = value!.Value;
        Owner = Refusal.IfEmpty(owner, "Välj vem som ansvarar för regeln.", nameof(Owner));
        Decision = Refusal.IfEmpty(decision, "Skriv vem som har beslutat och när.", nameof(Decision));
    }

    public LocalRuleKind Kind => LocalRules.All.First(k => k.Key == Key);
}

/// <summary>The local rules as they held on a day.</summary>
public sealed record LocalRules(IReadOnlyDictionary<string, int> Values)
{
    public static readonly LocalRuleKind
        PhonesPercent = new("mobiltelefoner-andel", "Så stor del av varje enhets telefoner ska kontrolleras på ett år", "procent", 20, 1, 100),
        ManySpells = new("franvaro-tillfallen", "Så många sjukfrånvarotillfällen under ett kalenderår är upprepad frånvaro", "tillfällen", 6, 2, 30),
        SpellDays = new("franvaro-dagar", "Frånvaro som börjar inom så här många dagar efter den förra hör till samma tillfälle", "dagar", 5, 0, 30),
        InterimMonths = new("delar-manader", "Så många månader, från januari, omfattar delåret", "månader", 8, 6, 8);

    public static readonly IReadOnlyList<LocalRuleKind> All = [PhonesPercent, ManySpells, SpellDays, InterimMonths];

    public static readonly LocalRules Standard = new(new Dictionary<string, int>());

    /// <summary>Of each kind the rule that began last, at the latest on the day.</summary>
    public static LocalRules On(DateOnly day, IEnumerable<LocalRule> rules) => new(rules.Where(r => r.From <= day)
        .GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.MaxBy(r => r.From)!.Value));

    public int this[LocalRuleKind kind] => Values.GetValueOrDefault(kind.Key, kind.Standard);
}
