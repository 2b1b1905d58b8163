using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Decision, assignment, plan and record hang together.</summary>
public sealed class DocumentationChain : ControlKind
{
    public const string ControlKey = "dokumentation";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["genomförandeplan", "social dokumentation"];
    public override IReadOnlyList<CheckForm> Forms => [Form];

    /// <summary>Beslut → uppdrag → genomförandeplan → journal: each link is asked for only when the one before it is there, so the chain breaks at the first missing.</summary>
    public static readonly CheckForm Form = new("dokumentationskedja", "Dokumentationskedjan",
    [
        Should("beslut", "Finns ett gällande beslut med mål och tid?", "kedjan bruten: beslut saknas"),
        Then("beslut", Should("uppdrag", "Finns ett uppdrag till utföraren som svarar mot beslutet?", "kedjan bruten: uppdrag saknas", partly: true), Yes),
        new("plan", "Finns en aktuell genomförandeplan med mål ur uppdraget?") { Partly = true, Deviates = [No],
            Remarks = [CheckForm.Partly], Fault = "kedjan bruten: genomförandeplan saknas", AskedWhen = "uppdrag",
            AskedFor = [Yes, CheckForm.Partly] },
        new("delaktig", "Framgår det hur den enskilde har varit delaktig?") { Partly = true, Deviates = [No], Remarks = [CheckForm.Partly],
            Fault = "delaktighet framgår inte", AskedWhen = "plan", AskedFor = [Yes, CheckForm.Partly] },
        new("uppfoljd", "Är planen följd upp det senaste året?") { Deviates = [No], Fault = "planen är inte uppföljd", AskedWhen = "plan",
            AskedFor = [Yes, CheckForm.Partly] },
        new("journal", "Hänger journalen ihop med planens mål?") { Partly = true, Deviates = [No], Remarks = [CheckForm.Partly],
            Fault = "kedjan bruten: journalen saknar koppling till planen", AskedWhen = "plan", AskedFor = [Yes, CheckForm.Partly] },
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Dokumentationskedjan", Purpose = "Att beslut, uppdrag, genomförandeplan och journal hänger ihop.",
            Description =
                "Gå igenom de dragna akterna länk för länk. Kedjan bryts vid den första länk som saknas. Anteckna inget om den enskilde.",
            Field = Field.SocialServices, Method = ControlMethod.Sample, Size = new(2, null),
            Recurrence = new(RecurrenceKind.NamedMonths, Months: [3, 6, 9, 11], DaysAfter: 10), Scope = ScopeKind.UnitsWithObjects,
            Register = RegisterKinds.Documentation.Key,
            UnitOfCount = "akt", PerformerTitles = "Enhetschef", ReportingTitles = "Utvecklingsledare", ToldTitles = "SAS",
            FormKey = Form.Key, Minutes = 40,
            LegalBasis = [.. LegalBasis.SoL("11 kap. 5 §", "14 kap. 3 §"), new("LSS 1993:387 21 a §"), new("SOSFS 2014:5")],
            DeviationRule = "En länk saknas, är inaktuell eller saknar koppling till målet.",
        },
    ];
}
