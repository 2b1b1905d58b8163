using System.Text.RegularExpressions;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>What is called done is not told of as not done, and "the others have done it" does not stand beside "two areas lack it".</summary>
public sealed partial class C10Status : Rule
{
    public override string Id => "C10";
    public override string Says => "Statusen stämmer med texten.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var table in report.Tables) Rows(report, table, ruling);
        foreach (var paragraph in report.Sentences.GroupBy(s => s.Paragraph)) Others([.. paragraph], ruling);
    }

    private static void Rows(ReportText report, TextTable table, Ruling ruling)
    {
        var status = table.Column(PlanColumn.Status);
        if (status < 0) return;
        foreach (var row in table.Rows.Where(r => IsDone(r.At(status))))
            foreach (var cell in row.Cells.Where((_, n) => n != status))
                foreach (var said in Sentences().Split(cell).Where(s => !AboutElse().IsMatch(s)))
                    if (StatusAgainstText.Of(MeasureStatus.Done, said) is { } words) Say(ruling, row.Line, said, words);
        if (!table.Rows.All(r => r.At(status).Length == 0 || IsDone(r.At(status)))) return;
        foreach (var sentence in report.Below(table).Where(s => !AboutElse().IsMatch(s.Text)))
            if (StatusAgainstText.Of(MeasureStatus.Done, sentence.Text) is { } words) Say(ruling, sentence.Line, sentence.Text, words);
    }

    private static void Say(Ruling ruling, int line, string text, string words) =>
        ruling.Find(line, text, $"Statusen är Genomförd, men texten säger ”{words}”. Ändra statusen, eller skriv vad som är gjort och vad som är kvar.", "status som stämmer med texten", "Genomförd");

    private static bool IsDone(string status) => Done().IsMatch(status) && !NotQuite().IsMatch(status);

    private static void Others(List<Sentence> paragraph, Ruling ruling)
    {
        if (paragraph.Find(s => AllOthers().IsMatch(s.Text)) is not { } all || paragraph.Find(s => Lacks().IsMatch(s.Text)) is not { } lacking || all == lacking) return;
        ruling.Find(lacking.Line, $"{all.Text} {lacking.Text}", $"”{AllOthers().Match(all.Text).Value}” står bredvid ”{Lacks().Match(lacking.Text).Value}”. Båda kan inte stämma: skriv vilka som har gjort kontrollen och vilka som inte har det.");
    }

    // The next one, or what follows, is not the thing that is done.
    [GeneratedRegex(@"\b(uppföljning\p{L}*|nästa|motsvarande|även|risken|utvärdering\p{L}*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex AboutElse();

    [GeneratedRegex(@"(?<=[.!?])\s+", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(ej|inte|delvis|ännu|påbörjad|pågående|pågår)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex NotQuite();

    [GeneratedRegex(@"\b(genomförd|genomfört|avslutad|klar|utförd)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Done();

    [GeneratedRegex(@"\b(de övriga|övriga|resterande|samtliga|alla) (\p{L}+ ){0,2}har (\p{L}+ ){0,2}(genomfört|gjort|utfört|lämnat)( \p{L}*kontroll\p{L}*)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex AllOthers();

    [GeneratedRegex(@"(" + Quantity.Whole + @") (\p{L}*områden|enheter|verksamheter|avdelningar|förråd|område|enhet|verksamhet) saknar \p{L}*kontroll\p{L}*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Lacks();
}
