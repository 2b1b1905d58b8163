using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Features.OpenData;
using Vattenpass.Web.Files;

namespace Vattenpass.Tests.OpenData;

/// <summary>A year taken away whole: every table is what its description says, and nobody needs the program to read it.</summary>
public sealed class YearExportTests
{
    private static List<List<string>> Cells(byte[] csv)
    {
        var sheet = SheetReader.Read("t.csv", csv, _ => 1);
        return [[.. sheet.Headers], .. sheet.Rows.Select(r => Enumerable.Range(0, sheet.Headers.Count).Select(r.At).ToList())];
    }

    [Theory, BothDatabases]
    public async Task Every_table_is_what_its_description_says(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        var files = (await YearExport.ReadAsync(db, db, 2026, published: false, default)).ToDictionary(f => f.Path, f => f.Bytes);
        using var package = JsonDocument.Parse(files["datapackage.json"]);
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Subset(resources.Select(r => r.GetProperty("name").GetString()!).ToHashSet(), new HashSet<string> { "enheter", "planer", "risker", "kontroller", "tillfallen", "avvikelser", "atgarder" });
        var ids = new Dictionary<string, HashSet<string>>();
        foreach (var resource in resources)
        {
            var name = resource.GetProperty("name").GetString()!;
            using var json = JsonDocument.Parse(files[$"{name}.json"]);
            var rows = json.RootElement.EnumerateArray().ToList();
            Assert.Equal(resource.GetProperty("rows").GetInt32(), rows.Count);
            var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
            var header = System.Text.Encoding.UTF8.GetString(files[$"{name}.csv"]).TrimStart('\uFEFF').Split("\r\n")[0];
            Assert.Equal(fields.Select(f => f.GetProperty("name").GetString()), header.Split(';'));
            Assert.All(fields, f => Assert.True(f.GetProperty("description").GetString()!.Length > 3, $"{name}.{f}"));
            foreach (var row in rows)
                foreach (var field in fields)
                    Assert.True(Fits(row.GetProperty(field.GetProperty("name").GetString()!), field.GetProperty("type").GetString()!), $"{name}: {field} {row}");
            if (fields.Exists(f => f.GetProperty("name").GetString() == "id")) ids[name] = [.. rows.Select(r => r.GetProperty("id").GetString()!)];
        }
        foreach (var resource in resources)
            foreach (var key in resource.GetProperty("schema").GetProperty("foreignKeys").EnumerateArray())
            {
                var to = key.GetProperty("reference").GetProperty("resource").GetString() is { Length: > 0 } other ? other : resource.GetProperty("name").GetString()!;
                using var json = JsonDocument.Parse(files[$"{resource.GetProperty("name").GetString()}.json"]);
                Assert.All(json.RootElement.EnumerateArray().Select(r => r.GetProperty(key.GetProperty("fields").GetString()!)).Where(v => v.ValueKind is JsonValueKind.String),
                    v => Assert.Contains(v.GetString()!, ids[to]));
            }
    }

