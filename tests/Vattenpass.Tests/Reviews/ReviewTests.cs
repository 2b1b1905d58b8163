using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reviews;

namespace Vattenpass.Tests.Reviews;

/// <summary>What a review found stays until it is answered and met, and each krona is told with the finding it answers.</summary>
public sealed class ReviewTests
{
    private static readonly DateOnly Today = new(2026, 5, 4);
    private static Guid Id() => Guid.CreateVersion7(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));

    private static ReviewContent Content => new(ReviewKind.External, "Extern granskning", "Särskilt boende", new(2025, 1, 1), new(2025, 10, 31), "ett företag", new(2025, 11, 20), "SN 2025/187");

    private static FindingContent Deficiency => new("Dokumentationen är otydlig", Gravity.SeriousDeficiency, "Stickprov") { Recommendation = "Följ upp varje kvartal.", AnswerBy = new(2026, 5, 1) };

    [Fact]
    public void A_recommendation_stays_until_it_is_answered_and_the_sum_says_what_is_left()
    {
        var review = new Review(Id(), Id(), Content);
        var measure = Id();
        HashSet<Guid> meeting = [measure];
        Assert.Equal("påbörjad", new ReviewSum(review, Today, meeting).Standing());
        var finding = review.Find(Id(), Deficiency);
        review.Find(Id(), new("Bra stämning", Gravity.Observation, "Intervjuer"));
        var sum = new ReviewSum(review, Today, meeting);
        Assert.Equal((2, 1, 1, 1, 1), (sum.Findings, sum.Serious, sum.WithoutMeasure, sum.Unanswered, sum.Late));
        Assert.Equal(["Två brister och iakttagelser, varav en allvarlig.", "En brist har ingen åtgärd som pågår eller är gjord.", "En rekommendation väntar på svar, varav en skulle ha besvarats tidigare."], sum.Sentences());
        finding.Reply("Det görs.", "Utvecklingsledare", Today);
        finding.MeetWith(measure);
        Assert.Equal("omhändertagen", new ReviewSum(review, Today, meeting).Standing());
        // One that was called off meets nothing.
        Assert.Equal("1 utan åtgärd", new ReviewSum(review, Today, new HashSet<Guid>()).Standing());
        // A report of an earlier day tells what was known then, and an answer that is put right stays to be read.
        Assert.Equal(1, new ReviewSum(review, Today.AddDays(-1), meeting).Unanswered);
        finding.Reply("Det görs i höst.", "Någon annan", Today.AddDays(3));
        Assert.Equal(("Det görs.", "Det görs i höst."), (finding.ReplyOn(Today)!.Text, finding.ReplyOn(Today.AddDays(3))!.Text));
        Assert.Throws<Refusal>(() => finding.Describe(Deficiency with { Recommendation = "Något annat" }));
        Assert.Throws<Refusal>(() => review.Remove(finding));
    }

    [Fact]
    public void What_is_missing_or_contradicts_itself_is_refused()
    {
        Assert.Throws<Refusal>(() => new Review(Id(), Id(), Content with { To = new(2024, 12, 31) }));
        Assert.Throws<Refusal>(() => new Review(Id(), Id(), Content with { ReportedOn = new(2025, 10, 30) }));
        Assert.Throws<Refusal>(() => new Review(Id(), Id(), Content with { MadeBy = " " }));
        var review = new Review(Id(), Id(), Content);
        Assert.Throws<Refusal>(() => review.Find(Id(), Deficiency with { Recommendation = "" }));
        Assert.Throws<Refusal>(() => review.Find(Id(), Deficiency with { Gravity = null }));
        Assert.Throws<Refusal>(() => review.Find(Id(), Deficiency with { RequirementKeys = ["finns inte"] }));
        Assert.Throws<Refusal>(() => review.Find(Id(), new("Brist", Gravity.Deficiency, "Visat")).Reply("Svar", "Test", Today));
        Assert.Throws<Refusal>(() => review.Prioritise([Priority.Read("Dokumentation")]));
        Assert.Throws<Refusal>(() => review.Prioritise([Priority.Read("Ledning: a"), Priority.Read("ledning: b")]));
        Assert.Equal(new("Ledning", "chefer: utan dem bär inget"), Priority.Read(" Ledning : chefer: utan dem bär inget"));
    }

    [Theory, InlineData("2025-06-30", "SoL 2001:453"), InlineData("2025-07-01", "SoL 2025:400")]
    public void A_demand_is_told_as_it_stood_when_the_review_was_made(string day, string act)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains(act, Requirements.Find("lex-sarah")!.ReferenceOn(on), StringComparison.Ordinal);
        Assert.Contains("(kontrollera)", Requirements.Find("egenkontroll")!.ReferenceOn(on), StringComparison.Ordinal);
        Assert.All(Requirements.All, r => Assert.NotEqual("", r.ReferenceOn(on)));
        Assert.Equal(Requirements.All.Count, Requirements.All.DistinctBy(r => r.Key).Count());
    }

    [Theory, BothDatabases]
    public async Task Findings_become_measures_under_an_envelope_and_stand_in_the_report(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var made = await coordinator.SubmitAsync(await coordinator.GetAsync("/granskningar/ny"), ("Input.Kind", "External"), ("Input.Title", "Granskning av dokumentation"), ("Input.Scope", "Alla enheter"),
            ("Input.From", "2025-01-01"), ("Input.To", "2025-12-31"), ("Input.MadeBy", "ett företag"), ("Input.ReportedOn", "2026-02-02"));
        Assert.Equal(HttpStatusCode.Redirect, made.Status);
        await using var db = app.Db();
        var review = await db.Reviews.AsNoTracking().FirstAsync(r => r.Title == "Granskning av dokumentation");
        var address = $"/granskningar/{review.Id}";
        var bad = await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/brist"), ("Input.Title", "Otydlig dokumentation"));
        Assert.Contains("Välj hur allvarlig bristen är", bad.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/brist"), ("Input.Title", "Otydlig dokumentation"), ("Input.Gravity", "SeriousDeficiency"), ("Input.Evidence", "Stickprov av 60 planer"),
            ("Input.Requirements", "dokumentation"), ("Input.Causes", "Documentation"), ("Input.RoutineIds", $"{app.Cast.Routine.Id}"), ("Input.Recommendation", "Följ upp varje kvartal"), ("Input.AnswerBy", $"{Cast.Today.AddDays(10):yyyy-MM-dd}"))).Status);
        var finding = (await db.Reviews.AsNoTracking().Include(r => r.Findings).FirstAsync(r => r.Id == review.Id)).Findings[0];
        Assert.Contains("Otydlig dokumentation", (await coordinator.GetAsync("/")).Text, StringComparison.Ordinal);

        var one = $"{address}/brist/{finding.Id}";
        Assert.Contains("Välj en åtgärd, eller skriv en ny", (await coordinator.SubmitAsync(await coordinator.GetAsync($"{one}/atgard"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(await coordinator.GetAsync($"{one}/atgard"), ("Input.Title", "Utbildning i dokumentation"), ("Input.OwnerId", $"{app.Cast.People[Role.UnitManager].Id}"), ("Input.End", "2026-12-01"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(await coordinator.GetAsync($"{one}/svar"), ("Input.Answer", "Det görs från hösten."))).Status);
        var money = await coordinator.SubmitAsync(await coordinator.GetAsync($"/medel/{app.Cast.Envelope.Id}/post"), ("Input.Purpose", "Kurs"), ("Input.Planned", "400 000"), ("Input.FindingId", $"{finding.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, money.Status);
        var page = (await coordinator.GetAsync(one)).Text;
        Assert.NotNull((await coordinator.GetAsync(one)).Html.QuerySelector($"main a[href='/rutiner/{app.Cast.Routine.Id}']"));
        Assert.Contains("1 brist i en granskning rör rutinen", (await coordinator.GetAsync($"/rutiner/{app.Cast.Routine.Id}/ta-bort")).Text, StringComparison.Ordinal);
        foreach (var said in new[] { "Utbildning i dokumentation", "Det görs från hösten.", Domain.Funding.Kronor.Text(400_000), "SoL 2025:400" }) Assert.Contains(said, page, StringComparison.Ordinal);

        // Unticked in the form, the measure meets it no more; the answer stays.
        var edit = await coordinator.GetAsync($"{one}/andra");
        Assert.Contains("Utbildning i dokumentation", edit.Text, StringComparison.Ordinal);
        Assert.Contains("Rekommendationen är besvarad", (await coordinator.SubmitAsync(edit, ("Input.Recommendation", "En annan"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/prioritering"), ("Input.Areas", "Dokumentation: brister överallt"))).Status);
        Assert.Contains("brister överallt", (await (await app.AsAsync(Role.BoardMember)).GetAsync(address)).Text, StringComparison.Ordinal);

        var report = (await coordinator.GetAsync($"/rapporter/{app.Cast.Report.Id}")).Text;
        if (app.Cast.Report.Kind is Domain.Reports.ReportKind.FullYear) Assert.Contains("Granskning av dokumentation", report, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync(Role.UnitManager)).GetAsync($"{one}/svar")).Status);
    }
}
