using Microsoft.AspNetCore.WebUtilities;
using Vattenpass.Domain;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Registers;

/// <summary>The chosen file that a profile is made for, so that its own headers and words are chosen from and not typed.</summary>
public sealed class ProfiledFile(Sheet sheet)
{
    private const int MostExamples = 2, MostWords = 200, LongestExample = 30;

    public string Name => sheet.FileName;
    public IReadOnlyList<string> Headers { get; } = [.. sheet.Headers.Where(h => h.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The other files that were chosen with it.</summary>
    public IReadOnlyList<string> Others { get; private init; } = [];

    /// <summary>Of the files behind the address one came from, the one that is asked for, or that the register knows most of; null where none is held.</summary>
    /// <param name="back">The address to go back to, which names the held files.</param>
    public static async Task<ProfiledFile?> ReadAsync(string? back, string? wanted, HeldFiles held, RegisterKind kind, KindsInUse inUse, ColumnProfile? profile, CancellationToken stop)
    {
        if (!Guid.TryParse(In(back, HeldIn), out var batch)) return null;
        List<Sheet> sheets = [];
        try
        {
            foreach (var (name, bytes) in await held.OpenAsync(batch, stop))
                if (Read(name, bytes) is { } sheet) sheets.Add(sheet);
        }
        catch (Refusal)
        {
            // What is no longer there is told where the file is read in.
        }
        if (sheets.Count == 0) return null;
        var chosen = sheets.Find(s => s.FileName == wanted) ?? sheets.OrderByDescending(s => kind.Known(s.Headers) + (profile?.Known(s.Headers) ?? 0)).ThenBy(s => inUse.Knows(s.Headers)).First();
        return new(chosen) { Others = [.. sheets.Select(s => s.FileName).Where(n => n != chosen.FileName)] };

        // Where nobody knows the headers, the row with most words is the likeliest one: one known word may stand in any row.
        int Knows(IReadOnlyList<string> headers) => Math.Max(inUse.Knows(headers), Math.Max(kind.Known(headers), profile?.Known(headers) ?? 0)) is > 1 and var known
            ? known * SheetReader.MostColumns : headers.Count(h => h.Any(char.IsLetter) && !h.Any(char.IsDigit));

        // One that cannot be read is told where it is read in.
        Sheet? Read(string name, byte[] bytes)
        {
            try
            {
                return SheetReader.Read(name, bytes, Knows, stop);
            }
            catch (Refusal)
            {
                return null;
            }
        }
    }

    private static string? In(string? back, string name) =>
        IsAddress(back) && QueryHelpers.ParseQuery(back![back!.IndexOf('?', StringComparison.Ordinal)..]).TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The source system that was typed where the file was chosen.</summary>
    public static string? SystemIn(string? back) => In(back, "Input.SourceSystem") is { Length: > 0 } system ? system : null;

    public const string HeldIn = "Input.Held";

    /// <summary>Only the page that reads registers in is gone back to.</summary>
    public static bool IsAddress(string? back) => back?.StartsWith("/register/las-in?", StringComparison.Ordinal) == true && back.All(c => char.IsAscii(c) && !char.IsControl(c));

    /// <summary>The header with a few of its cells, so that one sees what it holds.</summary>
    public string Shown(string header)
    {
        List<string> examples = [.. Values(header).Distinct().Take(MostExamples).Select(v => v.Length > LongestExample ? v[..LongestExample] + "…" : v)];
        return examples.Count == 0 ? $"{Pseudonyms.Masked(header)} (tom)" : $"{Pseudonyms.Masked(header)} ({string.Join(", ", examples)} …)";
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
