using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>No more is done than there was, and what was to be done is the objects times how often.</summary>
public sealed partial class C05Expected : Rule
{
    public override string Id => "C5";
    public override string Says => "Det som skulle göras är antalet gånger hur ofta, och det gjorda är inte mer.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var sentence in report.Sentences)
        {
            foreach (var part in Parts.In(sentence.Text).Where(p => p is { IsAmong: true, Unit.Length: > 0 } && p.Part > p.Whole))
                ruling.Find(sentence.Line, part.Text, $"{part.Part:0.##} kan inte vara gjorda av {part.Whole:0.##}.", $"högst {part.Whole:0.##}", $"{part.Part:0.##}");
            if (Planned().Match(sentence.Text) is not { Success: true } m || Frequency.PerYear(m.Groups["f"].Value) is not { } times || Shorter().IsMatch(sentence.Text[(m.Index + m.Length)..])) continue;
            var (objects, stated) = (Quantity.Read(m.Groups["o"].Value), Quantity.Read(m.Groups["s"].Value));
            if (objects * times == stated) ruling.Confirm(sentence.Line, m.Value);
            else ruling.Find(sentence.Line, m.Value, $"{objects:0} gånger {times} är {objects * times:0}, men texten säger {stated:0}. Stämmer antalet, eller gäller det inte hela året?", $"{objects * times:0}", $"{stated:0}");
        }
    }

    [GeneratedRegex(@"\b(per (kvartal|månad|vecka|tertial|halvår)|kvartalet|tertialet|halvåret|delåret|månaden)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Shorter();

    // "12 förråd ska kontrolleras varje månad, totalt 144 kontroller".
    [GeneratedRegex(@"(?<o>" + Quantity.Whole + @")\s+(?:[\p{L}-]*(?:förråd|enheter|boenden|grupper|verksamheter|områden))\b[^.;]{0,40}?(?<f>varje månad|varje kvartal|varje vecka|varje halvår|en gång i månaden|en gång per (?:månad|kvartal|år)|månadsvis|kvartalsvis)[^.;0-9]{0,30}?(?:totalt|sammanlagt|det vill säga|alltså|vilket (?:blir|ger)|planerade)\s+(?<s>" + Quantity.Whole + @")\s+(?:planerade\s+)?[\p{L}-]*(?:kontroller|rapporter|tillfällen|granskningar)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Planned();
}
