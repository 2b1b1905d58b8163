using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>The shares of two groups give the share of all, for some sizes of the groups. It only confirms: a third group may be left untold.</summary>
public sealed partial class C04Subgroups : Rule
{
    private const int LargestWhole = 20_000;

    public override string Id => "C4";
    public override string Says => "Gruppernas andelar går ihop med totalen.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var paragraph in report.Sentences.GroupBy(s => s.Paragraph))
        {
            var all = paragraph.SelectMany(s => Parts.In(s.Text).Where(p => p is { IsAmong: true, Percent: not null })).ToList();
            if (all is not [var total] || total.Whole > LargestWhole) continue;
            var groups = paragraph.Where(s => !s.Text.Contains(total.Text, StringComparison.Ordinal)).SelectMany(s => Share().Matches(s.Text).Select(m => (s.Line, Percent: decimal.Parse(m.Groups["p"].Value.Replace(',', '.'), CultureInfo.InvariantCulture)))).ToList();
            if (groups is not [var one, var two]) continue;
            if (Sizes(total, one.Percent, two.Percent) is { } found)
                ruling.Confirm(one.Line, $"{one.Percent:0.##} % och {two.Percent:0.##} % går ihop med {total.Part:0} av {total.Whole:0}, till exempel {found}");
        }
    }

    /// <summary>Sizes of two groups, as whole numbers, that give both shares and the total; null when there are none.</summary>
    private static string? Sizes(PartOf total, decimal one, decimal two)
    {
        for (var size = 1; size < (int)total.Whole; size++)
        {
            var done = Math.Round(one * size / 100, MidpointRounding.AwayFromZero);
            var (rest, left) = (total.Whole - size, total.Part - done);
            if (left >= 0 && left <= rest && Quantity.IsRight(one, 0, done, size) && Quantity.IsRight(two, 0, left, rest)) return $"{done:0} av {size} och {left:0} av {rest:0}";
        }
        return null;
    }

    [GeneratedRegex(@"(?<![0-9,.])(?<p>[0-9]{1,3}(?:[.,][0-9]+)?)\s*(?:%|procent(?!enhet))", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Share();
}
