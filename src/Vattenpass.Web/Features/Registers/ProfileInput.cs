using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Registers;

/// <summary>A column profile, as a form. Headers and Constants have a place for each of the register's columns.</summary>
public sealed class ProfileInput
{
    public string? Name { get; set; }
    public List<string?> Headers { get; set; } = [];
    public List<string?> Constants { get; set; } = [];
    public List<ProfileWord> Words { get; set; } = [];
    public List<ProfileFilter> Kept { get; set; } = [];
    public List<IdRule> IdRules { get; set; } = [];

    public static ProfileInput Of(RegisterKind kind, string? name, ProfileContent content) => new()
    {
        Name = name,
        Headers = [.. kind.Columns.Select(c => content.Headers.GetValueOrDefault(c.Name))],
        Constants = [.. kind.Columns.Select(c => content.Constants.GetValueOrDefault(c.Name))],
        Words = [.. content.Words.Select(w => new ProfileWord { Column = w.Column, InFile = w.InFile, Means = w.Means })],
        Kept = [.. content.Kept.Select(k => new ProfileFilter { Header = k.Header, Words = string.Join(", ", k.Words) })],
        IdRules = [.. content.IdRules],
    };

    /// <exception cref="Refusal">A word has no meaning, a meaning has no word, or a header has no words to count.</exception>
    public ProfileContent Content(RegisterKind kind) => new(Filled(kind, Headers, nameof(Headers)))
    {
        Constants = Filled(kind, Constants, nameof(Constants)),
        Words = [.. Words.Select(Word).OfType<ValueWord>()],
        Kept = [.. Kept.Select(Filter).OfType<RowFilter>()],
        IdRules = [.. IdRules.Distinct().Order()],
    };

    private static Dictionary<string, string> Filled(RegisterKind kind, List<string?> texts, string field)
    {
        foreach (var (n, text) in texts.Index()) IdentityGuard.MustBeFree(text, $"{field}[{n}]", "Texten");
        return kind.Columns.Zip(texts).Where(t => !string.IsNullOrWhiteSpace(t.Second)).ToDictionary(t => t.First.Name, t => t.Second!.Trim());
    }

    private static ValueWord? Word(ProfileWord word, int n)
    {
        var (inFile, means) = (word.InFile?.Trim() ?? "", word.Means?.Trim() ?? "");
        if (inFile.Length == 0 && means.Length == 0) return null;
        // A word of the file that nobody has explained is only not explained yet.
        if (means.Length == 0 && word.IsAsked) return null;
        Refusal.If(inFile.Length == 0, "Skriv hur ordet står i filen.", $"{nameof(Words)}[{n}].InFile");
        Refusal.If(string.IsNullOrEmpty(word.Column), "Välj vilken kolumn ordet står i.", $"{nameof(Words)}[{n}].Column");
        Refusal.If(means.Length == 0, "Skriv vad ordet betyder.", $"{nameof(Words)}[{n}].Means");
        IdentityGuard.MustBeFree(inFile, $"{nameof(Words)}[{n}].InFile", "Ordet");
        return new(word.Column!, inFile, means);
    }

    private static RowFilter? Filter(ProfileFilter filter, int n)
    {
        List<string> words = [.. CommaList.Read(filter.Words ?? "")];
        if (string.IsNullOrWhiteSpace(filter.Header) && words.Count == 0) return null;
        Refusal.If(string.IsNullOrWhiteSpace(filter.Header), "Skriv rubriken i filen.", $"{nameof(Kept)}[{n}].Header");
        Refusal.If(words.Count == 0, "Skriv vilka ord som räknas, till exempel Aktiv, I bruk.", $"{nameof(Kept)}[{n}].Words");
        IdentityGuard.MustBeFree($"{filter.Header} {filter.Words}", $"{nameof(Kept)}[{n}].Words", "Urvalet");
        return new(filter.Header!.Trim(), words);
    }
}

public sealed class ProfileWord
{
    public string? Column { get; set; }
    public string? InFile { get; set; }
    public string? Means { get; set; }
    /// <summary>The file has it, and the page asks what it means.</summary>
    public bool IsAsked { get; set; }
}

public sealed class ProfileFilter
{
    public string? Header { get; set; }
    /// <summary>With commas between them.</summary>
    public string? Words { get; set; }
}
