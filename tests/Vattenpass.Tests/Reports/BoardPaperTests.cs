using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Features.Meetings;

namespace Vattenpass.Tests.Reports;

/// <summary>The board's paper: the same numbers as the rows carry, of the whole board, and nobody in it.</summary>
public sealed class BoardPaperTests
{
    private static readonly DateOnly Today = new(2026, 9, 20);

    [Fact]
    public void It_compares_only_with_a_year_that_there_was_and_says_nothing_of_what_is_not_there()
    {
        var bare = Text(new("Socialnämnden", new(2026, 6, 1), Today, new(2026, Today, 40, 31, 12, 1, 5), null));
        Assert.Contains("31 av 40 (78 %) kontroller som skulle ha varit gjorda är gjorda. Förra året finns inte att jämföra med.", bare, StringComparison.Ordinal);
        Assert.Contains("Ingen kontroll har haft sin sista dag sedan dess.", bare, StringComparison.Ordinal);
        Assert.DoesNotContain("Löften", bare, StringComparison.Ordinal);
        var whole = Text(new("Socialnämnden", new(2026, 6, 1), Today, new(2026, Today, 40, 31, 12, 1, 5), new(2025, Today.AddYears(-1), 38, 20, 9, 2, 3))
        {
            NotDone = [new("Loggkontroll", 4, 16, 1)],
            OlderOpen = 2,
            Moved = [("Familjecentral", new(2026, 6, 30), new(2026, 12, 31), 2)],
            Promises = [("Kurs", "Pågående", new(2026, 6, 1))],
        });
        foreach (var said in new[] { "Förra året vid samma tid: 20 av 38 (53 %).", "Loggkontroll: 4 av 16", "Orsak är angiven för 1.", "2 avvikelser från tidigare år är inte heller avslutade.", "flyttad två gånger", "skulle ha varit klar 2026-06-01" })
            Assert.Contains(said, whole, StringComparison.Ordinal);
    }

    private static string Text(BoardFacts facts) => string.Join('\n', BoardPaper.Compose(facts).Blocks.Select(b => b switch
    {
        HeadingBlock h => h.Text,
        TextBlock t => string.Concat(t.Runs.Select(r => r.Text)),
        ListBlock l => string.Join('\n', l.Items),
        _ => "",
    }));

    [Theory, BothDatabases]
    public async Task Its_numbers_are_the_rows_and_a_member_of_the_board_reads_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        var facts = await new BoardFactsReader(db, default).ReadAsync(new(2026, 1, 1));
        var deviations = await db.Deviations.AsNoTracking().Where(d => !d.Withdrawn && d.FoundOn.Year == Cast.Today.Year && d.FoundOn <= Cast.Today).ToListAsync();
        Assert.Equal((deviations.Count, deviations.Count(d => d.Severity is Severity.Serious), deviations.Count(d => d.ClosedOn is null)), (facts.Now.Found, facts.Now.Serious, facts.Now.Open));
        Assert.Equal(facts.NotDone.Sum(n => n.Missed), facts.Now.Due - facts.Now.Done);
        Assert.Equal(await db.Measures.Where(Measure.StillOpen).CountAsync(m => m.Status != MeasureStatus.Suggested), facts.OpenMeasures);
        Assert.Null(facts.Before);

        var member = await app.AsAsync(Role.BoardMember);
        var page = await member.GetAsync("/namnden?sedan=2026-01-01");
        Assert.Contains($"{facts.Now.Found} avvikelse", page.Text, StringComparison.Ordinal);
        foreach (var person in await db.People.Select(p => p.Name).ToListAsync()) Assert.DoesNotContain(person, page.Html.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/namnden/pdf?sedan=2026-01-01")).Status);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/namnden?sedan=nonsens")).Status);
    }
}
