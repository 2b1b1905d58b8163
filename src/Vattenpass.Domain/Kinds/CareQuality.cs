using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>What deepened self-checks and reviews look at: change, documentation, what the help gave, hand-over, co-operation, staff matters, counting.</summary>
public sealed class CareQuality : ControlKind
{
    public const string ControlKey = "insatskvalitet";

    public override string Key => ControlKey;
    public override IReadOnlyList<CheckForm> Forms => [Change, Clarity, Gain, Handover, Cooperation, StaffMatters, Counting, WithoutDecision];

    public static readonly CheckForm Change = new("forandring", "Riskbedömning före förändring",
    [
        Should("gjord", "Är risker för brukare, medarbetare och patientsäkerhet bedömda före förändringen?", "riskbedömning saknas före förändring"),
        Then("gjord", Should("atgarder", "Finns åtgärder, ansvarig och dag för varje allvarlig risk?", "åtgärd saknas för risk vid förändring", partly: true), Yes),
        Then("gjord", Should("uppfoljd", "Är bedömningen följd upp efter förändringen?", "riskbedömningen är inte uppföljd", mayNotApply: true), Yes),
    ]);

    public static readonly CheckForm Clarity = new("socialdokumentation", "Social dokumentation: tydlig, fullständig, aktuell",
    [
        Should("tydlig", "Går det att förstå vad som ska göras, för vem och varför?", "dokumentationen är otydlig", partly: true),
        Should("fullstandig", "Finns det som behövs för att följa insatsen?", "dokumentationen är ofullständig", partly: true),
        Should("aktuell", "Är den uppdaterad efter det senaste som hände?", "dokumentationen är inte aktuell", partly: true),
        Should("respekt", "Är den skriven med respekt för den enskilde?", "dokumentationen är inte skriven med respekt"),
    ]);

    public static readonly CheckForm Gain = new("insatsresultat", "Vad insatsen gav den enskilde",
    [
        Should("fragad", "Är den enskilde tillfrågad om vad insatsen har gett?", "den enskilde är inte tillfrågad", mayNotApply: true),
        Should("mal", "Är målen för insatsen uppnådda eller på väg?", "målen nås inte", partly: true),
        Should("andrad", "Är insatsen ändrad när den inte gav det som var tänkt?", "insatsen är inte ändrad trots att målen inte nås", mayNotApply: true),
    ]);

    public static readonly CheckForm Handover = new("overlamning", "Överlämning mellan arbetspass",
    [
        Should("tid", "Finns tid avsatt för överlämning vid varje passbyte?", "ingen tid för överlämning", partly: true),
        Should("struktur", "Följer överlämningen en gemensam struktur?", "överlämningen saknar struktur", partly: true),
        Should("dokumenterad", "Är det som behöver följas upp dokumenterat, inte bara sagt?", "det som lämnas över är inte dokumenterat", partly: true),
    ]);

    public static readonly CheckForm Cooperation = new("samverkanleg", "Samverkan med legitimerad personal",
    [
        Should("vem", "Vet alla vilken legitimerad som ska kontaktas, och när?", "oklart vem som ska kontaktas", partly: true),
        Should("moten", "Hålls de möten som är bestämda?", "bestämda möten hålls inte", partly: true, mayNotApply: true),
        Should("ordination", "Utförs det som är ordinerat eller delegerat som det är bestämt?", "ordinerat eller delegerat utförs inte som bestämt", partly: true),
    ]);

    public static readonly CheckForm StaffMatters = new("personalarenden", "Misskötsamhet och personalärenden",
    [
        Should("rutin", "Finns en rutin, och är den känd av cheferna?", "rutin för personalärenden saknas eller är inte känd", partly: true),
        Should("ansvar", "Är det tydligt vem som gör vad: chef, HR och förvaltning?", "oklart ansvar i personalärenden", partly: true),
        Should("dokumenterat", "Dokumenteras ärendena som rutinen säger?", "personalärenden dokumenteras inte enligt rutinen", partly: true, mayNotApply: true),
        Should("stod", "Har cheferna fått utbildning i arbetsrätt?", "chefer saknar utbildning i arbetsrätt", partly: true),
    ]);

    public static readonly CheckForm Counting = new("rakning-vid-uttag", "Räkning vid varje uttag och påfyllning",
    [
        Should("raknat", "Räknades läkemedlet innan saldot skrevs?", "läkemedlet räknades inte vid uttaget"),
        Should("skrivet", "Skrevs uttaget i rätt journal direkt?", "uttaget skrevs inte direkt eller i fel journal"),
        Should("tva", "Var två närvarande där rutinen kräver det?", "en ensam gjorde uttaget trots krav på två", mayNotApply: true),
    ]);

