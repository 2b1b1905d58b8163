using System.IO.Compression;

namespace Vattenpass.Web.Documents;

/// <summary>One file of a package, by its path in it.</summary>
public readonly record struct PackedFile(string Path, byte[] Bytes);

/// <summary>Several files as one zip, each with the time the package was made.</summary>
public static class Package
{
    public static byte[] Of(IEnumerable<PackedFile> files, DateTimeOffset at)
    {
        using var whole = new MemoryStream();
        using (var archive = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var file in files)
            {
                var entry = archive.CreateEntry(file.Path);
                entry.LastWriteTime = at;
                using var part = entry.Open();
                part.Write(file.Bytes);
            }
        return whole.ToArray();
    }
}
