using Vattenpass.Domain.Registers;

namespace Vattenpass.Web.Files;

/// <summary>The columns of a list, by all the words that people head them with.</summary>
/// <param name="columns">What a column means here, and its words with semicolons between.</param>
public sealed class ListHeaders(params (string Means, string Words)[] columns)
{
    private readonly Dictionary<string, string> byWord = columns
        .SelectMany(c => c.Words.Split(';', StringSplitOptions.TrimEntries).Select(w => (Word: RegisterKind.Fold(w), c.Means)))
        .DistinctBy(h => h.Word).ToDictionary(h => h.Word, h => h.Means);

    /// <summary>How many of the headers are known.</summary>
    public int Known(IReadOnlyList<string> headers) => headers.Count(h => byWord.ContainsKey(RegisterKind.Fold(h)));

    /// <summary>Where each known column stands; the first, when a file has it twice.</summary>
    public IReadOnlyDictionary<string, int> At(IReadOnlyList<string> headers) => headers.Index()
        .Where(h => byWord.ContainsKey(RegisterKind.Fold(h.Item)))
        .DistinctBy(h => byWord[RegisterKind.Fold(h.Item)])
        .ToDictionary(h => byWord[RegisterKind.Fold(h.Item)], h => h.Index);
}
