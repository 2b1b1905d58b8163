using System.Buffers.Binary;

namespace Vattenpass.Web.Documents.Pdf;

/// <summary>
/// Just enough of a TrueType font to measure text and embed the glyphs used: head, hhea, hmtx, maxp, cmap, loca, glyf.
/// Widths and metrics are in thousandths of the font size.
/// </summary>
public sealed class TrueTypeFont
{
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];
    private readonly byte[] data;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly Dictionary<int, int> glyphs = [];
    private readonly int unitsPerEm, longMetrics, glyphCount;
    private readonly bool longOffsets;

    public string Name { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int[] Box { get; }

    public TrueTypeFont(string name, byte[] bytes)
    {
        (Name, data) = (name, bytes);
        for (var n = 0; n < U16(4); n++)
        {
            var at = 12 + n * 16;
            tables[System.Text.Encoding.ASCII.GetString(data, at, 4)] = (I32(at + 8), I32(at + 12));
        }
        var head = tables["head"].Offset;
        unitsPerEm = U16(head + 18);
        longOffsets = U16(head + 50) == 1;
        Box = [Em(I16(head + 36)), Em(I16(head + 38)), Em(I16(head + 40)), Em(I16(head + 42))];
        var hhea = tables["hhea"].Offset;
        (Ascent, Descent, longMetrics) = (Em(I16(hhea + 4)), Em(I16(hhea + 6)), U16(hhea + 34));
        glyphCount = U16(tables["maxp"].Offset + 4);
        ReadCharacters();
    }

    public int Glyph(int codePoint) => glyphs.GetValueOrDefault(codePoint);
    public int Width(int glyph) => Em(U16(tables["hmtx"].Offset + Math.Min(glyph, longMetrics - 1) * 4));

    /// <summary>The width of a text in points at a size.</summary>
    public double Width(string text, double size)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes()) sum += Width(Glyph(rune.Value));
        return sum * size / 1000;
    }

    /// <summary>A font file with the same glyph numbers in which only the used glyphs, and what they are composed of, have outlines.</summary>
    public byte[] Subset(IEnumerable<int> used)
    {
        var keep = Closure(used);
        var (glyf, loca) = (new MemoryStream(), new byte[(glyphCount + 1) * 4]);
        for (var glyph = 0; glyph < glyphCount; glyph++)
        {
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(glyph * 4), (int)glyf.Length);
            if (!keep.Contains(glyph)) continue;
            var (start, length) = Outline(glyph);
            glyf.Write(data, start, length);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
        }
        BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(glyphCount * 4), (int)glyf.Length);
        var head = Table("head");
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), 0);
        return Assemble(Kept.Where(tables.ContainsKey)
            .Select(t => (t, t switch { "glyf" => glyf.ToArray(), "loca" => loca, "head" => head, _ => Table(t) }))
            .ToList());
    }

    private HashSet<int> Closure(IEnumerable<int> used)
    {
        var keep = new HashSet<int> { 0 };
        var waiting = new Stack<int>(used);
        while (waiting.TryPop(out var glyph))
        {
            if (!keep.Add(glyph)) continue;
            var (start, length) = Outline(glyph);
            if (length == 0 || I16(start) >= 0) continue;
            int flags, at = start + 10;
            do
            {
                flags = U16(at);
                waiting.Push(U16(at + 2));
                at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            }
            while ((flags & 0x20) != 0);
        }
        return keep;
    }

    private (int Start, int Length) Outline(int glyph)
    {
        var loca = tables["loca"].Offset;
        var (from, to) = longOffsets
            ? (I32(loca + glyph * 4), I32(loca + glyph * 4 + 4))
            : (U16(loca + glyph * 2) * 2, U16(loca + glyph * 2 + 2) * 2);
        return (tables["glyf"].Offset + from, to - from);
    }

    private static byte[] Assemble(List<(string Tag, byte[] Bytes)> parts)
    {
        var file = new MemoryStream();
        void W16(int v) { file.WriteByte((byte)(v >> 8)); file.WriteByte((byte)v); }
        void W32(uint v) { W16((int)(v >> 16)); W16((int)(v & 0xFFFF)); }
        var log = (int)Math.Log2(parts.Count);
        W32(0x00010000); W16(parts.Count); W16(16 << log); W16(log); W16(parts.Count * 16 - (16 << log));
        var offset = 12 + parts.Count * 16;
        foreach (var (tag, bytes) in parts)
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(tag));
            W32(Checksum(bytes)); W32((uint)offset); W32((uint)bytes.Length);
            offset += (bytes.Length + 3) / 4 * 4;
        }
        foreach (var (_, bytes) in parts)
        {
            file.Write(bytes);
            while (file.Length % 4 != 0) file.WriteByte(0);
        }
        return file.ToArray();
    }

    private static uint Checksum(byte[] bytes)
    {
        uint sum = 0;
        for (var n = 0; n < bytes.Length; n++) sum += (uint)bytes[n] << (24 - n % 4 * 8);
        return sum;
    }

    /// <summary>The Unicode character map, format 4 (BMP) or 12 (all planes).</summary>
    private void ReadCharacters()
    {
        var cmap = tables["cmap"].Offset;
        for (var n = 0; n < U16(cmap + 2); n++)
        {
            var table = cmap + I32(cmap + 4 + n * 8 + 4);
            if (U16(table) == 4) ReadFormat4(table);
            else if (U16(table) == 12) ReadFormat12(table);
        }
    }

    private void ReadFormat4(int table)
    {
        var segments = U16(table + 6) / 2;
        for (var s = 0; s < segments; s++)
        {
            var (end, start) = (U16(table + 14 + s * 2), U16(table + 16 + segments * 2 + s * 2));
            var delta = I16(table + 16 + segments * 4 + s * 2);
            var rangeAt = table + 16 + segments * 6 + s * 2;
            for (var c = start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = U16(rangeAt) == 0
                    ? (c + delta) & 0xFFFF
                    : U16(rangeAt + U16(rangeAt) + (c - start) * 2) is var g and not 0 ? (g + delta) & 0xFFFF
                    : 0;
                if (glyph != 0) glyphs.TryAdd(c, glyph);
            }
        }
    }

    private void ReadFormat12(int table)
    {
        for (var g = 0; g < I32(table + 12); g++)
        {
            var at = table + 16 + g * 12;
            for (var c = I32(at); c <= I32(at + 4); c++) glyphs.TryAdd(c, I32(at + 8) + c - I32(at));
        }
    }

    private byte[] Table(string tag) => data.AsSpan(tables[tag].Offset, tables[tag].Length).ToArray();
    private int Em(int units) => (int)Math.Round(units * 1000.0 / unitsPerEm);
    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));
    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at));
}
