using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Vattenpass.Domain;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Tests.Imports;

/// <summary>
/// Twenty thousand files that are nearly right: cut, doubled, swapped and scribbled on, by a seed. Each is read, or refused in words; none
/// makes the reader fall, hang or show how it is built. The readers save nothing, so nothing is ever half saved.
/// </summary>
public sealed class FuzzTests
{
    private const int Files = 20_000, Seed = 20261128;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly List<(string Name, byte[] Bytes)> Originals =
    [
        .. new[] { "cases", "plans", "delar-2022", "helar-2024" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "fixtures", f), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".csv" or ".txt" or ".xlsx" or ".docx" or ".xls" or ".xml")
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))
            // A mutation of a large file is no other than one of a small.
            .Where(f => f.Item2.Length < 40_000),
    ];

    [Fact]
    public void No_mutated_file_makes_a_reader_fall_hang_or_tell_how_it_is_built()
    {
        var kinds = KindsInUse.BuiltIn;
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, Files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, n =>
        {
#pragma warning disable CA5394 // A seed that gives the same files every time is what is wanted.
            var random = new Random(Seed + n);
#pragma warning restore CA5394
            var (name, bytes) = Originals[n % Originals.Count];
            var mutated = n % 3 > 0 && FileKinds.IsZip(bytes) ? MutatedInside(bytes, random) : Mutated(bytes, random);
            var began = Stopwatch.GetTimestamp();
            foreach (var read in new Action[] { () => Register(name, mutated, kinds), () => Plan(name, mutated) })
            {
                try
                {
                    read();
                }
                catch (Refusal refusal)
                {
                    if (refusal.Message.Contains("   at ", StringComparison.Ordinal) || refusal.Message.Contains("Exception", StringComparison.Ordinal) || refusal.Message.Length > 1000)
                        faults.Add($"{name} #{n}: {refusal.Message}");
                }
                catch (Exception fault)
                {
                    faults.Add($"{name} #{n}: {fault.GetType().Name} {fault.Message} {fault.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Vattenpass", StringComparison.Ordinal))}");
                }
            }
            if (Stopwatch.GetElapsedTime(began) is var took && took > Longest) faults.Add($"{name} #{n}: {took.TotalSeconds:0} s");
        });
        Assert.Equal([], faults.Take(20));
    }

    private static void Register(string name, byte[] bytes, KindsInUse kinds)
    {
        var sheet = SheetReader.Read(name, bytes, kinds.Knows);
        RegisterFile.Read(sheet, kinds, Pseudonyms.OfThisRun());
    }

    private static void Plan(string name, byte[] bytes) => PlanReader.Read(PlanFileReader.Read(name, bytes, default), PlanWording.None, [], 2026);

    /// <summary>A packed file is scribbled on inside, and packed again: else the packing alone would refuse it.</summary>
    private static byte[] MutatedInside(byte[] bytes, Random random)
    {
        using var into = new MemoryStream();
        using (var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read))
        using (var again = new ZipArchive(into, ZipArchiveMode.Create))
            foreach (var entry in zip.Entries.Where(e => e.Length < 200_000))
            {
                using var from = entry.Open();
                using var part = new MemoryStream();
                from.CopyTo(part);
                using var to = again.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                to.Write(entry.FullName is "word/document.xml" or "xl/workbook.xml" or "xl/sharedStrings.xml" or "xl/styles.xml" || entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                    ? Mutated(part.ToArray(), random) : part.ToArray());
            }
        return into.ToArray();
    }

    private static readonly string[] Scribbles = ["", ";", "\"", "\"\"", "\r\n", "\n\n", "\t", "\u0000", "﻿", "=1+1", "2026-13-45", "99999999999", "Summa", "NULL", "<p>", "</w:tc>", "&#x0;", "æ", "|", "sep=|\r\n", "'", "\\", "(", "((", "%", "–"];

    private static byte[] Mutated(byte[] bytes, Random random)
    {
#pragma warning disable CA5394
        var now = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            if (now.Count == 0) break;
            var (at, length) = (random.Next(now.Count), Math.Min(random.Next(1, 200), now.Count));
            switch (random.Next(7))
            {
                case 0: now.RemoveRange(at, now.Count - at); break;
                case 1: now.RemoveRange(at, Math.Min(length, now.Count - at)); break;
                case 2: now.InsertRange(at, now.GetRange(at, Math.Min(length, now.Count - at))); break;
                case 3: now[at] = (byte)random.Next(256); break;
                case 4: now.InsertRange(at, Encoding.UTF8.GetBytes(Scribbles[random.Next(Scribbles.Length)])); break;
                case 5: now.Reverse(at, Math.Min(length, now.Count - at)); break;
                default: for (var n = at; n < Math.Min(at + 20, now.Count); n++) now[n] = (byte)(now[n] ^ (1 << random.Next(8))); break;
            }
        }
        return [.. now];
#pragma warning restore CA5394
    }
}
