using System.Text.Json.Nodes;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Data;

namespace Vattenpass.Tests.Commands;

/// <summary>The command line as others script against it: exit status, JSON on stdout alone, Swedish on stderr.</summary>
public sealed class CommandLineTests : IDisposable
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures", "helar-2024");
    private readonly string data = Directory.CreateTempSubdirectory("vattenpass-cli-").FullName;

    private async Task<(int Status, string Out, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var status = await CommandLine.RunAsync([.. args, "--data", data], output, error);
        return (status, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task An_empty_database_goes_to_figures_and_report_with_four_verbs()
    {
        Assert.Equal(0, (await RunAsync("migrate")).Status);
        var import = await RunAsync("import", "registers", Fixtures, "--year", "2024");
        Assert.Equal(0, import.Status);
        Assert.Contains("upprättad i efterhand, beslut saknas", import.Error, StringComparison.Ordinal);
        var figures = await RunAsync("figures", "--year", "2024", "--json");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures, "expected.json"))),
            JsonNode.Parse(figures.Out)));
        foreach (var format in new[] { "docx", "pdf", "xlsx", "html", "txt" })
        {
            var file = Path.Combine(data, "ut", $"helar.{format}");
            Assert.Equal(0, (await RunAsync("report", "helar", "--year", "2024", "--layout", "chefsrapport", "--format", format, "--out", file)).Status);
            Assert.True(new FileInfo(file).Length > 1000);
        }
    }

    [Fact]
    public async Task A_database_that_is_not_prepared_is_refused_with_what_to_do()
    {
        var answer = await RunAsync("figures", "--year", "2024", "--json");
        Assert.Equal(1, answer.Status);
        Assert.Contains("vattenpass migrate", answer.Error, StringComparison.Ordinal);
        Assert.Contains("vattenpass migrate", JsonNode.Parse(answer.Out)!["error"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_figures_is_refused()
    {
        await RunAsync("migrate");
        Assert.Equal(1, (await RunAsync("figures", "--year", "2024")).Status);
    }

    [Theory]
    [InlineData("figures")]
    [InlineData("fel")]
    [InlineData("report", "helar", "--year", "tjugofyra", "--format", "pdf", "--out", "x")]
    public async Task Wrong_usage_is_status_2_in_Swedish(params string[] args)
    {
        var answer = await RunAsync(args);
        Assert.Equal(2, answer.Status);
        Assert.StartsWith("Fel användning:", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_does_not_exist_names_those_that_do() =>
        Assert.Equal((1, "Rapporten års finns inte. Välj helar, delar och plan.\n"),
            await RunAsync("report", "års", "--year", "2024", "--format", "pdf", "--out", "x") is var (status, _, error)
                ? (status, error.ReplaceLineEndings("\n"))
                : default);

    [Fact]
    public async Task A_second_program_on_the_same_file_is_refused_clearly()
    {
        await RunAsync("migrate");
        using var first = new Databases(data, null, TimeProvider.System);
        var second = await RunAsync("figures", "--year", "2024");
        Assert.Equal(1, second.Status);
        Assert.Contains("används redan av ett annat Vattenpass", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_is_never_made_where_there_is_something_else()
    {
        await RunAsync("migrate");
        await RunAsync("admin", "chefen");
        var answer = await RunAsync("demo");
        Assert.Equal(1, answer.Status);
        Assert.Contains("innehåller en riktig verksamhet", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_two_administrators_are_made_here_and_no_more()
    {
        await RunAsync("migrate");
        Assert.Contains("Tillfälligt lösenord", (await RunAsync("admin", "forsta")).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("admin", "andra")).Status);
        Assert.Equal(1, (await RunAsync("admin", "tredje")).Status);
        Assert.Equal(0, (await RunAsync("import", "registers", Fixtures, "--year", "2024")).Status);
        using var databases = new Databases(data, null, TimeProvider.System);
        await using var db = databases.OpenAsSystem("test");
        Assert.Equal("Socialnämnden", db.Units.Single(u => u.ParentId == null).Name);
    }

    [Fact]
    public async Task Bad_rows_are_named_and_nothing_is_saved()
    {
        await RunAsync("migrate");
        var folder = Directory.CreateDirectory(Path.Combine(data, "in")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.csv"), "telefon-id;enhet;område\nT1;;SÄBO\n");
        var answer = await RunAsync("import", "registers", folder, "--year", "2024", "--json");
        Assert.Equal(1, answer.Status);
        var error = JsonNode.Parse(answer.Out)!["errors"]![0]!;
        Assert.Equal(("a.csv", 2, "enhet"),
            (error["file"]!.GetValue<string>(), error["row"]!.GetValue<int>(), error["column"]!.GetValue<string>()));
        Assert.Contains("Inget har sparats.", answer.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }
}
