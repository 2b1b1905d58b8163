namespace Vattenpass.Domain.Plans;

/// <summary>
/// A control as its source tells it, in what is a statement of somebody there and no record here: status in the source's words, dates, comment,
/// how often and how many in its own phrases, and cells that nothing holds ("rubrik: text"). It is shown as the source's, and counts for nothing.
/// </summary>
public sealed record AsRead(string Status, DateOnly? Start, IReadOnlyList<DateOnly> Checkpoints, DateOnly? End, string Comment,
    string Frequency, string Sample, string Method, IReadOnlyList<string> Kept)
{
    /// <summary>What the source states, as the source's own; empty where it states nothing.</summary>
    public string Sentence() => string.Join(' ', new[] { Status.Length > 0 ? $"Status i filen: {Status.ToLowerInvariant()}." : "",
        Comment.Length > 0 ? $"Kommentar i filen: {Comment.Replace('\n', ' ')}" : "" }.Where(p => p.Length > 0));
}
