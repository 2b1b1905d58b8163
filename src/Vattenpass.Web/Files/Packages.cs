using System.IO.Compression;
using System.Xml;
using Vattenpass.Domain;

namespace Vattenpass.Web.Files;

/// <summary>The zip archives that Word and Excel files are. Bytes are counted while they unfold; what an archive claims about itself is not believed.</summary>
internal static class Packages
{
    public const long MostUnpacked = 200L * 1024 * 1024;
    /// <summary>A sheet of equal rows packs to a sixtieth or so; what unfolds to more is made to.</summary>
    private const int MostRatio = 120;
    private const long AnyRatio = 8L * 1024 * 1024;
    private const int MostEntries = 500;
    /// <summary>So many bytes between two angle brackets: more than a cell or a paragraph takes, however it is written.</summary>
    private const int LongestPiece = 1024 * 1024;

    /// <exception cref="Refusal">It has more parts than any document.</exception>
    public static ZipArchive Unpack(string name, byte[] bytes)
    {
        var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count <= MostEntries) return zip;
        zip.Dispose();
        throw new Refusal($"Filen {name} innehåller för många delar.");
    }

    /// <summary>The bytes of a part, of which no more can be read than allowed.</summary>
    public static Stream Unfold(ZipArchiveEntry entry, long most) =>
        new Counted(entry.Open(), Math.Min(most, Math.Max(AnyRatio, entry.CompressedLength * MostRatio)));

    public static XmlReader Open(ZipArchiveEntry entry, long most) =>
        XmlReader.Create(Unfold(entry, most), new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MostUnpacked,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });

    /// <summary>Runs a reader, and says that a file is broken in words a person can act on.</summary>
    public static T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException or IOException or NotSupportedException)
        {
            throw new Refusal($"Filen {name} går inte att läsa: den är skadad eller för stor när den packas upp. Öppna den i Excel eller Word och spara om den.");
        }
    }

    /// <summary>Stops when more has been unpacked than allowed, in all or in one tag: an attribute is in memory before it can be measured.</summary>
    private sealed class Counted(Stream inner, long most) : Stream
    {
        private long read;
        private int piece;
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var n = inner.Read(buffer);
            var bracket = buffer[..n].LastIndexOfAny((byte)'<', (byte)'>');
            piece = bracket < 0 ? piece + n : n - bracket;
            return (read += n) > most || piece > LongestPiece ? throw new InvalidDataException("Too large when unpacked.") : n;
        }

        protected override void Dispose(bool disposing) { if (disposing) inner.Dispose(); base.Dispose(disposing); }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => read; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
