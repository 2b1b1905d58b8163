using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>Risks that units have proposed for the coming year: one is in the draft, one is not taken with its reason, two wait.</summary>
public sealed class DemoProposals(VattenpassDb db, DemoTown town, DateOnly today)
{
    public void AddTo(Plan plan)
    {
        var taken = Propose("Enhetschef Ekhöjden", "Nya medarbetare kan inte rutinen för larm", "Larm besvaras sent när många är nya.", new(RiskSource.Unit, "", "Verksamhet", "Introduktionen är kort i juni och juli", "Någon ligger kvar efter ett fall", "Larmloggen läses varje vecka"), 60);
        var risk = plan.Add(new Risk(db.NewId(), plan, taken.Title, taken.Description, "", town.Person("Enhetschef Ekhöjden").Id));
        risk.Explain(taken.Background with { From = "Ekhöjden" });
        risk.Rate(3, 3, null, db.Today);
        risk.Agree("Har hänt två somrar i rad. Följden blev lindrig båda gångerna.", [new(3, 4), new(2, 3), new(3, 3), new(4, 2)]);
        risk.Decide(RiskResponse.Control, "");
        taken.Take(risk, "Utvecklingsledare", today.AddDays(-15));
        Propose("Enhetschef Hemtjänst Öst", "Cyklarna är slitna", "", new(RiskSource.Unit), 50).Decline("Hanteras i den ordinarie arbetsmiljöronden.", "Utvecklingsledare", today.AddDays(-15));
        Propose("Enhetschef Lindbacken", "Nattbemanningen räcker inte vid två larm samtidigt", "", new(RiskSource.Deviation, "", "", "En ensam på natten i två hus"), 9);
        Propose("MAS", "Nya föreskrifter om delegering hinns inte med", "", new(RiskSource.Law), 4);
    }

    private RiskProposal Propose(string by, string title, string text, RiskBackground background, int daysAgo)
    {
        var person = town.Person(by);
        return db.Proposals.Add(new(db.NewId(), person.AtUnit, title, text, background, person.Id, person.Name, today.AddDays(-daysAgo))).Entity;
    }
}
