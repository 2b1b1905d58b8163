using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>Where a file of the log control has its columns, and how its source writes what stands in them. A profile goes before the file's own words.</summary>
public sealed class FileShape
{
    private readonly TextSource source;
    private readonly RegisterKind kind;
    private readonly IReadOnlyList<string> headers;
    private readonly List<(int At, RowFilter Filter)> filters = [];

    public ColumnProfile? Profile { get; }
    /// <summary>Nothing is to be done with a cell but to read it.</summary>
    public bool IsPlain => Profile is null or { Words.Count: 0, Constants.Count: 0, IdRules.Count: 0 };
    public bool HasFilters => filters.Count > 0;

    public FileShape(TextSource source, RegisterKind kind, IReadOnlyList<ColumnProfile> profiles)
    {
        (this.source, this.kind) = (source, kind);
        Profile = profiles.Where(p => p.Register == kind.Key && p.Fits(kind, source.Headers)).OrderByDescending(p => p.Known(source.Headers)).FirstOrDefault();
        headers = Profile?.Translate(source.Headers) ?? source.Headers;
        foreach (var filter in Profile?.Kept ?? []) filters.Add((source.Headers.ToList().FindIndex(h => RegisterKind.Fold(h) == RegisterKind.Fold(filter.Header)), filter));
    }

    /// <summary>−1 for a column that the file lacks.</summary>
    public int At(string column)
    {
        for (var n = 0; n < headers.Count; n++) if (RegisterKind.Fold(headers[n]) == RegisterKind.Fold(column)) return n;
        return -1;
    }

    /// <exception cref="Refusal">The file lacks a column, which is named with what the file has.</exception>
    public void MustBeWhole()
    {
        List<string> missing = [.. kind.Columns.Where(c => c.Required && At(c.Name) < 0 && Constant(c.Name) is null).Select(c => RegisterKind.Fold(c.Name))];
        Refusal.If(missing.Count > 0,
            $"Filen {source.Name} saknar {(missing.Count == 1 ? "kolumnen" : "kolumnerna")} {Prose.List(missing)}. Den har {HeadersShown.Of(source.Headers)}. Heter de något annat behövs en kolumnprofil för {kind.Name.ToLowerInvariant()}, som den som sköter registren gör.");
    }

    public bool Keeps(RowReader row) => filters.TrueForAll(f => f.Filter.Keeps(Encoding.UTF8.GetString(row[f.At])));

    /// <summary>A cell as the log control means it: the profile's constant where it is empty, its word, its id.</summary>
    public string Meant(string column, string written)
    {
        if (written.Length == 0) return Constant(column) ?? "";
        if (Profile!.Words.FirstOrDefault(w => RegisterKind.Fold(w.Column) == RegisterKind.Fold(column) && RegisterKind.Fold(w.InFile) == RegisterKind.Fold(written)) is { } word) return word.Means;
        return kind.Find(column)!.IsId ? IdRules.Apply(Profile.IdRules, written) : written;
    }

    private string? Constant(string column) =>
        Profile?.Constants.FirstOrDefault(c => RegisterKind.Fold(c.Key) == RegisterKind.Fold(column)) is { Key.Length: > 0 } fixedValue ? fixedValue.Value : null;
}
