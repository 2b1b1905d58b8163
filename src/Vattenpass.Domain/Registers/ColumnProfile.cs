namespace Vattenpass.Domain.Registers;

/// <summary>
/// How a source system writes a register: its headers, its words, what it leaves out, which of its rows count and how its ids stand.
/// Used when a file's own headers are not enough.
/// </summary>
public sealed class ColumnProfile : Root
{
    private const int MostWords = 500;

    public string Name { get; private set; } = "";
    public string Register { get; private set; } = "";
    /// <summary>The register's column → the header in the file.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyList<ValueWord> Words { get; private set; } = [];
    /// <summary>The register's column → what it is in every row, such as the system's name.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyList<RowFilter> Kept { get; private set; } = [];
    public IReadOnlyList<IdRule> IdRules { get; private set; } = [];

    private ColumnProfile() { }

    public ColumnProfile(Guid id, Guid boardId, RegisterKind kind, string name, ProfileContent content)
    {
        Id = id;
        UnitId = boardId;
        Field = kind.Field;
        Register = kind.Key;
        Describe(kind, name, content);
    }

    public void Describe(RegisterKind kind, string name, ProfileContent content)
    {
        Name = Refusal.IfEmpty(name, "Skriv vad profilen heter, till exempel källsystemets namn.", nameof(Name));
        var headers = content.Headers.Where(h => !string.IsNullOrWhiteSpace(h.Value)).ToDictionary(h => h.Key, h => h.Value.Trim());
        Refusal.If(headers.Count + content.Words.Count + content.Constants.Count + content.Kept.Count + content.IdRules.Count == 0,
            "Skriv minst en rubrik eller något annat som skiljer filen från registret.", "Headers");
        Refusal.If(headers.Values.GroupBy(RegisterKind.Fold).Any(g => g.Count() > 1), "Samma rubrik i filen används för två kolumner.", "Headers");
        Refusal.If(headers.Keys.Any(c => kind.Find(c) is null), "En kolumn finns inte i registret.", "Headers");
        foreach (var column in content.Words.Select(w => w.Column).Concat(content.Constants.Keys))
            Refusal.If(kind.Find(column) is null, $"Kolumnen {column} finns inte i registret.", content.Constants.ContainsKey(column) ? nameof(Constants) : nameof(Words));
        Refusal.If(content.Words.Count > MostWords, $"En profil får ha högst {MostWords} ord.", nameof(Words));
        foreach (var word in content.Words)
            Refusal.If(kind.Find(word.Column)!.Words is { Count: > 0 } words && words.All(w => w.Means != word.Means),
                $"”{word.Means}” är inget ord i kolumnen {word.Column}. Orden är {string.Join(", ", kind.Find(word.Column)!.Words.Select(w => w.Means))}.", nameof(Words));
        Headers = headers;
        Words = content.Words;
        Constants = content.Constants;
        Kept = content.Kept;
        IdRules = content.IdRules;
    }

    /// <summary>The required columns that neither the file's headers nor the profile's constants give.</summary>
    public IReadOnlyList<Column> Missing(RegisterKind kind, IReadOnlyCollection<string> headers)
    {
        var folded = headers.Select(RegisterKind.Fold).ToHashSet();
        return [.. kind.Columns.Where(c => c.Required && !Constants.ContainsKey(c.Name)
            && !folded.Contains(RegisterKind.Fold(Headers.GetValueOrDefault(c.Name, c.Name))))];
    }

    /// <summary>How many of its headers the file has.</summary>
    public int Known(IReadOnlyCollection<string> headers) =>
        headers.Select(RegisterKind.Fold).ToHashSet() is var folded ? Headers.Values.Count(h => folded.Contains(RegisterKind.Fold(h))) : 0;

    /// <summary>The file uses the profile's names, and has by them every column that the register needs.</summary>
    public bool Fits(RegisterKind kind, IReadOnlyCollection<string> headers) => Missing(kind, headers).Count == 0
        && (Headers.Count == 0 || Known(headers) > 0)
        && Kept.All(k => headers.Any(h => RegisterKind.Fold(h) == RegisterKind.Fold(k.Header)));

    /// <summary>The headers as the register names them. A header that stands for another column is not also its own.</summary>
    public IReadOnlyList<string> Translate(IEnumerable<string> headers) =>
        [.. headers.Select(h => Headers.FirstOrDefault(m => RegisterKind.Fold(m.Value) == RegisterKind.Fold(h)).Key
            ?? (Headers.Keys.Any(c => RegisterKind.Fold(c) == RegisterKind.Fold(h)) ? $"{h} (i filen)" : h))];
}

/// <summary>What a profile says of a source, as it is typed.</summary>
public sealed record ProfileContent(IReadOnlyDictionary<string, string> Headers)
{
    public IReadOnlyList<ValueWord> Words { get; init; } = [];
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<RowFilter> Kept { get; init; } = [];
    public IReadOnlyList<IdRule> IdRules { get; init; } = [];
}
