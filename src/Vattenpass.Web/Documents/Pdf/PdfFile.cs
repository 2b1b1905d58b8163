using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Vattenpass.Web.Documents.Pdf;

/// <summary>The objects of a PDF 1.7 file and their cross-reference table.</summary>
public sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    /// <summary>Takes a number for an object that is written later.</summary>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body) => objects[number - 1] = Encoding.Latin1.GetBytes(body);

    public int AddStream(byte[] content, string entries = "", bool compress = true)
    {
        var bytes = compress ? Deflate(content) : content;
        var head = $"<< {entries} /Length {bytes.Length}{(compress ? " /Filter /FlateDecode" : "")} >>\nstream\n";
        var number = Reserve();
        objects[number - 1] = [.. Encoding.Latin1.GetBytes(head), .. bytes, .. Encoding.Latin1.GetBytes("\nendstream")];
        return number;
    }

    public byte[] Finish(int catalog, int info)
    {
        var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n%\u00e5\u00e4\u00f6\u00c5\n");
        var offsets = new List<long>();
        for (var n = 0; n < objects.Count; n++)
        {
            offsets.Add(file.Length);
            Write($"{n + 1} 0 obj\n");
            file.Write(objects[n] ?? throw new InvalidOperationException($"PDF object {n + 1} was reserved but never written."));
            Write("\nendobj\n");
        }
        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var start = file.Length;
        Write($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) Write($"{offset:0000000000} 00000 n \n");
        Write($"trailer\n<< /Size {objects.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>A text string in UTF-16, so that any character may stand in it.</summary>
    public static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

    private static byte[] Deflate(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(bytes);
        return packed.ToArray();
    }
}