    public static readonly CheckForm WithoutDecision = new("insats-utan-beslut", "Insats utan individuell behovsprövning",
    [
        Should("upplyst", "Har den enskilde fått veta vad insatsen är, och hur man ansöker om mer?", "den enskilde är inte upplyst om insatsen"),
        Should("behov", "Märks det, och tas det vidare, när någon behöver utredas eller skyddas?", "behov av utredning tas inte vidare", partly: true),
        Should("uppfoljd", "Är insatsen uppföljd så som verksamheten har bestämt?", "insatsen är inte uppföljd", partly: true),
    ]);

    private static LegalBasis[] System(string paragraph) => [new($"SOSFS 2011:9 {paragraph}")];

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        PerUnit(Change, "Riskbedömning före förändring", "Att en förändring inte skapar nya risker.", "Välj halvårets större förändringar. Finns ingen är kontrollen inte tillämplig.", System("5 kap. 1 §")) with { Recurrence = new(RecurrenceKind.HalfYear, DaysAfter: 20) },
        PerFile(Clarity, "Social dokumentation", "Att dokumentationen är tydlig, fullständig och aktuell.", "Läs de dragna akterna. Anteckna inget om den enskilde.", [.. LegalBasis.SoL("11 kap. 5 §", "14 kap. 3–6 §§"), .. System("5 kap. 2 §")]),
        PerFile(Gain, "Vad insatsen gav den enskilde", "Att insatsen leder till det som var tänkt.", "Följ upp de dragna insatserna mot målen i genomförandeplanen.", [.. LegalBasis.SoL("3 kap. 3 §", "5 kap. 1–3 §§")]),
        PerFile(WithoutDecision, "Insatser utan individuell behovsprövning", "Att insatser som ges utan beslut når rätt personer och följs upp.", "Gå igenom de dragna insatserna. Anteckna inget om den enskilde.", [new("SoL 2025:400 11 kap. 5 §", LegalBasis.NewSoL)])
            with { Register = RegisterKinds.Undecided.Key, UnitOfCount = "insats" },
        PerFile(Clarity, "Social dokumentation hos privata utförare", "Att den som får sin insats av en privat utförare har lika god dokumentation.", "Läs de dragna akterna hos varje utförare. Anteckna inget om den enskilde.", [new("KL 2017:725 10 kap. 8 §"), .. LegalBasis.SoL("11 kap. 5 §", "14 kap. 3–6 §§")])
            with { Register = RegisterKinds.ProviderFiles.Key, Size = new(2, null) { Groups = new("utförare", "") }, Scope = ScopeKind.Board, PerformerTitles = "Utvecklingsledare" },
        PerUnit(Handover, "Överlämning mellan arbetspass", "Att det viktiga följer med till nästa pass.", "Var med vid några passbyten.", System("4 kap. 5–6 §§")),
        PerUnit(Cooperation, "Samverkan med legitimerad personal", "Att omsorg och hälso- och sjukvård hänger ihop för den enskilde.", "Fråga medarbetare och legitimerad personal var för sig.", System("4 kap. 5–6 §§")),
        PerUnit(StaffMatters, "Misskötsamhet och personalärenden", "Att cheferna har rutin, stöd och kunskap.", "Svara för enheten. Anteckna inget om någon medarbetare.", System("6 kap. 1 §")) with { Field = Field.Staff, Recurrence = new(RecurrenceKind.Year, DaysAfter: 30), ToldTitles = "HR-specialist" },
        PerUnit(Counting, "Räkning vid varje uttag", "Att kontrollräkningen görs vid varje uttag och påfyllning, inte bara en gång i månaden.", "Iaktta några uttag i förrådet.", [new("HSLF-FS 2017:37 4 kap.")]) with { Field = Field.HealthCare, Scope = ScopeKind.UnitsWithObjects, Register = RegisterKinds.Stores.Key, PerformerTitles = "MAS", ReportingTitles = "MAS", ToldTitles = "MAS" },
    ];

    private static ControlContent PerUnit(CheckForm form, string title, string purpose, string how, IReadOnlyList<LegalBasis> basis) => new()
    {
        Title = title,
        Purpose = purpose,
        Description = how,
        Field = Field.SocialServices,
        Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 20),
        Scope = ScopeKind.Units,
        UnitOfCount = "kontroll per enhet",
        PerformerTitles = "Enhetschef",
        ReportingTitles = "Utvecklingsledare",
        ToldTitles = "SAS",
        FormKey = form.Key,
        Minutes = 20,
        LegalBasis = basis,
        DeviationRule = "Ett krav i listan är inte uppfyllt.",
    };

    /// <summary>A few files drawn out of the register, four times a year.</summary>
    private static ControlContent PerFile(CheckForm form, string title, string purpose, string how, IReadOnlyList<LegalBasis> basis) => PerUnit(form, title, purpose, how, basis) with
    {
        Method = ControlMethod.Sample,
        Size = new(2, null),
        Scope = ScopeKind.UnitsWithObjects,
        Register = RegisterKinds.Documentation.Key,
        UnitOfCount = "akt",
        Minutes = 30,
    };
}
