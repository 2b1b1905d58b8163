using Vattenpass.Domain;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Web.Features.Registers;

/// <summary>A column profile, as a form.</summary>
public sealed class ProfileInput
{
    public string? Name { get; set; }
    public List<string?> Headers { get; set; } = [];
    /// <summary>A line a word: "typ: Utredning 11 kap. 1 § SoL barn = utredning".</summary>
    public string? Words { get; set; }
    /// <summary>A line a column: "system = Lifecare".</summary>
    public string? Constants { get; set; }
    /// <summary>A line a header: "Status = Aktiv, I bruk".</summary>
    public string? Kept { get; set; }
    public List<IdRule> IdRules { get; set; } = [];

    public static ProfileInput Of(RegisterKind kind, ColumnProfile? profile) => new()
    {
        Name = profile?.Name,
        Headers = [.. kind.Columns.Select(c => profile?.Headers.GetValueOrDefault(c.Name))],
        Words = string.Join('\n', (profile?.Words ?? []).Select(w => $"{w.Column}: {w.InFile} = {w.Means}")),
        Constants = string.Join('\n', (profile?.Constants ?? new Dictionary<string, string>()).Select(c => $"{c.Key} = {c.Value}")),
        Kept = string.Join('\n', (profile?.Kept ?? []).Select(k => k.ToString())),
        IdRules = [.. profile?.IdRules ?? []],
    };

    public ProfileContent Content(RegisterKind kind) => new(kind.Columns.Zip(Headers)
        .Where(h => !string.IsNullOrWhiteSpace(h.Second))
        .ToDictionary(h => h.First.Name, h => h.Second!))
    {
        Words = [.. Lines(Words).Select(l => Word(kind, l))],
        Constants = Lines(Constants).Select(l => Pair(l, nameof(Constants), "Skriv kolumn = värde, till exempel system = Lifecare."))
            .GroupBy(p => Column(kind, p.Name, nameof(Constants))).ToDictionary(g => g.Key, g => g.Last().Value),
        Kept = [.. Lines(Kept).Select(l => Pair(l, nameof(Kept), "Skriv rubrik = ord, till exempel Status = Aktiv, I bruk."))
            .Select(p => new RowFilter(p.Name, p.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))],
        IdRules = [.. IdRules.Distinct().Order()],
    };

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static ValueWord Word(RegisterKind kind, string line)
    {
        const string how = "Skriv kolumn: ord i filen = registrets ord, till exempel typ: Utredning barn 11:1 = utredning.";
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        Refusal.If(colon <= 0, $"Raden ”{line}” går inte att läsa. {how}", nameof(Words));
        var (inFile, means) = Pair(line[(colon + 1)..], nameof(Words), how);
        return new(Column(kind, line[..colon], nameof(Words)), inFile, means);
    }

    /// <summary>The last equals sign divides: a source's word may hold one.</summary>
    private static (string Name, string Value) Pair(string line, string field, string how)
    {
        var equals = line.LastIndexOf('=');
        Refusal.If(equals <= 0 || line[(equals + 1)..].Trim().Length == 0, $"Raden ”{line}” går inte att läsa. {how}", field);
        return (line[..equals].Trim(), line[(equals + 1)..].Trim());
    }

    private static string Column(RegisterKind kind, string name, string field) =>
        kind.Find(name)?.Name ?? throw new Refusal($"Kolumnen {name.Trim()} finns inte i registret.", field);
}
