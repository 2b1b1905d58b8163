using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>Complaints, answered and learned from.</summary>
public sealed class Complaints : ControlKind
{
    public const string ControlKey = "klagomal";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["klagomål"];
    public override IReadOnlyList<CheckForm> Forms => [Form];

    public static readonly CheckForm Form = new("klagomal", "Klagomål och synpunkter",
    [
        new("antal", "Antal klagomål under perioden", ItemKind.Count),
        new("itid", "Antal som besvarades inom tio dagar (lokal regel)", ItemKind.Count) { ExpectedFrom = "antal", Fault = "klagomål besvarat för sent", Unit = "klagomål" },
        Should("sammanstallt", "Är klagomålen sammanställda och analyserade?", "analys saknas", partly: true),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Klagomål och synpunkter", Purpose = "Att klagomål besvaras i tid och leder till förbättring.",
            Description = "Räkna periodens klagomål och svaren på dem.",
            Field = Field.SocialServices, Recurrence = new(RecurrenceKind.Tertial, DaysAfter: 20), Scope = ScopeKind.Areas,
            UnitOfCount = "kontroll per område och tertial", PerformerTitles = "Utvecklingsledare", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "SAS",
            FormKey = Form.Key, Minutes = 20, LegalBasis = [new("SOSFS 2011:9 5 kap. 3 §")],
            DeviationRule = "Besvarat efter mer än tio dagar (lokal regel), eller inte analyserat.",
        },
    ];
}
