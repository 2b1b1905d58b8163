using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>A plan with scored risks, the built-in controls and some measures.</summary>
public sealed class DemoPlan(VattenpassDb db, DemoTown town)
{
    private static readonly (string Title, string Text, int L, int C, RiskResponse Response, string[] Controls, string Reason)[] Risks =
    [
        ("Obehörig läsning i journal", "Medarbetare läser om enskilda som de inte arbetar med.", 3, 4, RiskResponse.Both,
            [LogControl.ControlKey, Accounts.ControlKey], ""),
        ("Uppgifter om enskilda finns i telefoner", "Bilder och meddelanden sparas i arbetstelefoner.", 3, 3, RiskResponse.Control,
            [Phones.ControlKey], ""),
        ("Narkotikaklassade läkemedel försvinner", "Saldot stämmer inte och bristen utreds inte.", 2, 4, RiskResponse.Both,
            [MedicineStores.ControlKey], ""),
        ("Tidsfrister i utredningar hålls inte", "Barn och unga får vänta för länge på beslut.", 3, 4, RiskResponse.Control,
            [TimeLimits.ControlKey], ""),
        ("Ekonomin är inte i balans", "Avvikelser upptäcks för sent.", 3, 3, RiskResponse.Control, [Economy.ControlKey], ""),
        ("Svårt att rekrytera", "Brist på utbildad personal.", 4, 3, RiskResponse.Both, [Competence.ControlKey,
            Rehabilitation.ControlKey], ""),
        ("Avbrott i verksamhetssystem", "Journalen går inte att nå.", 2, 2, RiskResponse.Accept, [],
            "Reservrutiner på papper finns och är övade."),
    ];

    /// <param name="withCommittee">The committee's own samples are in it; they began this year.</param>
    public Plan Make(int year, bool withCommittee)
    {
        var plan = new Plan(db.NewId(), year, town.Board.Id, $"Internkontrollplan {year}", RiskScale.Four);
        var riskOf = new Dictionary<string, Guid>();
        foreach (var (title, text, l, c, response, controls, reason) in Risks)
        {
            var risk = plan.Add(new Risk(db.NewId(), plan, title, text, "Kvalitet och uppföljning", town.Person("Förvaltningschef").Id));
            risk.Rate(l, c, null, new(year - 1, 11, 20));
            risk.Decide(response, reason);
            foreach (var key in controls) riskOf[key] = risk.Id;
        }
        ControlKinds.AddBasicTo(plan, LocalRules.Standard, db.NewId, key => riskOf[key]);
        foreach (var template in ControlKinds.Templates.Where(t =>
            t.Key is DocumentationChain.ControlKey or Grants.ControlKey or Hygiene.ControlKey
                || (withCommittee && t.Content.Recurrence.Kind is RecurrenceKind.AtCommittee)))
            plan.Add(new Control(db.NewId(), plan, template.Key, plan.Controls.Count, template.Content));
        var economy = plan.Controls.First(c => c.Key == Economy.ControlKey);
        economy.Describe(economy.Content with { IsCommon = true });
        db.Plans.Add(plan);
        return plan;
    }

    public void AddMeasures(Plan plan, DateOnly today)
    {
        Add("Ny rutin för loggkontroll", "Rutinen förenklas och förankras på APT.", plan.Risks[0], "Utvecklingsledare");
        Add("Utbildning i läkemedelshantering", "Alla sjuksköterskor går igenom rutinen för kontrollräkning.", plan.Risks[2], "MAS");
        Add("Kompetensförsörjningsplan", "En plan för de närmaste tre åren.", plan.Risks[5], "HR-specialist");

        void Add(string title, string text, Risk risk, string owner)
        {
            var measure = new Measure(db.NewId(), town.Board.Id, Field.General, title, plan.Id, risk.Id);
            measure.Describe(new(title, text, town.Person(owner).Id, town.Person("Utvecklingsledare").Id, new(plan.Year, 1, 15),
                new(plan.Year, 12, 15), [new(plan.Year, 5, 1), new(plan.Year, 9, 1)])
            {
                DecidedOn = new(plan.Year - 1, 12, 10),
                DecisionReference = "SN § 112",
                SameOfficerReason = owner == "Utvecklingsledare" ? "Rapporten läses av förvaltningschefen." : "",
            }, db.NewId, new(plan.Year, 1, 1));
            db.Measures.Add(measure);
            if (today >= new DateOnly(plan.Year, 5, 4)) Say(new(plan.Year, 5, 4), "Delår", "Arbetet är påbörjat och följer tidplanen.", MeasureStatus.Ongoing);
            if (today > new DateOnly(plan.Year, 12, 15) && owner != "HR-specialist") Say(new(plan.Year, 12, 15), "Helår", "Åtgärden är genomförd och rutinen används.", MeasureStatus.Done);

            void Say(DateOnly on, string period, string said, MeasureStatus status) => measure.FollowUp(db.NewId(), new($"{period} {plan.Year}", said, status),
                town.Person(owner).Id, owner, new(on, new(9, 0), TimeSpan.Zero));
        }
    }
}
