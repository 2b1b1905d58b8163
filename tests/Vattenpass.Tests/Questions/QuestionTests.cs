using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Domain.Reports;

namespace Vattenpass.Tests.Questions;

/// <summary>The board's questions: written down, answered with figures, approved by another, sent before the meeting, and what was promised followed.</summary>
public sealed class QuestionTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static Guid Id() => Guid.CreateVersion7(At);
    private static readonly Guid Writer = Id(), Head = Id();

    private static QuestionContent Content(params string[] questions) => new("D, KD, M och L", "Fördjupade egenkontroller", "ärende 7", new(2026, 3, 25), new(2026, 3, 20), null, questions);
    private static BoardQuestion Make() => new(Id(), Id(), Content("Vilka brister finns?", "Vad kostar det?"));

    [Fact]
    public void An_answer_is_approved_by_somebody_else_and_falls_when_it_is_changed()
    {
        var question = Make();
        question.Answer(0, "Följsamhet till rutiner.", [], Writer);
        Assert.Contains("inte besvarad", Assert.Throws<Refusal>(() => question.Approve(Head, "Chef", At, [])).Message, StringComparison.Ordinal);
        question.Answer(1, "Tio miljoner.", [], Writer);
        Assert.Throws<Refusal>(() => question.Approve(Writer, "Skribent", At, []));
        question.Approve(Head, "Chef", At, []);
        question.Answer(1, "Tio miljoner kronor.", [], Head);
        Assert.Equal((QuestionStatus.Open, ""), (question.Status, question.ApprovedByName));
        Assert.Throws<Refusal>(() => question.Send("SN 2026/1", new(2026, 3, 20), new(2026, 3, 20), 5, 4));
        // The head has written in one of them, and not alone.
        question.Approve(Head, "Chef", At, []);
        question.Send("SN 2026/1", new(2026, 3, 20), new(2026, 3, 20), 5, 4);
        Assert.True(question.CameInTime);
        Assert.Throws<Refusal>(() => question.Answer(0, "Annat.", [], Writer));
    }

    [Fact]
    public void Nobody_approves_an_answer_that_only_they_have_written_and_saving_it_unchanged_is_no_writing()
    {
        var question = Make();
        question.Answer(0, "Följsamhet.", [], Writer);
        question.Answer(1, "Tio miljoner.", [], Head);
        question.Answer(1, "Tio miljoner. ", [], Writer);
        Assert.Contains("Vad kostar det?", Assert.Throws<Refusal>(() => question.Approve(Head, "Chef", At, [])).Message, StringComparison.Ordinal);
        question.Answer(1, "Tio miljoner kronor.", [], Writer);
        question.Approve(Head, "Chef", At, []);
        // The same said again is no change, so the approval stands.
        question.Answer(0, "Följsamhet.", [], Writer);
        question.Describe(Content("1. Vilka brister finns?", "2) Vad kostar det?"));
        Assert.Equal(QuestionStatus.Approved, question.Status);
        Assert.Equal(["Vilka brister finns?", "Vad kostar det?"], question.Parts.Select(p => p.Question));
    }

    [Fact]
    public void A_promise_is_part_of_what_is_approved_and_stays_as_it_was_sent()
    {
        var question = Make();
        question.Answer(0, "Ja.", [], Writer);
        question.Answer(1, "Tio.", [], Writer);
        question.Approve(Head, "Chef", At, []);
        question.Promise(Id());
        Assert.Equal(QuestionStatus.Open, question.Status);
        question.Approve(Head, "Chef", At, [AnswerDocument.Promise(new("Ny rutin", "", null, "Ej påbörjad"))]);
        Assert.Throws<Refusal>(() => question.Send("SN 2026/1", new(2026, 2, 28), new(2026, 3, 20), 5, 4));
        question.Send("SN 2026/1", new(2026, 3, 2), new(2026, 3, 20), 5, 4);
        Assert.Throws<Refusal>(() => question.Promise(Id()));
        var sent = AnswerDocument.Compose(question, [new("Helt annat", "", null, "Pågående")], "Socialnämnden", new(2026, 3, 21));
        Assert.Equal(["Ny rutin – ej påbörjad."], sent.Blocks.OfType<Domain.Words.ListBlock>().Single().Items);
    }

    [Theory, BothDatabases]
    public async Task An_answer_to_a_question_that_has_changed_places_is_not_saved_and_the_one_who_promised_sees_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var made = await coordinator.SubmitAsync(await coordinator.GetAsync("/fragor/ny"), ("Input.Asker", "D"), ("Input.Matter", "Kontroller"), ("Input.Meeting", "2026-09-25"),
            ("Input.AnswerBy", "2026-09-20"), ("Input.Questions", "Fråga A?\nFråga B?"));
        var stale = await coordinator.GetAsync($"{made.Location}/svara?del=0");
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{made.Location}/andra"), ("Input.Questions", "Fråga B?\nFråga A?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(stale, ("Input.Text", "Svar på A"))).Status);
        // A tick without a value is no figure.
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await coordinator.SubmitAsync(await coordinator.GetAsync($"{made.Location}/svara?del=0"), ("Input.Text", ""), ("Input.Figures", ""))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(await coordinator.GetAsync($"{made.Location}/andra"), ("Input.Meeting", "0001-01-02"), ("Input.AnswerBy", "0001-01-01"))).Status);

        await coordinator.SubmitAsync(await coordinator.GetAsync($"{made.Location}/lofte"), ("Input.Title", "Ny rutin"), ("Input.OwnerId", $"{app.Cast.People[Role.UnitManager].Id}"), ("Input.End", "2026-12-01"));
        await using var db = app.Db();
        var promise = (await db.Measures.SingleAsync(m => m.Title == "Ny rutin")).Id;
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Role.UnitManager)).GetAsync($"/atgarder/{promise}/folj-upp")).Status);
    }

    [Fact]
    public void An_answer_is_due_before_the_meeting_and_an_answered_question_is_not_lost()
    {
        Assert.Throws<Refusal>(() => new BoardQuestion(Id(), Id(), Content("Fråga?") with { AnswerBy = new(2026, 3, 26) }));
        Assert.Throws<Refusal>(() => new BoardQuestion(Id(), Id(), Content(" ")));
        var question = Make();
        question.Answer(0, "Svar.", [], Writer);
        Assert.Throws<Refusal>(() => question.Describe(Content("Vad kostar det?")));
        question.Describe(Content("Hur går det?", "Vilka brister finns?"));
        Assert.Equal([("Hur går det?", ""), ("Vilka brister finns?", "Svar.")], question.Parts.Select(p => (p.Question, p.Answer)));
        Assert.True(question.IsLate(new(2026, 3, 21)));
    }

    [Fact]
    public void The_paper_says_who_asked_what_and_where_the_figures_come_from()
    {
        var question = Make();
        question.Answer(0, "Bland annat:\n- följsamhet\n- ansvar", [new(2026, "x", "Läkemedelshantering", "kontroller enligt plan", "121 av 144 (84 %)", new(2026, 3, 10))], Writer);
        var text = string.Join('\n', AnswerDocument.Compose(question, [new("Ny rutin", "Utvecklare", new(2026, 9, 1), "Pågående")], "Socialnämnden", new(2026, 3, 11)).Blocks.Select(b => b switch
        {
            Domain.Words.HeadingBlock h => h.Text,
            Domain.Words.TextBlock t => t.Text,
            Domain.Words.ListBlock l => string.Join('\n', l.Items),
            _ => "",
        }));
        Assert.Contains("D, KD, M och L ställde två frågor kopplade till ärende 7 inför sammanträdet den 25 mars 2026.", text, StringComparison.Ordinal);
        Assert.Contains("Nyckeltal för 2026, som de stod 2026-03-10:\nLäkemedelshantering, kontroller enligt plan: 121 av 144 (84 %).", text, StringComparison.Ordinal);
        Assert.Contains("2. Vad kostar det?\nFrågan är inte besvarad än.", text, StringComparison.Ordinal);
        Assert.Contains("Ny rutin – pågående, ansvarig Utvecklare, klar senast 2026-09-01.", text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Questions_go_from_the_registrar_to_every_member_with_figures_and_promises(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var made = await coordinator.SubmitAsync(await coordinator.GetAsync("/fragor/ny"), ("Input.Asker", "D och KD"), ("Input.Matter", "Redovisning av egenkontroller"),
            ("Input.Item", "ärende 7"), ("Input.Meeting", "2026-09-25"), ("Input.AnswerBy", "2026-09-20"), ("Input.Questions", "Vilka brister finns?\nVad är gjort?"));
        Assert.True(made.Location?.StartsWith("/fragor/", StringComparison.Ordinal) == true, made.Text);
        Guid id;
        await using (var db = app.Db()) id = (await db.Questions.SingleAsync(q => q.Matter == "Redovisning av egenkontroller")).Id;
        var member = await app.AsAsync(Role.BoardMember);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/fragor/{id}")).Status);

        var form = await coordinator.GetAsync($"/fragor/{id}/svara?del=0");
        var figure = form.Html.QuerySelector("input[name='Input.Figures']")!.GetAttribute("value")!;
        // Whoever writes, the figures are the board's.
        string[] Offered(PageSeen seen) => [.. seen.Html.QuerySelectorAll("input[name='Input.Figures'] + label").Select(l => l.TextContent)];
        Assert.Equal(Offered(form), Offered(await (await app.AsAsync(Role.UnitManager)).GetAsync($"/fragor/{id}/svara?del=0")));
        Assert.NotEmpty(Offered(form));
        Assert.Equal($"/fragor/{id}/svara?del=1", (await coordinator.SubmitAsync(form, ("Input.Text", "Följsamhet till rutiner."), ("Input.Figures", figure))).Location);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/fragor/{id}/svara?del=1"), ("Input.Text", "En ny rutin."));
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/fragor/{id}/lofte"), ("Input.Title", "Ny rutin för dokumentation"), ("Input.OwnerId", $"{app.Cast.People[Role.Specialist].Id}"), ("Input.End", "2026-12-01"));
        await using (var db = app.Db())
        {
            var stored = await db.Questions.SingleAsync(q => q.Id == id);
            Assert.Equal(figure, stored.Parts[0].Figures.Select(f => $"{f.Year}/{f.Key}").Single());
            Assert.Equal("Ny rutin för dokumentation", (await db.Measures.SingleAsync(m => m.Id == stored.PromiseIds[0])).Title);
        }

        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Contains("Läs och godkänn svaret", (await head.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await head.SubmitAsync(await head.GetAsync($"/fragor/{id}/godkann"))).Status);
        var registrar = await app.AsAsync(Role.Registrar);
        await using (var db = app.Db())
            await db.Database.ExecuteSqlRawAsync("update \"People\" set \"Email\" = 'ledamot@kommun.example' where \"Id\" = {0}", app.Cast.People[Role.BoardMember].Id);
        Assert.Equal(HttpStatusCode.Redirect, (await registrar.SubmitAsync(await registrar.GetAsync($"/fragor/{id}/skicka"), ("Input.RegistryNumber", "SN 2026/44"))).Status);

        await using (var db = app.Db())
        {
            var members = await db.Assignments.Where(a => a.Title.Role == Role.BoardMember).Select(a => a.Person).Distinct().ToListAsync();
            var letters = await db.Mails.Where(m => m.OnceKey.StartsWith($"svar:{id}")).ToListAsync();
            Assert.NotEmpty(letters);
            Assert.Equal(members.Where(m => m.Email is { Length: > 0 }).Select(m => m.Email).Order(), letters.Select(l => l.To).Order());
            Assert.All(letters, l => Assert.DoesNotContain("Redovisning av egenkontroller", l.Text, StringComparison.Ordinal));
            var stored = await db.Questions.SingleAsync(q => q.Id == id);
            Assert.Equal((members.Count, letters.Count), (stored.Members!.Value, stored.Letters!.Value));
        }
        Assert.Contains("Mejlat till", (await registrar.GetAsync($"/fragor/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Redovisning av egenkontroller", (await member.GetAsync("/")).Text, StringComparison.Ordinal);
        var shown = await member.GetAsync($"/fragor/{id}");
        // The figure opens: what the answer said, what it is today and of how many rows, but none of them; and only a figure that the board was told.
        var opened = await member.GetAsync(shown.Html.QuerySelector("main a[href*='?fraga=']")!.GetAttribute("href")!);
        Assert.Contains("I svaret:", opened.Text, StringComparison.Ordinal);
        Assert.Null(opened.Html.QuerySelector("main table"));
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/nyckeltal/{figure}")).Status);
        Assert.Contains("Följsamhet till rutiner.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Ny rutin för dokumentation", shown.Text, StringComparison.Ordinal);
        Assert.Contains("SN 2026/44", shown.Text, StringComparison.Ordinal);
        var pdf = await member.GetAsync($"/fragor/{id}/pdf");
        Assert.Equal("%PDF"u8.ToArray(), pdf.Bytes[..4]);
        // A later question about something alike shows what was answered before.
        await coordinator.SubmitAsync(await coordinator.GetAsync("/fragor/ny"), ("Input.Asker", "M"), ("Input.Matter", "Egenkontroller i hemtjänsten"),
            ("Input.Meeting", "2026-10-25"), ("Input.AnswerBy", "2026-10-20"), ("Input.Questions", "Hur går det?"));
        await using var after = app.Db();
        var next = (await after.Questions.SingleAsync(q => q.Asker == "M")).Id;
        Assert.NotNull((await coordinator.GetAsync($"/fragor/{next}/svara?del=0")).Html.QuerySelector($"a[href='/fragor/{id}']"));
    }
}
