using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A count of a half-year is not a part of what the whole year counted.</summary>
public sealed partial class C06HalfYear : Rule
{
    public override string Id => "C6";
    public override string Says => "Delårets antal räknas inte av helårets.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var (before, sentence) in report.Sentences.Zip(report.Sentences.Skip(1)))
        {
            if (before.Paragraph != sentence.Paragraph || !WholeYear().IsMatch(before.Text) || !HalfYear().IsMatch(sentence.Text) || !OfThese().IsMatch(sentence.Text)) continue;
            if (Parts.Counted(before.Text).LastOrDefault(c => c.Unit.Length > 0) is not { } whole || Parts.Counted(sentence.Text) is not [var part, ..]) continue;
            ruling.Find(sentence.Line, $"{before.Text} {sentence.Text}",
                $"{part.Number:0} gäller delåret, men {whole.Number:0} {whole.Unit} är hela årets. Skriv hur många som var kontrollerade vid delåret.", "delårets eget antal", $"av {whole.Number:0}");
        }
    }

    [GeneratedRegex(@"\b(under hela (20[0-9][0-9]|året)|på hela året|helåret)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex WholeYear();

    [GeneratedRegex(@"\b(inför|vid|till|i|per|under) (delår|halvår|första halvår|tertial)\p{L}*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex HalfYear();

    [GeneratedRegex(@"\bav (dessa|dem|de)\b(?!\s+[0-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex OfThese();
}
