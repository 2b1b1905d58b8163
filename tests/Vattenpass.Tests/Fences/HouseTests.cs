using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Tests.Fences;

public sealed partial class HouseTests
{
    internal static readonly string Root = FindRoot();

    [Fact]
    public void The_domain_references_nothing_but_the_runtime() =>
        Assert.All(typeof(Refusal).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name));

    [Fact]
    public void No_migration_is_missing_on_either_database()
    {
        using var sqlite = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options, Access.None, TimeProvider.System);
        using var postgres = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=none").Options, Access.None, TimeProvider.System);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "Run ./do migration NAME");
        Assert.False(postgres.Database.HasPendingModelChanges(), "Run ./do migration NAME");
    }

    [Fact]
    public void The_access_table_in_the_docs_is_the_one_in_the_code()
    {
        var path = Path.Combine(Root, "docs", "access.md");
        var wanted =
            $"# Permissions\n\nMade from `src/Vattenpass.Domain/Organisation/Permissions.cs`; run the tests with `APPROVE=1` to make it anew.\n\nScope is the unit of the assignment and all below. R read · W make and change · D decide, approve, sign · S score risks · P put in the board's register · T write a section's text. W, D, S, P and T carry R.\nA word after the right narrows it: given (handed to the person), own (reported by the person), field (the title's field of work), formal (adopted or published), technical (sign-in, people, settings), all (the whole tree).\n\n{Permissions.Markdown()}";
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") File.WriteAllText(path, wanted);
        Assert.Equal(wanted, File.ReadAllText(path));
    }

    [Fact]
    public void Every_act_has_a_key_of_its_own()
    {
        var keys = typeof(Acts).GetFields().Select(f => ((Act)f.GetValue(null)!).Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Nothing_but_views_of_documents_writes_raw_html()
    {
        var raw = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("Html.Raw", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'));
        Assert.Equal(["src/Vattenpass.Web/Features/Clocks/Decisions.cshtml", "src/Vattenpass.Web/Features/Clocks/Report.cshtml", "src/Vattenpass.Web/Features/Medicines/Safety.cshtml",
            "src/Vattenpass.Web/Features/Medicines/Sheet.cshtml", "src/Vattenpass.Web/Features/Meetings/Board.cshtml", "src/Vattenpass.Web/Features/Meetings/Index.cshtml", "src/Vattenpass.Web/Features/PlanFiles/Document.cshtml",
            "src/Vattenpass.Web/Features/Questions/Approve.cshtml", "src/Vattenpass.Web/Features/Questions/Show.cshtml",
            "src/Vattenpass.Web/Features/Reports/Show.cshtml", "src/Vattenpass.Web/Features/Reports/Sign.cshtml"],
            raw.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_part_that_a_page_shows_is_where_it_is_looked_for()
    {
        var features = Path.Combine(Root, "src", "Vattenpass.Web", "Features");
        bool Exists(string page, string part) => part[0] == '/' ? File.Exists(Path.Combine(Root, "src", "Vattenpass.Web", part[1..]))
            : File.Exists(Path.Combine(Path.GetDirectoryName(page)!, $"{part}.cshtml"))
            || File.Exists(Path.Combine(features, "Shared", $"{part}.cshtml"));
        var parts = Directory.EnumerateFiles(features, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(f => Part().Matches(File.ReadAllText(f)).Select(m => (Page: f, Part: m.Groups[1].Value)))
            .ToList();
        Assert.NotEmpty(parts);
        Assert.Equal([], parts.Where(p => p.Part[0] != '@'
            && !Exists(p.Page, p.Part)).Select(p => $"{Path.GetFileName(p.Page)}: {p.Part}"));
        // The page of a deviation shows its matter by a part that is named after it, in the room of its thing.
        foreach (var matter in typeof(Matter).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Matter))))
            Assert.Single(Directory.EnumerateFiles(features, $"_{matter.Name}.cshtml", SearchOption.AllDirectories));
    }

    [GeneratedRegex("<partial name=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [Fact]
    public void No_page_has_inline_script_or_style() =>
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cshtml", SearchOption.AllDirectories),
            f => InlineCode().IsMatch(File.ReadAllText(f)));

    [GeneratedRegex("<script(?: [^s][^>]*)?>|<style| style=| on(?:click|load|change|submit)=",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex InlineCode();

    private static string FindRoot()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (here is not null && !File.Exists(Path.Combine(here.FullName, "Vattenpass.slnx"))) here = here.Parent;
        return here?.FullName ?? throw new InvalidOperationException("The repository's root was not found.");
    }
}
