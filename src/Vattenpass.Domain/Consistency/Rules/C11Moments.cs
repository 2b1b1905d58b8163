using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>The stated number of kontrollmoment is that of those reported. Fewer headings is a fault; more may be headings within one.</summary>
public sealed partial class C11Moments : Rule
{
    public override string Id => "C11";
    public override string Says => "Alla kontrollmoment som nämns redovisas.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        var sentence = report.Sentences.FirstOrDefault(s => Stated().IsMatch(s.Text) && !s.Text.Contains("varav", StringComparison.OrdinalIgnoreCase));
        var begins = report.Sections.FirstOrDefault(s => Result().IsMatch(s.Heading));
        if (sentence is null || begins is null) return;
        var stated = Quantity.Read(Stated().Match(sentence.Text).Groups["n"].Value);
        var told = report.Sections.Where(s => s.Number > begins.Number).ToList();
        if (told.Count < 2) return;
        if (told.Count == stated) ruling.Confirm(sentence.Line, Stated().Match(sentence.Text).Value);
        else if (told.Count < stated && !report.KnowsHeadings)
            ruling.Find(sentence.Line, sentence.Text, $"Texten säger {stated:0} kontrollmoment, men {told.Count} redovisas: {Words.Prose.List(told.Select(t => t.Heading))}.", $"{told.Count}", $"{stated:0}");
    }

    [GeneratedRegex(@"(?<n>" + Quantity.Whole + @")\s+kontrollmoment", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Stated();

    [GeneratedRegex(@"\bresultat\b.*\b(granskning|kontroll)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Result();
}
