using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>Something that is known not to be controlled is in what was to be done, or the text says that it is not.</summary>
public sealed partial class C14Missing : Rule
{
    public override string Id => "C14";
    public override string Says => "Det som saknar kontroll är med i det som skulle göras.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var section in report.Sections)
        {
            var share = section.Sentences.SelectMany(s => Parts.In(s.Text)).FirstOrDefault(p => p is { IsAmong: true, Percent: not null });
            if (share is null || section.Sentences.Any(s => Said().IsMatch(s.Text))) continue;
            if (section.Sentences.FirstOrDefault(s => Lacks().IsMatch(s.Text)) is { } lacking)
                ruling.Find(lacking.Line, lacking.Text, $"Det som saknar kontroll skulle ha kontrollerats. Skriv om det är med bland de {share.Whole:0} som skulle göras.", $"sagt om det är med i {share.Whole:0}", "inte sagt");
        }
    }

    [GeneratedRegex(@"(?<!\b(inga|inget|ingen)\s)\b\p{L}*kontroller saknas för (det|den|de) ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Lacks();

    [GeneratedRegex(@"\b(är (inte )?med(räknat|räknad|räknade)?|ingår (inte )?|räknas (inte )?med|omfatta\p{L}*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Said();
}
