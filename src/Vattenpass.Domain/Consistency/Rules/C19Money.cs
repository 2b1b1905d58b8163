using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>What money is divided into sums to the money.</summary>
public sealed partial class C19Money : Rule
{
    public override string Id => "C19";
    public override string Says => "Beloppen blir tillsammans det hela.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var sentence in report.Sentences)
        {
            if (Divided().Match(sentence.Text) is not { Success: true } m) continue;
            var unit = Unit(m.Groups["u"].Value);
            var parts = Amount().Matches(m.Groups["list"].Value).Where(a => Unit(a.Groups["u"].Value) == unit).Select(a => Quantity.Read(a.Groups["n"].Value)).ToList();
            // Parts of a part, and a rest that is not told, sum to something else.
            if (parts.Count < 2 || Divides().IsMatch(m.Groups["list"].Value)) continue;
            var (total, sum) = (Quantity.Read(m.Groups["t"].Value), parts.Sum());
            var mayBePart = m.Groups["cue"].Value.StartsWith("varav", StringComparison.OrdinalIgnoreCase);
            if (sum == total || (mayBePart && sum < total)) ruling.Confirm(sentence.Line, m.Value);
            else if (sum < total && Rest().IsMatch(m.Groups["list"].Value)) continue;
            else ruling.Find(sentence.Line, m.Value, $"Beloppen blir tillsammans {sum:0.##} {m.Groups["u"].Value}, men det hela är {total:0.##}. Skriv vad resten går till, eller rätta.", $"{total:0.##}", $"{sum:0.##}");
        }
    }

    [GeneratedRegex(@"fördel|varav", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Divides();

    [GeneratedRegex(@"\b(resten|resterande|övrigt|övriga|återstående)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Rest();

    private static string Unit(string written) => written.ToLowerInvariant() switch { "miljoner" or "miljoner kronor" or "mnkr" or "mkr" => "mnkr", "kronor" or "kr" => "kr", var other => other };

    [GeneratedRegex(@"(?<t>" + Quantity.Whole + @")\s*(?<u>mnkr|mkr|miljoner kronor|miljoner|tkr|kronor|kr)\b[^.;]{0,60}?\b(?<cue>fördelas|fördelade|fördelat|uppdelat|uppdelade|varav)\b(?<list>[^.;]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Divided();

    [GeneratedRegex(@"(?<n>" + Quantity.Whole + @")\s*(?<u>mnkr|mkr|miljoner kronor|miljoner|tkr|kronor|kr)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Amount();
}
