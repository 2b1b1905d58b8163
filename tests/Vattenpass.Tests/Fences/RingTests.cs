using System.Text.RegularExpressions;
using Vattenpass.Domain;
using Vattenpass.Web;

namespace Vattenpass.Tests.Fences;

/// <summary>Rooms import downwards, and never in a ring (house rule: generic below, modules above, a kind of control is a file).</summary>
public sealed partial class RingTests
{
    /// <summary>The rooms of the domain, lowest first. Modules, in one group, see what is below them and never each other.</summary>
    private static readonly string[][] DomainRooms =
    [
        [""], ["Words"], ["Organisation"], ["Registers"], ["Forms"], ["Plans"], ["Occasions"], ["Samples"], ["Deviations"], ["Measures"],
        ["AnnualCycle"], ["Reminders"], ["Figures"], ["Clocks", "Medicines", "LogReviews", "Routines", "Questions", "Funding", "Reviews"], ["Kinds"], ["PlanFiles"], ["Consistency"], ["Reports"],
    ];

    [Fact]
    public void Rooms_of_the_domain_import_only_downwards()
    {
        var floor = DomainRooms.SelectMany((rooms, n) => rooms.Select(r => (Room: r, Floor: n))).ToDictionary(r => r.Room, r => r.Floor);
        var upwards = Domain().Where(i => floor[i.Key.To] >= floor[i.Key.From]).Select(i => $"{i.Key.From} → {i.Key.To}: {i.Value}");
        Assert.Equal([], upwards);
    }

    [Fact]
    public void No_rooms_of_the_program_import_each_other_in_a_ring()
    {
        var imports = Web();
        var rings = Imports.InRings(imports.Keys);
        Assert.Equal([], imports.Where(i => rings.Contains(i.Key.From)
            && rings.Contains(i.Key.To)).Select(i => $"{i.Key.From} → {i.Key.To}: {i.Value}").Order());
    }

    [Theory]
    [InlineData("rooms-of-the-domain.svg")]
    [InlineData("rooms-of-the-program.svg")]
    public void The_picture_of_the_rooms_in_the_docs_is_the_one_in_the_code(string name)
    {
        var isDomain = name.Contains("domain", StringComparison.Ordinal);
        // What lies beside the rooms of the domain, Entity and Refusal and Field, is used by all and drawn by none.
        var drawn = RoomPicture.Draw(isDomain ? "Rooms of the domain and what they import" : "Rooms of the program and what they import",
            [.. (isDomain ? Domain() : Web()).Keys.Where(i => !isDomain || i.To.Length > 0)]);
        var path = Path.Combine(HouseTests.Root, "docs", "images", name);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1") File.WriteAllText(path, drawn);
        Assert.Equal(File.ReadAllText(path), drawn);
    }

    [Fact]
    public void The_fence_sees_a_ring_where_there_is_one() =>
        Assert.Equal(["a", "b"], Imports.InRings([("a", "b"), ("b", "a"), ("b", "c"), ("c", "d")]));

    private static Dictionary<(string From, string To), string> Domain() =>
        WithUsings(Imports.Of(typeof(Refusal).Assembly, t => Room(t.Namespace, "Vattenpass.Domain")), "Vattenpass.Domain");

    private static Dictionary<(string From, string To), string> Web() =>
        WithUsings(Imports.Of(typeof(Hosting).Assembly, t => Room(t.Namespace, "Vattenpass.Web")), "Vattenpass.Web");

    /// <summary>The room of a namespace: its first word, or for a capability the first two.</summary>
    private static string? Room(string? space, string root)
    {
        if (space is null || !(space + ".").StartsWith(root + ".", StringComparison.Ordinal)) return null;
        var words = space[root.Length..].Trim('.').Split('.');
        return string.Join('.', words.Take(words[0] == "Features" ? 2 : 1));
    }

    /// <summary>A constant leaves no trace in the code that uses it; its using does.</summary>
    private static Dictionary<(string From, string To), string> WithUsings(IReadOnlyDictionary<(string From, string To), string> imports, string root)
    {
        var all = new Dictionary<(string From, string To), string>(imports);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(HouseTests.Root, "src", root), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            if (Room(Namespace().Match(text).Groups[1].Value, root) is not { } from) continue;
            foreach (Match used in Using().Matches(text))
                if (Room(used.Groups[1].Value, root) is { } to && from != to) all.TryAdd((from, to), Path.GetFileName(file));
        }
        return all;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
