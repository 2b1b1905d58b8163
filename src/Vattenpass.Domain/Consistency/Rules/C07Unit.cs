using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>What is counted is the same thing in the part and in the whole.</summary>
public sealed partial class C07Unit : Rule
{
    public override string Id => "C7";
    public override string Says => "Samma sak räknas i delen och i det hela.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        Shifted(report, ruling);
        foreach (var section in report.Sections) Compared(section, ruling);
    }

    /// <summary>"199 ärenden … Av dessa har 98 medarbetare": cases have become people.</summary>
    private static void Shifted(ReportText report, Ruling ruling)
    {
        foreach (var paragraph in report.Sentences.GroupBy(s => s.Paragraph))
        {
            CountedThing? last = null;
            foreach (var sentence in paragraph)
            {
                if (OfThese().Match(sentence.Text) is { Success: true } m && last is not null
                    && Parts.Counted(sentence.Text).FirstOrDefault(c => c.At == m.Groups["n"].Index) is { Unit.Length: > 0 } part && !IsSameKind(part.Unit, last.Unit) && !Had().IsMatch(part.Unit))
                    ruling.Find(sentence.Line, sentence.Text, $"Av {last.Number:0} {last.Unit} blir {part.Number:0} {part.Unit}: det är inte samma sak som räknas. Skriv hur många {last.Unit} det gäller.", last.Unit, part.Unit);
                last = Parts.Counted(sentence.Text).LastOrDefault(c => c.Unit.Length > 0) ?? last;
            }
        }
    }

    /// <summary>The same thing, or both people: twelve children among thirty persons.</summary>
    private static bool IsSameKind(string a, string b) => Quantity.IsSameUnit(a, b) || (People().IsMatch(a) && People().IsMatch(b));

    [GeneratedRegex(@"(personer|medarbetare|anställda|barn|brukare|klienter|sjuksköterskor|chefer|användare)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex People();

    [GeneratedRegex(@"(enheter|verksamheter|områden|förråd|boenden)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Places();

    // "34 rapporter. Av dessa hade 17 avvikelser": seventeen reports had some.
    [GeneratedRegex(@"(avvikelser|åtgärder|risker|klagomål)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Had();

    /// <summary>"17 av 34 rapporter" and "totalt har 84 mobiltelefoner kontrollerats": nobody can tell how many reports there are of the phones.</summary>
    private static void Compared(TextSection section, Ruling ruling)
    {
        var share = section.Sentences.SelectMany(s => Parts.In(s.Text).Where(p => p is { IsAmong: true, Unit.Length: > 0 } && s.Text.Contains("avvikelse", StringComparison.OrdinalIgnoreCase)).Select(p => (Sentence: s, Part: p))).FirstOrDefault();
        if (share.Part is null) return;
        foreach (var sentence in section.Sentences)
            if (Checked().Match(sentence.Text) is { Success: true } m && Parts.Counted(sentence.Text).FirstOrDefault(c => c.At == m.Groups["n"].Index) is { Unit.Length: > 0 } all
                && !Places().IsMatch(all.Unit) && !IsSameKind(all.Unit, share.Part.Unit))
                ruling.Find(sentence.Line, m.Value.Trim(), $"Avvikelserna räknas av {share.Part.Whole:0} {share.Part.Unit} och kontrollen i {all.Number:0} {all.Unit}. Skriv hur många {all.Unit} som hade avvikelse, eller hur många {share.Part.Unit} som finns.",
                    $"{all.Unit}", $"{share.Part.Unit}");
    }

    [GeneratedRegex(@"\b[Aa]v (?:dessa|dem)\s+(?:\p{L}+\s+){0,2}?(?<n>" + Quantity.Whole + @")", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex OfThese();

    [GeneratedRegex(@"\b(?:totalt|sammanlagt)\b[^.0-9]{0,20}(?<n>" + Quantity.Whole + @")\s+[\p{L}-]+(?:\s+\p{L}+){0,2}?\s+(?:kontrollerats|granskats|kontrollerade|granskade)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Checked();
}