    [Theory, BothDatabases]
    public async Task Registers_called_alike_and_columns_called_anything_are_all_there(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            foreach (var (name, columns) in new[] { ("Bil lista", new[] { "bilnr", "inlasning", "a;b", "=cmd()" }), ("Bil_lista", ["bilnr"]) })
            {
                var own = new Domain.Registers.RegisterDefinition(db.NewId(), app.Cast.Board.Id, Domain.Field.General, name, [.. columns.Select(c => new Domain.Registers.Column(c, Required: c == "bilnr"))], "bilnr", "", aboutPeople: false, aboutClients: false);
                db.RegisterDefinitions.Add(own);
                await db.SaveAsync(Acts.ChangeRegister);
                var result = await new Web.Features.Registers.RegisterImporter(db).RunAsync([("b.csv", System.Text.Encoding.UTF8.GetBytes(columns.Length > 1 ? "bilnr;inlasning;\"a;b\";=cmd()\n1;2;3;4\n" : "bilnr\n9\n"))], 2026, Domain.Registers.Provenance.Unknown, dryRun: false);
                Assert.True(result.Errors.Count == 0, string.Join(' ', result.Errors));
            }
        }
        await using var read = app.Db();
        var files = await YearExport.ReadAsync(read, read, 2026, published: false, default);
        Assert.Equal(files.Count, files.Select(f => f.Path.ToUpperInvariant()).Distinct().Count());
        var first = files.Single(f => f.Path == "register-billista.csv");
        Assert.Equal(["enhet_id", "inlasning-2", "bilnr", "inlasning", "a;b", "'=cmd()"], Cells(first.Bytes)[0]);
        Assert.Contains(files, f => f.Path == "register-billista-2.csv");
    }

    [Theory, BothDatabases]
    public async Task What_may_be_published_names_nobody(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        var people = await db.People.Select(p => p.Name).ToListAsync();
        Assert.Contains((await YearExport.ReadAsync(db, db, 2026, published: false, default)), f => people.Exists(p => System.Text.Encoding.UTF8.GetString(f.Bytes).Contains($";{p};", StringComparison.Ordinal)));
        var files = await YearExport.ReadAsync(db, db, 2026, published: true, default);
        Assert.All(files, f => Assert.DoesNotContain(people, p => f.Path.EndsWith(".csv", StringComparison.Ordinal) && System.Text.Encoding.UTF8.GetString(f.Bytes).Contains(p, StringComparison.Ordinal)));
        Assert.DoesNotContain(files, f => f.Path.StartsWith("dokument", StringComparison.Ordinal) || f.Path.StartsWith("register-anstallda", StringComparison.Ordinal));
    }

    private static bool Fits(JsonElement value, string type) => value.ValueKind is JsonValueKind.Null || type switch
    {
        "string" => value.ValueKind is JsonValueKind.String,
        "integer" => value.TryGetInt32(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "datetime" => DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_is_a_text_and_a_number_is_a_number()
    {
        OpenColumn<string>[] columns = [new("text", "string", "Text.", t => t), new("tal", "integer", "Tal.", _ => -5)];
        var table = new OpenTable<string>("t", "T", "Prov.", ["=1+1", "a;\"b\"\nc"], columns);
        Assert.Equal("\uFEFFtext;tal\r\n'=1+1;-5\r\n\"a;\"\"b\"\"\nc\";-5\r\n", System.Text.Encoding.UTF8.GetString(table.Csv()));
        Assert.Contains("\"=1+1\"", System.Text.Encoding.UTF8.GetString(table.Json()), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_coordinator_takes_away_a_year_as_one_file_and_is_told_what_is_not_in_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var browser = await app.AsAsync(Role.Coordinator);
        Assert.Contains("Hämta allt", (await browser.GetAsync("/plan/2026/oppna-data")).Text, StringComparison.Ordinal);
        var zip = await browser.GetAsync("/plan/2026/oppna-data?fil=allt");
        using var archive = new ZipArchive(new MemoryStream(zip.Bytes));
        Assert.NotNull(archive.GetEntry("dokument/internkontrollplan-2026.docx"));
        using var tasks = archive.GetEntry("kontroller.csv")!.Open();
        using var bytes = new MemoryStream();
        await tasks.CopyToAsync(bytes);
        Assert.Contains("titel", Cells(bytes.ToArray())[0]);
        await using (var whole = app.Db())
        await using (var mine = app.Databases.Open(await Data.DoorTests.AccessOf(app, Role.UnitManager)))
        {
            var seen = (await YearExport.ReadAsync(mine, whole, 2026, published: false, default))[0].Bytes;
            Assert.Contains("rader som den som gjorde uttaget inte når är inte med", System.Text.Encoding.UTF8.GetString(seen), StringComparison.Ordinal);
        }
        var nothing = await browser.GetAsync("/plan/2031/oppna-data?fil=allt");
        Assert.Equal((System.Net.HttpStatusCode.UnprocessableEntity, true), (nothing.Status, nothing.Text.Contains("Det finns inget om 2031", StringComparison.Ordinal)));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await (await app.AsAsync(Role.UnitManager)).GetAsync("/plan/2026/oppna-data")).Status);
    }

    [Fact]
    public async Task The_command_line_writes_a_year_into_an_empty_folder_and_nowhere_else()
    {
        var folder = Directory.CreateTempSubdirectory("vattenpass-export-").FullName;
        var data = Path.Combine(folder, "data");
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(0, await CommandLine.RunAsync(["migrate", "--data", data], output, error));
        Assert.Equal(1, await CommandLine.RunAsync(["export", "--year", "2024", "--out", Path.Combine(folder, "ut"), "--data", data], output, error));
        Assert.Equal(0, await CommandLine.RunAsync(["import", "registers", Path.Combine(AppContext.BaseDirectory, "fixtures", "helar-2024"), "--year", "2024", "--data", data], output, error));
        Assert.Equal(0, await CommandLine.RunAsync(["export", "--year", "2024", "--out", Path.Combine(folder, "ut"), "--data", data], output, error));
        Assert.True(File.Exists(Path.Combine(folder, "ut", "datapackage.json")));
        Assert.Equal(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "fixtures", "helar-2024", "mobiltelefoner.csv")).Count(), File.ReadLines(Path.Combine(folder, "ut", "register-mobiltelefoner.csv")).Count());
        Assert.Equal(1, await CommandLine.RunAsync(["export", "--year", "2024", "--out", Path.Combine(folder, "ut"), "--data", data], output, error));
        Assert.Contains("är inte tom", error.ToString(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
