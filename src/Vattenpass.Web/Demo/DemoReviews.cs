using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>An external review of the demo municipality: its findings, what is recommended and answered, and measures that meet them.</summary>
public sealed class DemoReviews(VattenpassDb db, DemoTown town, DateOnly today)
{
    public async Task<Review> AddAsync(CancellationToken stop)
    {
        var year = today.Year;
        var review = new Review(db.NewId(), town.Board.Id, new(ReviewKind.External, "Extern granskning av ledningssystemet",
            "Särskilt boende, hemtjänst och funktionsstöd: ledningssystem, dokumentation, kompetens och bemanning.",
            new(year - 1, 1, 1), new(year - 1, 10, 31), "ett konsultföretag", new(year - 1, 11, 20), $"SN {year - 1}/187"));
        var known = review.Find(db.NewId(), new("Kraven i SOSFS 2011:9 är inte tillräckligt kända i enheterna", Gravity.SeriousDeficiency, "Intervjuer med 14 enhetschefer.")
        {
            RequirementKeys = ["ledningssystem", "medverkan"],
            Causes = [RootCause.Leadership, RootCause.Routines],
            Recommendation = "Gör ledningssystemet känt och använt i alla enheter.",
            AnswerBy = new(year, 2, 28),
        });
        known.Reply("Ledningssystemet gås igenom på arbetsplatsträffar, och rutinerna samlas i ett register.", "Utvecklingsledare", new(year, 1, 26));
        var documentation = review.Find(db.NewId(), new("Social dokumentation är otydlig, ofullständig eller inte uppdaterad", Gravity.SeriousDeficiency, "Stickprov av 60 genomförandeplaner.")
        {
            RequirementKeys = ["dokumentation", "egenkontroll"],
            Causes = [RootCause.Documentation, RootCause.Competence],
            Recommendation = "Följ upp kedjan från beslut till journal varje kvartal.",
            AnswerBy = today.AddDays(20),
        });
        var managers = review.Find(db.NewId(), new("Chefer har för många medarbetare för att vara närvarande", Gravity.Deficiency, "Antal medarbetare per chef, 18 till 52.") { Causes = [RootCause.Leadership] });
        var skills = review.Find(db.NewId(), new("Kompetens i lågaffektivt bemötande och AKK saknas", Gravity.Deficiency, "Kompetensinventering i funktionsstöd.")
        {
            RequirementKeys = ["personal"],
            UnitIds = [town.Unit("FS04").Id],
            Causes = [RootCause.Competence],
        });
        review.Find(db.NewId(), new("Överlämningar mellan arbetspass brister", Gravity.Deficiency, "Intervjuer med medarbetare och legitimerad personal.")
        {
            RequirementKeys = ["samverkan"],
            Causes = [RootCause.Handover, RootCause.Cooperation],
            Recommendation = "Inför en gemensam struktur för överlämning.",
            AnswerBy = today.AddDays(-12),
        });
        documentation.MeetWith(Begin("Utbildning i social dokumentation", "SAS", new(year, 3, 1), new(year + 1, 3, 31)));
        managers.MeetWith(Begin("Fyra nya enhetschefer", "Förvaltningschef", new(year, 1, 15), new(year, 12, 15)));
        skills.MeetWith(Begin("Utbildning i lågaffektivt bemötande", "HR-specialist", new(year, 2, 1), new(year, 12, 15)));
        review.Prioritise([new("Ledning", "utan närvarande chefer bär inga andra åtgärder"), new("Dokumentation", "brister i alla granskade enheter"), new("Kompetens", "störst i funktionsstöd")]);
        db.Reviews.Add(review);
        await db.SaveAsync(Acts.MeetFinding, stop: stop);
        return review;

        Guid Begin(string title, string owner, DateOnly start, DateOnly end)
        {
            var measure = Measure.Begin(db.NewId, town.Board.Id, title, "Svarar mot en brist i den externa granskningen.", town.Person(owner).Id, start, end);
            if (start <= today) measure.FollowUp(db.NewId(), new($"Våren {year}", "Arbetet är påbörjat.", MeasureStatus.Ongoing), town.Person(owner).Id, owner, new(start, new(9, 0), TimeSpan.Zero));
            db.Measures.Add(measure);
            return measure.Id;
        }
    }
}
