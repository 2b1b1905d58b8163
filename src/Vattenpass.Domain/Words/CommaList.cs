namespace Vattenpass.Domain.Words;

/// <summary>Several words in one field, with commas between them.</summary>
public static class CommaList
{
    public static List<string> Read(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    public static string Text(IEnumerable<string> words) => string.Join(", ", words);
}
