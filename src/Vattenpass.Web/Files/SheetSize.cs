using System.Buffers;
using System.IO.Compression;
using Vattenpass.Domain;

namespace Vattenpass.Web.Files;

/// <summary>
/// How much a sheet holds, counted from its tags before any of it is read as XML. That takes a tenth of the time, so a sheet that is far
/// too large is refused at once and not after all the rows that would have fitted.
/// </summary>
internal static class SheetSize
{
    /// <summary>As many cells as can be read, each in three tags, and twice as many that only have a colour.</summary>
    private const int MostTags = 5 * SheetReader.MostCells;
    private const int LongestName = 32;
    private static readonly SearchValues<byte> EndsName = SearchValues.Create(" />\t\r\n"u8);

    /// <exception cref="Refusal">It has more values than can be read, or is made of empty cells.</exception>
    public static void MustFit(string name, ZipArchiveEntry sheet, CancellationToken stop)
    {
        var (values, tags, kept) = (0, 0, 0);
        var buffer = new byte[1 << 16];
        using var bytes = Packages.Unfold(sheet, Packages.MostUnpacked);
        for (int read; (read = bytes.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            stop.ThrowIfCancellationRequested();
            var rest = buffer.AsSpan(0, kept + read);
            for (int at; (at = rest.IndexOf((byte)'<')) >= 0 && rest.Length - at > LongestName; rest = rest[(at + 1)..])
                Count(rest.Slice(at + 1, LongestName));
            // A tag at the very end is looked at together with what comes after it.
            kept = rest.IndexOf((byte)'<') is >= 0 and var tail ? rest.Length - tail : 0;
            rest[^kept..].CopyTo(buffer);
        }

        void Count(ReadOnlySpan<byte> tag)
        {
            if (tag[0] is (byte)'/' or (byte)'?' or (byte)'!') return;
            var local = tag[..Math.Max(0, tag.IndexOfAny(EndsName))];
            local = local[(local.IndexOf((byte)':') + 1)..];
            tags++;
            // A value stands in v, or in is when the text is written in the cell itself.
            if (local.SequenceEqual("v"u8) || local.SequenceEqual("is"u8)) values++;
            Refusal.If(values > SheetReader.MostCells, $"Filen {name} har fler än {SheetReader.MostCells} celler. Dela upp den, eller ta bort kolumner som inte behövs.");
            Refusal.If(tags > MostTags, $"Filen {name} har miljoner tomma celler med färg eller ram. Kopiera raderna till ett nytt blad och spara det som en egen fil.");
        }
    }
}
