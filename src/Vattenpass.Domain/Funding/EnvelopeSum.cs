using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Funding;

/// <summary>What an envelope comes to. A sum is of what has been stated, and says what has not.</summary>
public sealed class EnvelopeSum(Envelope envelope)
{
    private const int Named = 5;
    private readonly List<Allocation> all = [.. envelope.Allocations.OrderBy(a => a.Order)];

    public long Planned => all.Sum(a => a.Planned ?? 0);
    public long Used => all.Sum(a => a.Used ?? 0);
    /// <summary>What no item has been planned for; negative when more is planned than decided.</summary>
    public long Unplanned => envelope.Amount - Planned;
    /// <summary>What is left to use; negative when more is used than decided.</summary>
    public long Left => envelope.Amount - Used;
    public decimal Posts => all.Sum(a => a.Posts ?? 0);
    public bool KnowsAllPlanned => all.TrueForAll(a => a.Planned is not null);
    public bool KnowsAllUsed => all.TrueForAll(a => a.Used is not null);

    /// <summary>What is decided, planned and used, then what is missing or does not add up; one sentence each.</summary>
    public IReadOnlyList<string> Sentences()
    {
        List<string> said = [$"{Kronor.Text(envelope.Amount)} är beslutade för {envelope.Year}."];
        if (all.Count == 0) return [.. said, "Inget är fördelat än."];
        var stated = all.Count(a => a.Planned is not null);
        said.Add(stated == 0 ? "Inget planerat belopp är angivet." : $"{Kronor.Text(Planned)} är planerade på {OfAll(stated)}.");
        if (Posts > 0) said.Add($"Posterna är {Prose.Decimal(Posts)} {(Posts == 1 ? "tjänst" : "tjänster")}.");
        if (stated > 0 && Missing(a => a.Planned is null) is { Count: > 0 } unplanned)
            said.Add($"Planerat belopp saknas för {Names(unplanned)}.");
        if (Unplanned < 0) said.Add($"Det planerade är {Kronor.Text(-Unplanned)} mer än beslutet.");
        else if (KnowsAllPlanned) said.Add(Unplanned == 0 ? "Hela beslutet är fördelat." : $"{Kronor.Text(Unplanned)} är inte fördelade.");
        var told = all.Where(a => a.Used is not null).ToList();
        if (told.Count == 0) said.Add("Hur mycket som är använt är inte rapporterat för någon post.");
        else
        {
            said.Add($"{Kronor.Text(Used)} är använda{(KnowsAllUsed ? "" : $" enligt {OfAll(told.Count)}")}, räknat till och med {Days(told)}.");
            if (Missing(a => a.Used is null) is { Count: > 0 } untold) said.Add($"Använt belopp saknas för {Names(untold)}.");
            if (Left < 0) said.Add($"Det använda är {Kronor.Text(-Left)} mer än beslutet.");
            else if (KnowsAllUsed) said.Add($"{Kronor.Text(Left)} av beslutet är inte använda.");
            foreach (var over in told.Where(a => a.Used > a.Planned)) said.Add($"{Name(over)} har kostat {Kronor.Text(over.Used!.Value - over.Planned!.Value)} mer än planerat.");
        }
        if (Missing(a => a.Answers.Length == 0) is { Count: > 0 } unanswered) said.Add($"Det är inte angivet vilken brist {Names(unanswered)} svarar mot.");
        return said;
    }

    private List<Allocation> Missing(Predicate<Allocation> lacks) => all.FindAll(lacks);
    private string OfAll(int count) => count == all.Count ? Prose.Count(count, "post", "poster") : $"{Prose.CountWord(count, neuter: false)} av {Prose.Count(all.Count, "post", "poster")}";
    private static string Name(Allocation item) => item.Purpose.TrimEnd('.');
    private static string Names(List<Allocation> items) => Prose.Some([.. items.Select(Name)], Named);

    private static string Days(List<Allocation> told) =>
        told.Min(a => a.UsedOn) is var first && told.Max(a => a.UsedOn) is var last && first == last ? $"{last:yyyy-MM-dd}" : $"{first:yyyy-MM-dd} för den äldsta uppgiften och {last:yyyy-MM-dd} för den nyaste";
}
