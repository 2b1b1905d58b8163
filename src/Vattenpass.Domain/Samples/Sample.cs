using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Samples;

/// <summary>Another taken in the place of one that could not be checked: always the next ticket, always with a reason.</summary>
public sealed record Replacement(string Out, string In, string Reason, DateTimeOffset At, string By);

/// <summary>
/// The sample of an occasion. The seed is committed, with its hash in the trail, before the list is read; the list is kept in
/// canonical form with its hash, so that anyone can draw it again. A new draw is a new numbered sample with a reason.
/// </summary>
public sealed class Sample : Root
{
    public Guid OccasionId { get; private set; }
    public Occasion Occasion { get; private set; } = null!;
    public int Number { get; private set; }
    public string Reason { get; private set; } = "";
    public string Register { get; private set; } = "";
    public string Seed { get; private set; } = "";
    public string SeedSha256 { get; private set; } = "";
    public DateTimeOffset CommittedAt { get; private set; }
    public string CommittedBy { get; private set; } = "";
    public Selection Selection { get; private set; }
    public SizeRule Rule { get; private set; } = new(null, null);
    public DateTimeOffset? DrawnAt { get; private set; }
    public string PopulationText { get; private set; } = "";
    public string PopulationSha256 { get; private set; } = "";
    public int PopulationCount { get; private set; }
    /// <summary>The drawn, in ticket order. Tickets are empty in a rotation.</summary>
    public IReadOnlyList<DrawnItem> Items { get; private set; } = [];
    public IReadOnlyList<Replacement> Replacements { get; private set; } = [];
    /// <summary>Rows about the performer, never drawn here; they became an occasion of the superior.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    private Sample() { }

    /// <summary>Its occasion is done; while the occasion is not at hand it is not known to be.</summary>
    public override bool IsFinished => Occasion?.IsFinished == true;

    /// <summary>Goes where its occasion goes.</summary>
    public void GoTo(Guid unitId) => UnitId = unitId;

