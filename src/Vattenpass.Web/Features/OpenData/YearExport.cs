using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.Figures;
using Vattenpass.Web.Features.PlanFiles;

namespace Vattenpass.Web.Features.OpenData;

/// <summary>
/// A year as open data and documents: every table as CSV and JSON, datapackage.json that describes them, the figures, the plan in the layout it
/// is read in, the plans as they were read in, and the signed reports.
/// </summary>
public static class YearExport
{
    /// <param name="whole">Sees all of it, so that what is left out is told.</param>
    /// <param name="published">Without registers about persons, the columns that name or may name somebody, and the documents.</param>
    /// <exception cref="Refusal">There is nothing about the year.</exception>
    public static async Task<IReadOnlyList<PackedFile>> ReadAsync(VattenpassDb db, VattenpassDb whole, int year, bool published, CancellationToken stop)
    {
        Refusal.If(year is < 1990 or > 2100, "Skriv året med fyra siffror, till exempel 2026.");
        var tables = await new YearTables(db, year).ReadAsync(stop);
        Refusal.If(tables.All(t => t.Name == "enheter" || t.Count == 0), $"Det finns inget om {year}. Läs in en plan eller register först.");
        var all = db == whole ? tables : await new YearTables(whole, year).ReadAsync(stop);
        var hidden = all.Sum(t => t.Count) - tables.Sum(t => t.Count);
        if (published) tables = [.. tables.Select(t => t.Published()).OfType<OpenTable>()];
        List<PackedFile> files = [];
        foreach (var table in tables)
            files.AddRange([new($"{table.Name}.csv", table.Csv()), new($"{table.Name}.json", table.Json())]);
        files.Insert(0, new("datapackage.json", Json(Describe(year, tables, published, hidden, db.Now))));
        var figures = YearFigures.Of(await new FactsReader(db).ReadAsync(year, Period.Year(year), stop));
        files.Add(new("nyckeltal.json", Json(FiguresJson.Of(figures))));
        if (!published) files.AddRange(await DocumentsAsync(db, whole, year, stop));
        return files;
    }

    private static async Task<List<PackedFile>> DocumentsAsync(VattenpassDb db, VattenpassDb whole, int year, CancellationToken stop)
    {
        List<PackedFile> files = [];
        if (await PlanOut.ReadAsync(db, whole, year, stop) is { } plan)
            files.AddRange(new[] { "docx", "xlsx" }.Select(f => new PackedFile($"dokument/internkontrollplan-{year}.{f}", Formats.Of(f).Write(plan))));
        foreach (var (read, n) in (await db.PlanFiles.AsNoTracking().Where(f => f.Year == year && f.UndoneAt == null).OrderBy(f => f.Id).ToListAsync(stop)).Select((f, n) => (f, n)))
            files.Add(new($"dokument/inlast/{n + 1}-{SafeName(read.FileName)}", read.Content));
        foreach (var report in await db.Reports.AsNoTracking().Include(r => r.Files).Where(r => r.Year == year && r.SignedAt != null).OrderBy(r => r.Id).ToListAsync(stop))
            files.AddRange(report.Files.OrderBy(f => f.Format, StringComparer.Ordinal).Select(f => new PackedFile($"dokument/{SafeName($"{report.Title}-{report.Number}")}.{f.Format}", f.Bytes)));
        return files;
    }

    /// <summary>A name that every file system takes.</summary>
    private static string SafeName(string name)
    {
        var safe = string.Concat(Path.GetFileName(name).Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or ',' ? c : '_')).Trim('.', ' ');
        return safe.Length <= LongestName ? safe : safe[..(LongestName - Path.GetExtension(safe).Length)] + Path.GetExtension(safe);
    }

    private const int LongestName = 100;

    private static JsonObject Describe(int year, IReadOnlyList<OpenTable> tables, bool published, int hidden, DateTimeOffset at) => new()
    {
        ["profile"] = "tabular-data-package",
        ["name"] = $"vattenpass-{year}",
        ["title"] = $"Intern kontroll {year}",
        ["description"] = (published
                ? "Det om året som kan publiceras, en tabell per fil. Register om anställda och enskilda, kolumner som namnger någon eller kan göra det, och dokumenten är inte med. Läs ändå igenom före publicering: en rubrik kan också peka ut någon. "
                : "Allt om året, en tabell per fil. Kolumner märkta personuppgift pekar ut eller kan peka ut en person: publicera dem inte. ")
            + "Varje tabell finns också som JSON, med samma kolumner. "
            + "I CSV har en text som börjar med =, +, - eller @ fått en apostrof framför sig, så att ett kalkylblad inte tar den för en formel; i JSON står den som den är. "
            + "Loggkontrollens fall ingår inte: de rör enskilda anställda och gallras. Antalet står i nyckeltalen, och avvikelser som de har lett till står bland avvikelserna."
            + (hidden > 0 ? $" {hidden} rader som den som gjorde uttaget inte når är inte med." : ""),
        ["created"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        ["resources"] = new JsonArray([.. tables.Select(t => (JsonNode)t.Describe(tables.Select(o => o.Name).ToHashSet()))]),
    };

    private static byte[] Json(JsonObject value) => System.Text.Encoding.UTF8.GetBytes(value.ToJsonString(ReadableJson.Options));
}
