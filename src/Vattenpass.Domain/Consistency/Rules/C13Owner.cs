using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A proposal says who does it, and a chapter of deviations says what deviated, or that nothing did.</summary>
public sealed partial class C13Owner : Rule
{
    public override string Id => "C13";
    public override string Says => "Förslag har ansvarig, och avsnittet om avvikelser redovisar dem.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        for (var n = 0; n < report.Lines.Count; n++)
        {
            var (line, text) = report.Lines[n];
            if (!Proposals().IsMatch(text.Trim())) continue;
            var section = report.Sections.LastOrDefault(s => s.Line <= line)?.Number ?? 0;
            List<string> said = [];
            foreach (var (at, next) in report.Lines.Skip(n + 1))
            {
                if (Sub().IsMatch(next.Trim()) || report.Sections.Any(s => s.Number > section && s.Line == at)) break;
                said.Add(next);
            }
            if (said.Count > 0 && !said.Exists(Owner().IsMatch))
                ruling.Find(line, text, "Förslagen säger inte vem som ska göra dem, eller till när. Skriv ansvarig och dag vid varje förslag.", "ansvarig och dag", "ingen ansvarig");
        }
        foreach (var section in report.Sections.Where(s => Deviations().IsMatch(s.Heading) && report.Tables.All(t => t.Section != s.Number)))
            if (!section.Sentences.Any(s => Told().IsMatch(s.Text)))
                ruling.Find(section.Line, section.Heading, "Avsnittet om avvikelser redovisar ingen avvikelse. Skriv vilka som finns, eller att inga har rapporterats.", "avvikelser, eller att det inte finns några", section.Sentences.Count == 0 ? "tomt" : "bara anvisningar");
    }

    [GeneratedRegex(@"^förslag till (övriga |ytterligare )?åtgärd(er)?\s*:?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Proposals();

    [GeneratedRegex(@"^(vidtagna|genomförda|förslag till|åtgärder$|totalt har)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Sub();

    [GeneratedRegex(@"\b(ansvarig(a)?\s*(är|:)|ansvarig\s+\p{Lu}|ansvarar för|ägare\s*:|genomförs av|utförs av|görs av)|\(\s*(ansvarig|ägare|\p{L}*(chef|utvecklare|ledare|ekonom|samordnare)\b)|\b\p{L}*(chef(en|erna)?|utvecklare(n)?|ledare(n)?|samordnare(n)?|MAS|SAS)\b (\p{L}+ ){0,2}?(tar|ser|gör|inför|ansvarar|ska)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Owner();

    [GeneratedRegex(@"^[0-9]*\.?\s*avvikelser( och åtgärder)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Deviations();

    // What is told of has happened: instructions say what shall.
    [GeneratedRegex(@"\b(inga|ingen|inte|har (\p{L}+ ){0,3}(rapporterats|identifierats|upptäckts|konstaterats|noterats|hanterats)|rapporterades|identifierades|upptäcktes|konstaterades|noterades|visade|framkom|framkommit|bilaga|är åtgärdade|fanns)\b|(?!en\b|ett\b)" + Quantity.Whole + @" (\p{L}+ )?avvikelse", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Told();
}