    /// <summary>Commits the seed. Nothing has been read yet.</summary>
    public Sample(Guid id, Occasion occasion, int number, string reason, string register, Selection selection, SizeRule rule, string seed,
        string by, DateTimeOffset at)
    {
        Refusal.If(number > 1 && string.IsNullOrWhiteSpace(reason), "Skriv varför stickprovet dras om.", nameof(Reason));
        IdentityGuard.MustBeFree(reason, nameof(Reason), "Skälet");
        Refusal.If(occasion.Checks.Any(c => c.IsAnswered), "Kontrollen är påbörjad. Stickprovet kan inte dras om.");
        Id = id;
        OccasionId = occasion.Id;
        Occasion = occasion;
        UnitId = occasion.UnitId;
        Field = occasion.Field;
        Number = number;
        Reason = reason.Trim();
        Register = register;
        (Selection, Rule, Seed, CommittedAt, CommittedBy) = (selection, rule, selection is Selection.Random ? seed : "", at, by);
        SeedSha256 = Seed.Length > 0
            ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Seed)))
            : "";
    }

    public override bool BelongsTo(Guid personId) => Occasion?.BelongsTo(personId) == true;
    public bool IsDrawn => DrawnAt is not null;
    /// <summary>The group of each line of the list, where it was drawn group by group; else "".</summary>
    public string GroupText { get; private set; } = "";
    public bool IsGrouped => Rule.Groups is not null;
    public Population Population => Population.Of(IsGrouped
        ? PopulationText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Zip(GroupText.Split('\n'), (key, group) => new Candidate(key, group))
        : PopulationText.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(k => new Candidate(k)));

    /// <summary>What each group has, was drawn of and showed, those that the plan names first; empty when it was not drawn group by group.</summary>
    public IReadOnlyList<SampleGroup> Groups(IEnumerable<Check> checks)
    {
        if (Rule.Groups is not { } groups) return [];
        var results = checks.ToLookup(c => c.ObjectKey);
        var members = Population.Members.ToLookup(m => m.Stratum);
        var taken = Items.Where(i => Replacements.All(r => r.Out != i.Key)).ToLookup(i => i.Stratum);
        return [.. groups.Names().Concat(members.Select(m => m.Key)).Distinct().Select(name =>
        {
            var answered = taken[name].SelectMany(i => results[i.Key]).Where(c => c.IsAnswered && c.Result is not Forms.OutcomeResult.NotApplicable).ToList();
            return new SampleGroup(name, members[name].Count(), taken[name].Count(), answered.Count,
                answered.Count(c => c.Result is Forms.OutcomeResult.Deviation or Forms.OutcomeResult.SeriousDeviation));
        })];
    }

    /// <param name="lastChecked">For a rotation: the day each key was last checked; a key without a day has never been.</param>
    public void Take(IEnumerable<Candidate> candidates, IReadOnlyCollection<string> aboutThePerformer,
        IReadOnlyDictionary<string, DateOnly> lastChecked, DateTimeOffset at)
    {
        Refusal.If(IsDrawn, "Stickprovet är redan draget. Dra ett nytt med skäl om något är fel.");
        var population = Population.Of(candidates.Where(c => !aboutThePerformer.Contains(c.Key)));
        Refusal.If(population.Count == 0, "Registret har inga rader att dra från för den här enheten. Läs in registret först.");
        PopulationText = population.Text;
        GroupText = IsGrouped ? string.Join('\n', population.Members.Select(m => m.Stratum)) : "";
        PopulationSha256 = population.Sha256;
        PopulationCount = population.Count;
        LeftOut = [.. aboutThePerformer.Order(StringComparer.Ordinal)];
        DrawnAt = at;
        Items = Selection switch
        {
            Selection.Random => Draw.Smallest(population, Seed, Rule),
            Selection.Rotation =>
                [.. Ordered(population).OrderBy(i => lastChecked.GetValueOrDefault(i.Key))
                    .ThenBy(i => i.Number)
                    .Take(Rule.Of(population.Count))],
            _ => [.. Ordered(population)],
        };
    }

    private static IEnumerable<DrawnItem> Ordered(Population population) =>
        population.Members.Select((m, n) => new DrawnItem(m.Key, "", "", n + 1));

    /// <summary>The next in turn takes the place of one that cannot be checked.</summary>
    public DrawnItem Replace(string key, string reason, string by, DateTimeOffset at)
    {
        Refusal.If(Selection is not Selection.Random, "Bara ett slumpmässigt stickprov har en nästa lott.");
        Refusal.If(Items.All(i => i.Key != key), $"{key} är inte dragen.");
        reason = Refusal.IfEmpty(reason, "Skriv varför den inte kan kontrolleras.", nameof(Reason));
        var group = Items.First(i => i.Key == key).Stratum;
        var next = Draw.Ranked(Population, Seed).Where(g => g.Key == group).SelectMany(g => g).FirstOrDefault(i => Items.All(d => d.Key != i.Key))
            ?? throw new Refusal($"Alla i {(group.Length > 0 ? $"gruppen {group}" : "registret")} är redan dragna. Det finns ingen att ta i stället.");
        Items = [.. Items, next];
        Replacements = [.. Replacements, new(key, next.Key, reason, at, by)];
        return next;
    }

    /// <summary>What the sample says about the whole, or will be able to say; nothing for a census or a rotation.</summary>
    public string? Strength(Outcome? outcome) => !IsDrawn || Selection is not Selection.Random ? null
        : IsGrouped && outcome is { Content.IsDone: true } ? null
        : IsGrouped ? Samples.Strength.OfStrata([.. Groups([]).Where(g => g.Population > 0).Select(g => (g.Name, g.Population, g.Drawn))])
        : outcome is { Content.IsDone: true } ? Samples.Strength.OfResult(PopulationCount, outcome.Checked, outcome.Deviating)
        : Samples.Strength.OfDraw(PopulationCount, Items.Count - Replacements.Count);
}
