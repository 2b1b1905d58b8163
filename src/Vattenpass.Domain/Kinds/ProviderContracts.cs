using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Domain.Kinds;

/// <summary>What was handed over to a private provider is followed up, provider by provider, once a year (KL 2017:725 10 kap. 8 §).</summary>
public sealed class ProviderContracts : ControlKind
{
    public const string ControlKey = "avtalsuppfoljning";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["avtalsuppföljning"];
    public override IReadOnlyList<CheckForm> Forms => [Form];
    public override IReadOnlyList<string> Faults => [.. Form.Items.Select(i => i.Fault).Where(f => f.Length > 0)];

    private static readonly string[] Steps = ["ingen brist", "mindre brist", "brist", CheckForm.Grave];

    public static readonly CheckForm Form = new("avtalsuppfoljning", "Avtalsuppföljning",
    [
        Graded("insats", "Får den enskilde insatsen så som den är beviljad?", "insatsen ges inte som beviljad"),
        Graded("bemanning", "Är bemanning och kompetens så som avtalet kräver?", "bemanning eller kompetens under avtalets krav"),
        Graded("dokumentation", "Är genomförandeplan och dokumentation så som avtalet kräver?", "brister i dokumentationen"),
        Graded("kvalitetsarbete", "Finns egenkontroll, och hanteras avvikelser och klagomål?", "brister i kvalitetsarbetet"),
    ]);

    /// <summary>A question in four steps: a small lack is a remark, a lack a deviation, a grave one a serious deviation.</summary>
    private static FormItem Graded(string key, string question, string fault) =>
        new(key, question, ItemKind.Choice)
        {
            Choices = Steps,
            Remarks = [Steps[1]],
            Deviates = [Steps[2], Steps[3]],
            Fault = fault,
            MayNotApply = true
        };

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Avtalsuppföljning av privata utförare",
            Purpose = "Att den som får insatsen av en privat utförare får det som är beviljat och avtalat.",
            Description = "Besök varje utförare. Gå igenom avtalets krav och bedöm varje område i fyra steg.",
            Field = Field.SocialServices, Recurrence = new(RecurrenceKind.Year, DaysAfter: 31), Scope = ScopeKind.Objects,
            Register = RegisterKinds.Providers.Key,
            UnitOfCount = "utförare", PerformerTitles = "Utvecklingsledare", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Förvaltningschef",
            FormKey = Form.Key, Minutes = 60, LegalBasis = [new("KL 2017:725 10 kap. 8 §"), new("SOSFS 2011:9 5 kap. 2 §")],
            DeviationRule = "Utföraren når inte avtalets krav.",
            SeriousRule = "Bristen rör den enskildes trygghet eller säkerhet, eller upprepas.",
        },
    ];
}
