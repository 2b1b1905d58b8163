using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A stated difference is the difference of what it is between.</summary>
public sealed partial class C22Difference : Rule
{
    public override string Id => "C22";
    public override string Says => "Ökningen eller minskningen är skillnaden mellan talen.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var sentence in report.Sentences)
            foreach (var m in Before().Matches(sentence.Text).Concat(After().Matches(sentence.Text)))
            {
                var (from, to, stated) = (Quantity.Read(m.Groups["a"].Value), Quantity.Read(m.Groups["b"].Value), Quantity.Read(m.Groups["c"].Value));
                // A share of a share is for the rule of points; a share of numbers is rounded.
                if (m.Groups["p"].Success || IsYears(from, to) || Currency().Matches(sentence.Text).Select(c => c.Value.ToLowerInvariant()).Distinct().Count() > 1) continue;
                var isUp = m.Groups["way"].Value.StartsWith("ök", StringComparison.OrdinalIgnoreCase);
                if (m.Groups["cp"].Success)
                {
                    if (from == 0 || isUp != to > from) continue;
                    var decimals = Quantity.DecimalsOf(m.Groups["c"].Value);
                    if (Quantity.IsRight(stated, decimals, Math.Abs(to - from), from)) ruling.Confirm(sentence.Line, m.Value);
                    else ruling.Find(sentence.Line, m.Value, $"Från {from:0.##} till {to:0.##} är {Quantity.Share(Math.Abs(to - from), from, decimals)} procent, inte {m.Groups["c"].Value}.", Quantity.Share(Math.Abs(to - from), from, decimals), m.Groups["c"].Value);
                }
                else if (isUp != to > from)
                    ruling.Find(sentence.Line, m.Value, $"Från {from:0.##} till {to:0.##} är ingen {(isUp ? "ökning" : "minskning")}.", isUp ? "minskning" : "ökning", m.Groups["way"].Value);
                else if (Math.Abs(to - from) == stated) ruling.Confirm(sentence.Line, m.Value);
                else ruling.Find(sentence.Line, m.Value, $"Skillnaden mellan {from:0.##} och {to:0.##} är {Math.Abs(to - from):0.##}, inte {stated:0.##}.", $"{Math.Abs(to - from):0.##}", $"{stated:0.##}");
            }
    }

    /// <summary>"från 2023 till 2024" says when.</summary>
    private static bool IsYears(decimal from, decimal to) => from is >= 2000 and < 2100 && to is >= 2000 and < 2100;

    [GeneratedRegex(@"\b(mnkr|mkr|tkr|kr|kronor|miljoner)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Currency();

    private const string Span = @"från\s+(?<a>" + Quantity.Whole + @")(?<p>\s*(?:%|procent))?(?:\s+\p{L}+)?\s+till\s+(?<b>" + Quantity.Whole + @")(?<p>\s*(?:%|procent))?";
    private const string Change = @"(?<way>ökning|minskning|ökat|minskat|ökade|minskade)\b(?:\s+\p{L}+)?\s+(?:med|på)\s+(?<c>" + Quantity.Whole + @")(?:(?<cp>\s*(?:%|procent(?!enhet)))|(?!\s*(?:%|procent)))";

    [GeneratedRegex(Span + @"[^.;0-9]{0,40}?" + Change, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Before();

    [GeneratedRegex(Change + @"[^.;0-9]{0,30}?" + Span, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex After();
}
