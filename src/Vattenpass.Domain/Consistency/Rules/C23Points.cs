using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>The difference of two shares is told in percentage points.</summary>
public sealed partial class C23Points : Rule
{
    public override string Id => "C23";
    public override string Says => "Skillnaden mellan två procenttal är procentenheter.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var sentence in report.Sentences)
            foreach (var m in Before().Matches(sentence.Text).Concat(After().Matches(sentence.Text)))
            {
                var (from, to, stated) = (Quantity.Read(m.Groups["a"].Value), Quantity.Read(m.Groups["b"].Value), Quantity.Read(m.Groups["c"].Value));
                var difference = Math.Round(Math.Abs(to - from), Quantity.DecimalsOf(m.Groups["c"].Value), MidpointRounding.AwayFromZero);
                if (m.Groups["points"].Success)
                {
                    if (stated == difference) ruling.Confirm(sentence.Line, m.Value);
                    else ruling.Find(sentence.Line, m.Value, $"Från {from:0.##} till {to:0.##} procent är {difference:0.##} procentenheter, inte {stated:0.##}.", $"{difference:0.##}", $"{stated:0.##}");
                }
                else if (stated == difference && from > 0 && !Quantity.IsRight(stated, 0, difference, from))
                    ruling.Find(sentence.Line, m.Value, $"Från {from:0.##} till {to:0.##} procent är {difference:0.##} procentenheter, vilket är {Quantity.Share(difference, from, 0)} procent.", "procentenheter", "procent");
            }
    }

    private const string Span = @"från\s+(?<a>" + Quantity.Whole + @")\s*(?:%|procent)?\s+till\s+(?<b>" + Quantity.Whole + @")\s*(?:%|procent)";
    private const string Change = @"(?:ökning|minskning|ökat|minskat|ökade|minskade)\b(?:\s+\p{L}+)?\s+(?:med|på)\s+(?<c>" + Quantity.Whole + @")\s*(?:(?<points>procentenheter)|%|procent)";

    [GeneratedRegex(Span + @"[^.;0-9]{0,40}?" + Change, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Before();

    [GeneratedRegex(Change + @"[^.;0-9]{0,30}?" + Span, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex After();
}
