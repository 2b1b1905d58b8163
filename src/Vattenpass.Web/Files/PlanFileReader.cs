using System.Security.Cryptography;
using Vattenpass.Domain;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Files;

/// <summary>A plan's file, Word or Excel, as text and tables in the order they stand.</summary>
public static class PlanFileReader
{
    public const int LargestFile = 10 * 1024 * 1024;
    private const int MostCells = 100_000, MostRows = 3_000;
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(10);

    /// <exception cref="Refusal">The file is too large, of a kind that cannot be read, or broken; says what to do.</exception>
    public static SourceDocument Read(string fileName, byte[] bytes, CancellationToken stop)
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
            throw new Refusal($"Filen {name} tar för lång tid att läsa. Dela upp den.");
        }
        catch (Exception broken) when (broken is not (Refusal or OperationCanceledException))
        {
            throw new Refusal($"Filen {name} går inte att läsa. Öppna den i Word eller Excel och spara om den som .docx eller .xlsx.");
        }
    }

    private static SourceDocument ReadWithin(string name, byte[] bytes, CancellationToken stop)
    {
        Refusal.If(bytes.Length > LargestFile, $"Filen {name} är större än {LargestFile / 1024 / 1024} MB. Ta bort bilder ur den och försök igen.");
        Refusal.If(bytes.Length == 0, $"Filen {name} är tom.");
        FileKinds.MustBeRows(name, bytes);
        Refusal.If(!FileKinds.IsZip(bytes), $"Filen {name} är varken Word eller Excel. Spara planen som .docx eller .xlsx.");
        var sha = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return Packages.Guarded(name, () =>
        {
            using var zip = Packages.Unpack(name, bytes);
            if (zip.GetEntry("word/document.xml") is not null) return new SourceDocument(name, sha, DocxReader.Read(name, zip, stop), []);
            Refusal.If(zip.GetEntry("xl/workbook.xml") is null, $"Filen {name} är varken Word eller Excel. Spara planen som .docx eller .xlsx.");
            return Workbook(name, sha, bytes, stop);
        });
    }

    private static SourceDocument Workbook(string name, string sha, byte[] bytes, CancellationToken stop)
    {
        using var book = XlsxReader.Open(name, bytes, stop);
        var (blocks, cells) = (new List<SourceBlock>(), 0);
        foreach (var sheet in book.Sheets.Where(s => !s.IsHidden))
        {
            var rows = book.Rows(sheet).Where(r => r.Filled > 0).ToList();
            Refusal.If(rows.Count > MostRows, $"Bladet {sheet.Name} i {name} har fler än {MostRows} rader, vilket ingen plan har. Är det rätt fil?");
            Refusal.If((cells += rows.Sum(r => r.Cells.Count)) > MostCells, $"Filen {name} har fler celler än någon plan. Är det rätt fil?");
            if (rows.Count > 0) blocks.Add(new SourceTable(sheet.Name, [.. rows.Select(r => new SourceRow(r.Line, [.. r.Cells.Select(c => c.Text)]))], IsSheet: true));
        }
        List<string> hidden = [.. book.Sheets.Where(s => s.IsHidden).Select(s => s.Name)];
        return new(name, sha, blocks, hidden.Count == 0 ? []
            : [$"{(hidden.Count == 1 ? "Ett dolt blad" : "Dolda blad")} lästes inte: {Prose.Some(hidden, 5)}. Visa {(hidden.Count == 1 ? "det" : "dem")} i Excel om {(hidden.Count == 1 ? "det" : "de")} ska läsas."]);
    }
}
