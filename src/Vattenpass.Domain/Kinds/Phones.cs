using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Confidentiality in work phones: a share of each unit's phones in a year, by local rule.</summary>
public sealed class Phones : ControlKind
{
    public const string ControlKey = "mobiltelefoner";

    private static readonly string[] Found = ["bild på brukare", "bild på sår", "bild på ordinationslista", "bild på planering",
        "bild på kallelse", "namn i kontaktlista", "personnummer", "meddelande från anhörig, god man eller klient"];
    private static string[] FaultsToChoose => [.. Found, OtherFault];

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["mobiltelefon"];
    public override bool IsBasic => true;
    public override IReadOnlyList<CheckForm> Forms => [Form];
    public override IReadOnlyList<string> Faults => Found;
    public override IReadOnlyList<string> AtOnce => ["överfört till akt", "raderat", "påmind på plats", "anmält i incidentkanalen"];
    public override ControlContent By(LocalRules rules, ControlContent content) =>
        content with { Size = new(null, rules[LocalRules.PhonesPercent]) };

    public override IEnumerable<object> FactsOf(RegisterRow row) =>
        row.Register == RegisterKinds.Phones.Key ? [new PhoneFact(row.Key, row["enhet"], row.Id)] : [];
    public override KindFigures? Figures(YearFacts facts) => PhoneFigures.Of(facts);

    public static readonly CheckForm Form = new("mobiltelefon", "Sekretess i mobiltelefon",
    [
        new("uppgift", "Finns bild, meddelande eller annat om en enskild i telefonen?") { Deviates = [Yes], KindFrom = "kategori",
            Hint = "Gå igenom bilder, meddelanden, kontakter, anteckningar, e-post och molntjänster." },
        Then("uppgift", new("kategori", "Vad?", ItemKind.Choice) { Choices = [.. FaultsToChoose] }, Yes),
        Then("uppgift", new("kalla", "Varifrån kom det?", ItemKind.Choice) { Choices = ["personal", "klient eller anhörig",
            "annan avsändare"], ToldAs = "Vem uppgifterna i telefonerna kom från" }, Yes),
        Grade("uppgift", Yes),
        Then("uppgift", new("overfort", "Är det överfört till akt eller journal före radering?") { MayNotApply = true, Deviates = [No],
            Fault = "raderat utan att föras över till akten",
            Hint = "Ett meddelande från en klient är en inkommen handling. Spara ingen bild av fyndet här." }, Yes),
        Then("uppgift", new("anmald", "Är det anmält i incidentkanalen?") { Deviates = [No], Fault = "inte anmält i incidentkanalen",
            Hint = "Chefen anmäler. Incidentfunktionen bedömer om det är en personuppgiftsincident." }, Yes),
        Then("uppgift", new("anmalan", "Tid och ärendenummer för anmälan", ItemKind.Text) { Optional = true,
            Hint = "Till exempel 2026-03-31 14:10, ärende 1234." }, Yes),
        Should("las", "Är telefonen låst med kod?", "telefonen saknar skärmlås"),
    ]);

    public override IEnumerable<Assessment> Asks(Deviation deviation) => ClockOf(deviation) is null ? [] : [Assessment.PersonalDataIncident];

