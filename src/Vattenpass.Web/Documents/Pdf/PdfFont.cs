using System.Globalization;
using System.Text;

namespace Vattenpass.Web.Documents.Pdf;

/// <summary>
/// What a text is set in: a face of its own, and faces for the signs that it lacks. A sign that no face has is named, so that nothing
/// printed is another word than what was written.
/// </summary>
public sealed class PdfFont(PdfFace own, params IReadOnlyList<PdfFace> others)
{
    public double Width(string text, double size) => Pieces(text).Sum(p => p.Face.Width(p.Text, size));

    /// <summary>The operators that show the text from where the pen stands.</summary>
    public string Show(string text, double size) => string.Join(' ', Pieces(text).Select(p =>
        FormattableString.Invariant($"/{p.Face.Resource} {size:0.##} Tf {p.Face.Show(p.Text)} Tj")));

    private IEnumerable<(PdfFace Face, string Text)> Pieces(string text)
    {
        var (face, piece) = (own, new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            var has = own.Has(rune) ? own : others.FirstOrDefault(f => f.Has(rune));
            if ((has ?? own) != face)
            {
                if (piece.Length > 0) yield return (face, piece.ToString());
                (face, piece) = (has ?? own, new());
            }
            piece.Append(has is null ? $"[U+{rune.Value:X4}]" : rune.ToString());
        }
        if (piece.Length > 0) yield return (face, piece.ToString());
    }
}

/// <summary>A face in use: remembers which glyphs were shown and embeds just those, with their Unicode for copying and reading aloud.</summary>
public sealed class PdfFace(string resource, TrueTypeFont font)
{
    private readonly SortedDictionary<int, int> shown = [];

    public string Resource => resource;
    public double Width(string text, double size) => font.Width(text, size);

    public bool IsUsed => shown.Count > 0;
    public bool Has(Rune rune) => font.Glyph(rune.Value) != 0;

    /// <summary>The text as glyph numbers in hexadecimal, ready for Tj. The face must have every character.</summary>
    public string Show(string text)
    {
        var hex = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.Glyph(rune.Value);
            shown.TryAdd(glyph, rune.Value);
            hex.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }
        return hex.Append('>').ToString();
    }

    public int Embed(PdfFile pdf)
    {
        var file = pdf.AddStream(font.Subset(shown.Keys));
        var name = $"AAAAAA+{font.Name}";
        var descriptor =
            pdf.Add(FormattableString.Invariant($"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{font.Box[0]} {font.Box[1]} {font.Box[2]} {font.Box[3]}] /ItalicAngle 0 /Ascent {font.Ascent} /Descent {font.Descent} /CapHeight {font.Ascent} /StemV 80 /FontFile2 {file} 0 R >>"));
        var widths = string.Join(' ', shown.Keys.Select(g => $"{g} [{font.Width(g)}]"));
        var cid =
            pdf.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}] /CIDToGIDMap /Identity >>");
        var unicode = pdf.AddStream(Encoding.ASCII.GetBytes(ToUnicode()));
        return pdf.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{cid} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private string ToUnicode()
    {
        var map =
            new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var chunk in shown.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (glyph, code) in chunk)
                map.Append(CultureInfo.InvariantCulture,
                    $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(code)))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
