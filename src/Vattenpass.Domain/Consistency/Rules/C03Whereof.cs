namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>"varav" is never more than what it is a part of.</summary>
public sealed class C03Whereof : Rule
{
    public override string Id => "C3";
    public override string Says => "Det som står efter varav är en del av det som står före.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var sentence in report.Sentences)
            foreach (var part in Parts.In(sentence.Text).Where(p => !p.IsAmong))
            {
                if (part.Part <= part.Whole) ruling.Confirm(sentence.Line, part.Text);
                else ruling.Find(sentence.Line, part.Text, $"{part.Part:0.##} kan inte vara en del av {part.Whole:0.##}.", $"högst {part.Whole:0.##}", $"{part.Part:0.##}");
            }
    }
}
