using Vattenpass.Domain;
using Vattenpass.Domain.Consistency;
using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Web.Files;

/// <summary>A report as text (.txt) or from Word (.docx), as the rules of consistency read it. In a text file cells are parted by tabs.</summary>
public static class ReportTextReader
{
    public const int LargestFile = 5 * 1024 * 1024;
    private const int MostText = 400_000;

    /// <exception cref="Refusal">The file is empty, too large, of another kind or broken; says what to do.</exception>
    public static ReportText Read(string fileName, byte[] bytes, CancellationToken stop)
    {
        var name = Path.GetFileName(fileName);
        Refusal.If(bytes.Length == 0, $"Filen {name} är tom.");
        Refusal.If(bytes.Length > LargestFile, $"Filen {name} är större än {LargestFile / 1024 / 1024} MB. Ta bort bilder ur den, eller klistra in texten.");
        if (FileKinds.IsZip(bytes))
        {
            var blocks = PlanFileReader.Read(name, bytes, stop).Blocks;
            Refusal.If(blocks.Count == 0 || blocks.OfType<SourceTable>().Any(t => t.IsSheet), $"Filen {name} är ingen text. Spara rapporten som .docx eller .txt.");
            return new(blocks, knowsHeadings: true);
        }
        Refusal.If(bytes.AsSpan().StartsWith("%PDF"u8), $"Filen {name} är en PDF. Spara rapporten som .docx eller .txt, eller klistra in texten.");
        Refusal.If(bytes.AsSpan().StartsWith("{\\rtf"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]), $"Filen {name} är ett äldre format. Spara den som .docx eller .txt.");
        string text;
        try { text = TextDecoding.Decode(name, bytes).Text; }
        catch (Refusal) { throw new Refusal($"Filen {name} går inte att läsa som text. Spara den som .docx, eller som .txt i UTF-8."); }
        Refusal.If(text.Contains('\0', StringComparison.Ordinal), $"Filen {name} är ingen text. Spara rapporten som .docx eller .txt.");
        return Of(text);
    }

    /// <exception cref="Refusal">There are no words.</exception>
    public static ReportText Of(string text)
    {
        Refusal.If(string.IsNullOrWhiteSpace(text), "Texten är tom. Klistra in en text eller välj en fil.");
        Refusal.If(text.Length > MostText, $"Texten är längre än {Domain.Words.Prose.Thousands(MostText)} tecken. Granska den i delar.");
        // A Mac writes å as two signs.
        text = text.Normalize();
        List<SourceBlock> blocks = [];
        List<SourceRow> rows = [];
        void EndTable()
        {
            if (rows.Count > 0) blocks.Add(new SourceTable($"Tabell {blocks.Count + 1}", [.. rows], IsSheet: false));
            rows.Clear();
        }
        foreach (var (n, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Contains('\t', StringComparison.Ordinal) && line.Trim().Length > 0)
            {
                rows.Add(new(n + 1, [.. line.Split('\t').Select(c => c.Trim())]));
                continue;
            }
            EndTable();
            if (line.Trim().Length > 0) blocks.Add(new SourceText(n + 1, line.Trim(), IsHeading: false));
        }
        EndTable();
        return new(blocks, knowsHeadings: false);
    }
}
