using Microsoft.AspNetCore.WebUtilities;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Registers;

/// <summary>The chosen file that a profile is made for, so that its own headers and words are chosen from and not typed.</summary>
public sealed class ProfiledFile(Sheet sheet)
{
    private const int MostExamples = 2, MostWords = 40, LongestExample = 30;

    public string Name => sheet.FileName;
    public IReadOnlyList<string> Headers { get; } = [.. sheet.Headers.Where(h => h.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Of the files behind the address one came from, the one that the register knows most of; null where none is held.</summary>
    /// <param name="back">The address to go back to, which names the held files.</param>
    public static async Task<ProfiledFile?> ReadAsync(string? back, HeldFiles held, RegisterKind kind, KindsInUse inUse, ColumnProfile? profile, CancellationToken stop)
    {
        if (!IsAddress(back) || !Guid.TryParse(QueryHelpers.ParseQuery(back![(back!.IndexOf('?', StringComparison.Ordinal) + 1)..])[HeldIn].ToString(), out var batch)) return null;
        List<Sheet> sheets = [];
        try
        {
            foreach (var (name, bytes) in await held.OpenAsync(batch, stop)) sheets.Add(SheetReader.Read(name, bytes, Knows, stop));
        }
        catch (Refusal)
        {
            // What cannot be read is told where the file is read in.
        }
        return sheets.Count == 0 ? null : new(sheets.MaxBy(s => kind.Known(s.Headers) + (profile?.Known(s.Headers) ?? 0))!);

        // Where nobody knows any of the headers, the row with most words is the likeliest one.
        int Knows(IReadOnlyList<string> headers) => Math.Max(inUse.Knows(headers), Math.Max(kind.Known(headers), profile?.Known(headers) ?? 0)) is > 0 and var known
            ? known * SheetReader.MostColumns : headers.Count(h => h.Any(char.IsLetter));
    }

    public const string HeldIn = "Input.Held";

    /// <summary>Only the page that reads registers in is gone back to.</summary>
    public static bool IsAddress(string? back) => back?.StartsWith("/register/las-in?", StringComparison.Ordinal) == true;

    /// <summary>The header with a few of its cells, so that one sees what it holds.</summary>
    public string Shown(string header)
    {
        List<string> examples = [.. Values(header).Distinct().Take(MostExamples).Select(v => v.Length > LongestExample ? v[..LongestExample] + "…" : v)];
        return examples.Count == 0 ? $"{header} (tom)" : $"{header} ({string.Join(", ", examples)} …)";
    }

    /// <summary>The words under a header that the column does not know by itself, most common first.</summary>
    public IReadOnlyList<string> Unknown(Column column, string? header) => [.. Values(header ?? column.Name)
        .Where(v => column.Meant(v) is null).GroupBy(RegisterKind.Fold).OrderByDescending(g => g.Count()).Take(MostWords).Select(g => g.First())];

    public IReadOnlyList<string> Examples(string? header) => header is null ? [] : [.. Values(header).Distinct().Take(MostExamples)];

    private IEnumerable<string> Values(string header)
    {
        var at = sheet.Headers.ToList().FindIndex(h => RegisterKind.Fold(h) == RegisterKind.Fold(header));
        return at < 0 ? [] : sheet.Rows.Select(r => Pseudonyms.Masked(r.At(at).Trim())).Where(v => v.Length > 0);
    }
}
