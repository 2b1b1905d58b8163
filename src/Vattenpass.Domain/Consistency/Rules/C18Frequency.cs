namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>The text below a control does not tell of it as done more seldom than the row says.</summary>
public sealed class C18Frequency : Rule
{
    public override string Id => "C18";
    public override string Says => "Det är lika ofta i texten som i planen.";

    /// <summary>How often it is told of is another matter than how often it is done.</summary>
    private static readonly string[] Told = ["redovisas", "rapporteras", "sammanställs"];

    protected override void Apply(ReportText report, Ruling ruling)
    {
        // With several controls in a table nobody knows which of them the text is about.
        foreach (var table in report.Tables.Where(t => t.Rows.Count == 1))
        {
            var planned = Frequency.In(string.Join(' ', table.Rows[0].Cells)).ToList();
            if (planned is not [var plan]) continue;
            foreach (var sentence in report.Below(table).Where(s => !Told.Any(t => s.Text.Contains(t, StringComparison.OrdinalIgnoreCase))))
                foreach (var told in Frequency.In(sentence.Text).Where(f => f.Times < plan.Times))
                    ruling.Find(sentence.Line, sentence.Text, $"Planen säger ”{plan.Words}”, men texten ”{told.Words}”. Är det beslutat att kontrollera mer sällan?", plan.Words, told.Words);
        }
    }
}
