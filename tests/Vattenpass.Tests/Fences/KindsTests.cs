using System.Text.RegularExpressions;
using Vattenpass.Domain.Kinds;

namespace Vattenpass.Tests.Fences;

/// <summary>What only one kind of control knows stands in its own file: nobody else asks which kind it is.</summary>
public sealed partial class KindsTests
{
    [Fact]
    public void No_code_outside_the_kinds_compares_with_a_kinds_key()
    {
        var keys = string.Join('|', ControlKinds.All.Select(k => Regex.Escape(k.Key)));
        var compares = new Regex($"\\b(Control)?Key\\s*(==|!=|is( not)?)\\s*(\"({keys})\"|\\w+\\.ControlKey)",
            RegexOptions.NonBacktracking);
        // The demo is a made-up story about certain controls and chooses by them.
        var files = Sources().Where(f => !f.Contains("/Kinds/", StringComparison.Ordinal)
            && !f.Contains("/Demo/", StringComparison.Ordinal));
        Assert.Equal([], files.SelectMany(f => File.ReadLines(f)
            .Where(l => compares.IsMatch(l) || Switches().IsMatch(l))
            .Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")));
    }

    [Fact]
    public void Every_kind_has_a_key_of_its_own_and_a_template_that_leads_to_it()
    {
        Assert.Equal(ControlKinds.All.Count, ControlKinds.All.Select(k => k.Key).Distinct().Count());
        Assert.All(ControlKinds.All, k => Assert.NotEmpty(k.Templates));
        Assert.All(ControlKinds.Templates, t => Assert.Equal(t.Key, ControlKinds.Of(t.Key).Key));
        Assert.All(ControlKinds.Templates.Where(t => t.Content.FormKey.Length > 0),
            t => Assert.NotNull(ControlKinds.FindForm(t.Content.FormKey)));
    }

    private static IEnumerable<string> Sources() =>
        new[] { "*.cs", "*.cshtml" }.SelectMany(p =>
            Directory.EnumerateFiles(Path.Combine(HouseTests.Root, "src"), p, SearchOption.AllDirectories))
            .Select(f => f.Replace('\\', '/')).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)
                && !f.Contains("/bin/", StringComparison.Ordinal));

    [GeneratedRegex("\\.ControlKey (=>|or )", RegexOptions.NonBacktracking)]
    private static partial Regex Switches();
}
