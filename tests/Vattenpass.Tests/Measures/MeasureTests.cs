using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Tests.Measures;

/// <summary>What a measure is decided to be, how far its parts have come, how often its day has moved, and what it was merged into.</summary>
public sealed class MeasureTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 5, 4);
    private static Guid Id() => Guid.CreateVersion7(At);
    private static readonly Guid Owner = Id(), Officer = Id();

    private static MeasureContent Content => new("Familjecentral", "", Owner, Officer, new(2026, 1, 1), new(2026, 6, 30), [])
    {
        Stages = [MeasureStage.Read("2026-05-01 Lokalen är hyrd"), MeasureStage.Read("Personalen är anställd")],
    };

    private static Measure Make(MeasureContent? content = null)
    {
        var measure = new Measure(Id(), Id(), Field.General, "Familjecentral");
        measure.Describe(content ?? Content, Id, Today);
        return measure;
    }

    private static MeasureFollowUp Said(MeasureStatus status, string text = "Lokalen är hyrd.", params string[] done) =>
        new("Delår 2026", text, status) { StagesDone = done.ToDictionary(d => d, _ => Today) };

    [Fact]
    public void It_is_done_in_parts_and_not_done_while_a_part_is_left()
    {
        var measure = Make();
        Assert.Equal((new DateOnly(2026, 5, 1), "Lokalen är hyrd"), (measure.Stages[0].By, measure.Stages[0].Text));
        measure.FollowUp(Id(), Said(MeasureStatus.Ongoing, done: "Lokalen är hyrd"), null, "Test", At);
        Assert.Equal("Pågående, klar i delar (1 av 2)", measure.StatusText(measure.Status, Today));
        var left = Assert.Throws<Refusal>(() => measure.FollowUp(Id(), Said(MeasureStatus.Done, done: "Lokalen är hyrd"), null, "Test", At));
        Assert.Contains("Personalen är anställd", left.Message, StringComparison.Ordinal);
        measure.FollowUp(Id(), Said(MeasureStatus.Done, "Allt är på plats.", "Lokalen är hyrd", "Personalen är anställd"), null, "Test", At);
        Assert.Equal("Genomförd", measure.StatusText(measure.Status, Today));
    }

    [Fact]
    public void What_is_done_is_not_written_away_and_a_part_that_is_gone_is_not_ticked()
    {
        var measure = Make();
        measure.FollowUp(Id(), Said(MeasureStatus.Ongoing, done: "Lokalen är hyrd"), null, "Test", At);
        MeasureContent With(params string[] lines) => Content with { Stages = [.. lines.Select(MeasureStage.Read)] };
        Assert.Throws<Refusal>(() => measure.Describe(With("Lokalen hyrs", "Personalen är anställd"), Id, Today));
        Assert.Throws<Refusal>(() => measure.Describe(With("Lokalen är hyrd", "2026-09-01 Möte", "2026-10-01 Möte"), Id, Today));
        measure.Describe(With("Lokalen är hyrd", "Möte"), Id, Today);
        Assert.Equal(Today, measure.Stages[0].DoneOn);
        Assert.Throws<Refusal>(() => measure.FollowUp(Id(), Said(MeasureStatus.Ongoing, done: ["Lokalen är hyrd", "Personalen är anställd"]), null, "Test", At));
        foreach (var bad in new[] { "2026-02-30 Fel", "2026-5-1 Kort", "260501 Kort", "2026-05-01" }) Assert.Throws<Refusal>(() => MeasureStage.Read(bad));
    }

    [Fact]
    public void A_report_of_an_earlier_day_tells_what_was_known_then()
    {
        var measure = Make(Content with { DecidedOn = Today });
        measure.FollowUp(Id(), Said(MeasureStatus.Ongoing, done: "Lokalen är hyrd"), null, "Test", At);
        measure.Describe(Content with { DecidedOn = Today, End = new(2026, 12, 31), MoveReason = "Drar ut" }, Id, Today);
        var before = Today.AddDays(-1);
        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2026, 12, 31)), (measure.EndOn(before)!.Value, measure.EndOn(Today)!.Value));
        Assert.Equal("Pågående", measure.StatusText(MeasureStatus.Ongoing, before));
        Assert.DoesNotContain("Beslutad", string.Join(' ', measure.DecidedUntil(before)), StringComparison.Ordinal);
        Assert.Contains("Beslutad 2026-05-04", string.Join(' ', measure.DecidedUntil(Today)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MeasureStatus.Done, "Arbetet är inte klart.", true), InlineData(MeasureStatus.Done, "Åtgärden är delvis genomförd.", true), InlineData(MeasureStatus.Done, "Kursen blev inte av.", true)]
    [InlineData(MeasureStatus.Done, "Inget återstår.", false), InlineData(MeasureStatus.Done, "Inga brister kvarstår.", false), InlineData(MeasureStatus.Done, "Inget fel. Arbetet återstår.", true)]
    public void Words_deny_a_status_or_do_not(MeasureStatus status, string text, bool denies) => Assert.Equal(denies, StatusAgainstText.Of(status, text) is not null);

    [Fact]
    public void A_status_that_the_text_denies_is_asked_about()
    {
        var measure = Make(Content with { Stages = [] });
        var said = Said(MeasureStatus.Done, "Utbildningen kommer att genomföras i december.");
        Assert.Contains("kommer att genomföras", Assert.Throws<Refusal>(() => measure.FollowUp(Id(), said, null, "Test", At)).Message, StringComparison.Ordinal);
        measure.FollowUp(Id(), said with { StandsByStatus = true }, null, "Test", At);
        Assert.Equal(MeasureStatus.Done, measure.Status);
    }

    [Fact]
    public void A_day_moved_onwards_wants_a_reason_and_is_counted()
    {
        var measure = Make();
        Assert.Throws<Refusal>(() => measure.Describe(Content with { End = new(2026, 12, 31) }, Id, Today));
        measure.Describe(Content with { End = new(2026, 12, 31), MoveReason = "Lokalen drar ut på tiden" }, Id, Today);
        measure.Describe(Content with { End = new(2026, 11, 30) }, Id, Today);
        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2026, 12, 31)), measure.Moves.Select(m => (m.From, m.To)).Single());
        Assert.Contains("flyttat framåt en gång, först från 2026-06-30", string.Join(' ', measure.DecidedUntil(Today)), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_answers_for_it_does_not_report_on_it_without_saying_why()
    {
        Assert.Throws<Refusal>(() => Make(Content with { ReportingOfficerId = Owner }));
        Assert.Equal("Ensam", Make(Content with { ReportingOfficerId = Owner, SameOfficerReason = "Ensam" }).SameOfficerReason);
    }

    [Theory, InlineData(-1, 10), InlineData(11, 10), InlineData(null, 10), InlineData(3, 0)]
    public void Participants_that_cannot_be_are_refused(int? tookPart, int? of) => Assert.Throws<Refusal>(() => Participation.Read(tookPart, of));

    [Theory, BothDatabases]
    public async Task It_is_decided_divided_followed_up_moved_and_merged_in_the_browser(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (browser, id) = (await app.AsAsync(Role.Coordinator), app.Cast.MeasureAtA.Id);
        var other = (await browser.SubmitAsync(await browser.GetAsync("/atgarder/ny"), ("Input.UnitId", $"{app.Cast.A.Id}"), ("Input.Title", "Utbildning i bemanningsekonomi"),
            ("Input.OwnerId", $"{app.Cast.People[Role.UnitManager].Id}"), ("Input.End", "2026-12-31"), ("Input.Posts", "2,5"), ("Input.Stages", "Kartläggning\n2026-12-01 Utbildning"),
            ("Input.DecidedOn", $"{Cast.Today:yyyy-MM-dd}"), ("Input.DecisionReference", "SN § 12")));
        Assert.Equal(HttpStatusCode.Redirect, other.Status);
        await using var db = app.Db();
        var made = await db.Measures.AsNoTracking().FirstAsync(m => m.Title == "Utbildning i bemanningsekonomi");
        Assert.Equal((2.5m, "SN § 12", 2), (made.Posts, made.DecisionReference, made.Stages.Count));

        var followed = await browser.SubmitAsync(await browser.GetAsync($"/atgarder/{made.Id}/folj-upp"), ("Input.Status", "Ongoing"), ("Input.Text", "Hälften har gått."),
            ("Input.StagesDone", "Kartläggning"), ("Input.TookPart", "14"), ("Input.Of", "20"));
        Assert.Equal(HttpStatusCode.Redirect, followed.Status);
        var page = await browser.GetAsync($"/atgarder/{made.Id}");
        foreach (var said in new[] { "klar i delar (1 av 2)", "14 av 20 berörda deltog", "SN § 12", "2,5" }) Assert.Contains(said, page.Text, StringComparison.Ordinal);

        var moved = await browser.SubmitAsync(await browser.GetAsync($"/atgarder/{made.Id}/andra"), ("Input.End", "2027-03-31"));
        Assert.Contains("Skriv varför", moved.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(await browser.GetAsync($"/atgarder/{made.Id}/andra"), ("Input.End", "2027-03-31"), ("Input.MoveReason", "Kursen är inställd"));
        Assert.Contains("flyttat framåt en gång", (await browser.GetAsync($"/atgarder/{made.Id}")).Text, StringComparison.Ordinal);

        // What is only suggested has nobody who could go on with it.
        Assert.DoesNotContain($"{id}", (await browser.GetAsync($"/atgarder/{made.Id}/sla-ihop")).Html.QuerySelectorAll("main option").Select(o => o.GetAttribute("value")));
        await browser.SubmitAsync(await browser.GetAsync($"/atgarder/{id}/andra"), ("Input.OwnerId", $"{app.Cast.People[Role.UnitManager].Id}"), ("Input.Start", "2026-06-01"), ("Input.End", "2026-12-01"));
        var merged = await browser.SubmitAsync(await browser.GetAsync($"/atgarder/{made.Id}/sla-ihop"), ("Input.OtherId", $"{id}"), ("Input.Reason", "Samma utbildning"));
        Assert.Equal(HttpStatusCode.Redirect, merged.Status);
        Assert.Contains("Hit har slagits ihop", (await browser.GetAsync($"/atgarder/{id}")).Text, StringComparison.Ordinal);
        page = await browser.GetAsync($"/atgarder/{made.Id}");
        Assert.Contains("Sammanslagen", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("a[href$=folj-upp]"));
    }
}