    /// <summary>What is found may be a personal data breach: 72 hours run from the day it was found (GDPR art. 33).</summary>
    public override string? ClockOf(Deviation deviation) => deviation.IsImported || !FaultsToChoose.Contains(deviation.Kind) ? null
        : $"Bedöm genast om det är en personuppgiftsincident. Ska den anmälas till IMY görs det före {deviation.FoundOn.AddDays(3):yyyy-MM-dd} kl. 00.00 (72 timmar, räknat från början av dagen då det upptäcktes). Anmälan behövs inte om risken för människors rättigheter och friheter är osannolik (GDPR art. 33).";

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Sekretess – mobiltelefoner", Purpose = "Att inga bilder eller uppgifter om enskilda finns kvar i arbetstelefoner.",
            Description =
                "Gå igenom bilder, meddelanden, kontakter och anteckningar i telefonen. För över det som hör till akten innan det raderas. Spara ingen bild av fyndet.",
            Field = Field.SocialServices, Method = ControlMethod.Sample, Size = new(null, 20), Recurrence = new(RecurrenceKind.HalfYear),
            Scope = ScopeKind.UnitsWithObjects, Register = "mobiltelefoner",
            UnitOfCount = "mobiltelefon", PerformerTitles = "Enhetschef", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Incidentfunktion",
            LegalBasis = [new("OSL 2009:400 26 kap. 1 §"), new("OSL 2009:400 25 kap. 1 §"), new("GDPR art. 5.1 f, 32, 33")],
            FormKey = Form.Key, Minutes = 15,
            DeviationRule = "Bild, meddelande, namn eller annan uppgift om en enskild.",
            SeriousRule = "Identitet tillsammans med uppgift om hälsa eller sociala förhållanden, eller spridning.",
        },
    ];

    public override IReadOnlyList<Block>? Tell(Telling telling)
    {
        if (telling.Figures.Of<PhoneFigures>() is not { } figures || figures.Terms.Sum(t => t.Figure.Share.Denominator) == 0) return null;
        List<Block> blocks = [];
        if (figures.Checked is { } phones)
        {
            var goal = phones.Share.Goal!.Value;
            var soFar = $" hittills; målet för året är minst {goal.AtLeastPercent} % ({goal.Needed(phones.Share.Denominator)}).";
            blocks.Add(Prose.Paragraph(Prose.Text("Kontrollerade mobiltelefoner: "),
                telling.IsWholeYear ? FigureText.Show(phones) : FigureText.Short(phones), Prose.Text(telling.IsWholeYear ? "." : soFar)));
        }
        foreach (var term in figures.Terms.Where(t => t.Figure.Share.Denominator > 0).OrderBy(t => !t.IsSpring))
        {
            var grave = term.Serious == 0 ? "ingen allvarlig" : $"varav {term.Serious} {(term.Serious == 1 ? "allvarlig" : "allvarliga")}";
            blocks.Add(Prose.Paragraph(
                Prose.Text($"{(term.IsSpring ? "Våren" : "Hösten")} {telling.Facts.Year}: "), FigureText.Show(term.Figure),
                Prose.Text($" kontrollerade telefoner hade avvikelse, {grave}.")));
        }
        if (figures.ShortUnits.Count > 0)
            blocks.Add(Prose.Paragraph(
                $"{Prose.Capital(Prose.Count(figures.ShortUnits.Count, "enhet", "enheter"))} har {(telling.IsWholeYear ? "" : "hittills ")}kontrollerat mindre än {telling.Facts.Rules[LocalRules.PhonesPercent]} % av sina telefoner: {Prose.List(figures.ShortUnits)}."));
        return blocks;
    }

    public override IEnumerable<ToldCheck> ChecksTold(ToldRows rows)
    {
        foreach (var (at, group) in rows.Touched(RegisterKinds.PhoneChecks, r => (Unit: r.AtUnit, Term: r["termin"])))
            yield return new(at.Unit, "", $"{rows.Year}-{Half(at.Term)}", group.Count == 0 ? null : ToldRows.Outcome(
                group.Count(r => r.Yes("avvikelse")), group.Count(r => r.Yes("allvarlig")), group.Count,
                group.Max(r => r.Date("datum")!.Value), [.. group.Select(r => r["telefon-id"]).Distinct()]));
    }

    public override IEnumerable<ToldDeviation> DeviationsTold(RegisterRow row, ToldRows rows)
    {
        if (row.Register != RegisterKinds.PhoneChecks.Key || !row.Yes("avvikelse")) yield break;
        var date = row.Date("datum")!.Value;
        var term = $"{date.Year}-{Half(row["termin"])}";
        var kind = row["iakttagelse"].Length > 0 ? row["iakttagelse"] : "uppgift saknas";
        yield return new(
            new(row.AtUnit, Field.SocialServices, kind, $"Telefon {row["telefon-id"]}",
                row.Yes("allvarlig") ? Severity.Serious : Severity.Minor, date, term, null, Key, row["telefon-id"]),
            term);
    }

    private static string Half(string term) => term == "vår" ? "H1" : "H2";
}
