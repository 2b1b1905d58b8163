using System.Security.Cryptography;
using Vattenpass.Domain;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Files;

/// <summary>A file read as rows of text. Line is the row's number as the user sees it in the file, the header being 1.</summary>
public sealed record Sheet(string FileName, string Sha256, string Encoding, IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows);

public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    public string At(int column) => column < Cells.Count ? Cells[column] : "";
}

public static class SheetReader
{
    public const int LargestFile = 25 * 1024 * 1024;
    public const int MostRows = 200_000;
    public const int MostColumns = 200;
    public const int LongestCell = 32_767;
    /// <summary>So much text in all the cells together, in characters: what a file of the largest size can hold, and half as much again.</summary>
    public const int MostText = 40_000_000;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(30);

    /// <summary>Reads within bounds of time and size, and stops when whoever asked for it has left.</summary>
    /// <exception cref="Refusal">The file is too large, of a kind that cannot be read, or broken; says what to do.</exception>
    public static Sheet Read(string fileName, byte[] bytes, CancellationToken stop = default)
    {
        var name = Path.GetFileName(fileName);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(LongestTime);
        try
        {
            return ReadWithin(name, bytes, time.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new Refusal($"Filen {name} tar för lång tid att läsa. Dela upp den, eller spara om den som CSV.");
        }
        catch (Exception broken) when (broken is not (Refusal or OperationCanceledException))
        {
            throw new Refusal($"Filen {name} går inte att läsa. Öppna den i Excel och spara om den som .xlsx eller CSV.");
        }
    }

    private static Sheet ReadWithin(string name, byte[] bytes, CancellationToken stop)
    {
        Refusal.If(bytes.Length > LargestFile, $"Filen {name} är större än {LargestFile / 1024 / 1024} MB. Dela upp den.");
        Refusal.If(bytes.Length == 0, $"Filen {name} är tom.");
        var isZip = bytes is [0x50, 0x4B, ..];
        var (encoding, rows) = isZip ? ("xlsx", XlsxReader.Read(name, bytes, stop)) : Csv(name, bytes, stop);
        var filled = rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))).ToList();
        Refusal.If(filled.Count == 0, $"Filen {name} har inga rader.");
        var headers = filled[0].Cells.Select(PlainText.Line).ToList();
        return new(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), encoding, headers, [.. filled.Skip(1).Where(r => !IsTotal(r))]);
    }

    private static (string, List<SheetRow>) Csv(string name, byte[] bytes, CancellationToken stop)
    {
        var (text, encoding) = TextDecoding.Decode(name, bytes);
        return (encoding, CsvReader.Read(name, text, stop));
    }

    /// <summary>A trailing row of totals is not a row of the register.</summary>
    private static bool IsTotal(SheetRow row) =>
        row.At(0).Trim().TrimEnd(':').ToLowerInvariant() is "summa" or "totalt" or "total" or "antal" or "delsumma" or "summa totalt";
}
