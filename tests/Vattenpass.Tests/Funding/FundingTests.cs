using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Tests.Funding;

/// <summary>Money set aside for measures: read as people write it, divided, and summed of what is stated and nothing else.</summary>
public sealed class FundingTests
{
    private static Guid Id() => Guid.CreateVersion7(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly DateOnly Day = new(2026, 4, 30);

    private static Envelope Make(params AllocationContent[] items)
    {
        var envelope = new Envelope(Id(), Id(), new("Stärkt kvalitet", 10_000_000, 2026, "socialnämnden", new(2025, 12, 1), "SN § 1"));
        foreach (var item in items) envelope.Allocate(Id(), item);
        return envelope;
    }

    private static AllocationContent Item(string purpose, long? planned, long? used = null, string answers = "Brist") =>
        new(purpose) { Planned = planned, Used = used, UsedOn = used is null ? null : Day, Answers = answers };

    private static string Said(Envelope envelope) => string.Join(' ', new EnvelopeSum(envelope).Sentences()).Replace('\u00a0', ' ');

    [Theory]
    [InlineData("10 000 000", 10_000_000), InlineData("10\u00a0000\u00a0000 kr", 10_000_000), InlineData("10 mnkr", 10_000_000), InlineData("2,5 miljoner kronor", 2_500_000)]
    [InlineData("250 tkr", 250_000), InlineData("1 miljon kronor", 1_000_000), InlineData("10 000 000,00", 10_000_000), InlineData("10 mnkr.", 10_000_000), InlineData("1500:-", 1500), InlineData("0", 0), InlineData("0,6 Mkr", 600_000)]
    public void An_amount_is_read_as_it_is_written(string text, long kronor) => Assert.Equal(kronor, Kronor.Read(text, ""));

    [Theory, InlineData("tio"), InlineData("-5"), InlineData("10,50"), InlineData("10.000"), InlineData("1.500.000"), InlineData("0,0000001 mnkr"), InlineData("999999999999 mnkr"), InlineData("kr"), InlineData("1.400 tkr"), InlineData("10,000 mnkr"), InlineData("1 1"), InlineData("79228162514264337593543950335 tkr"), InlineData("1,"), InlineData("1e6")]
    public void What_is_no_amount_of_whole_kronor_is_refused(string text) => Assert.Throws<Refusal>(() => Kronor.Read(text, ""));

    [Fact]
    public void What_is_stated_is_read_again_as_it_is_shown()
    {
        foreach (var kronor in new long[] { 0, 1, 999, 1000, 10_000_000, Kronor.Most }) Assert.Equal(kronor, Kronor.Read(Kronor.Text(kronor), ""));
        Assert.Null(Kronor.Read("  ", ""));
    }

    [Fact]
    public void A_sum_says_what_it_lacks_and_what_does_not_add_up()
    {
        Assert.Contains("Inget är fördelat än.", Said(Make()), StringComparison.Ordinal);
        var whole = Said(Make(Item("Chefer", 6_000_000, 6_500_000), Item("HR", 4_000_000, 1_000_000)));
        foreach (var sentence in new[] { "10 000 000 kr är planerade på två poster.", "Hela beslutet är fördelat.", "7 500 000 kr är använda, räknat till och med 2026-04-30.",
            "2 500 000 kr av beslutet är inte använda.", "Chefer har kostat 500 000 kr mer än planerat." })
            Assert.Contains(sentence, whole, StringComparison.Ordinal);
        var part = Said(Make(Item("Chefer", 6_000_000, 1_000_000), Item("Okänd", null, answers: "")));
        foreach (var sentence in new[] { "6 000 000 kr är planerade på en av två poster.", "Planerat belopp saknas för Okänd.", "enligt en av två poster", "Använt belopp saknas för Okänd.", "inte angivet vilken brist Okänd svarar mot" })
            Assert.Contains(sentence, part, StringComparison.Ordinal);
        // What is left is not known while an item is without its amount.
        Assert.DoesNotContain("inte fördelade", part, StringComparison.Ordinal);
        Assert.DoesNotContain("inte använda", part, StringComparison.Ordinal);
        Assert.Contains("Det planerade är 1 000 000 kr mer än beslutet.", Said(Make(Item("Chefer", 11_000_000))), StringComparison.Ordinal);
    }

    [Fact]
    public void Money_used_is_counted_up_to_a_day()
    {
        Assert.Throws<Refusal>(() => Make(new AllocationContent("Chefer") { Used = 5 }));
        Assert.Throws<Refusal>(() => Make(new AllocationContent("Chefer") { UsedOn = Day }));
        Assert.Throws<Refusal>(() => Make(new AllocationContent("Chefer") { Posts = 0 }));
    }

    [Theory, BothDatabases]
    public async Task Ten_million_is_divided_used_read_by_the_board_and_told_in_the_report(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var made = await coordinator.SubmitAsync(await coordinator.GetAsync("/medel/ny"), ("Input.Title", "Tio miljoner"), ("Input.Amount", "10 mnkr"), ("Input.Year", "2026"),
            ("Input.DecidedBy", "socialnämnden"), ("Input.DecidedOn", "2025-11-20"), ("Input.Reference", "SN § 7"));
        Assert.True(made.Location?.StartsWith("/medel/", StringComparison.Ordinal) == true, made.Text);
        var refused = await coordinator.SubmitAsync(await coordinator.GetAsync($"{made.Location}/post"), ("Input.Purpose", "HR"), ("Input.Planned", "tio"));
        Assert.Contains("inget belopp i hela kronor", refused.Text, StringComparison.Ordinal);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{made.Location}/post"), ("Input.Purpose", "Tre HR-konsulter"), ("Input.Planned", "2,1 mnkr"), ("Input.Posts", "3"),
            ("Input.MeasureId", $"{app.Cast.MeasureAtA.Id}"), ("Input.Used", "700 000"), ("Input.UsedOn", $"{Cast.Today:yyyy-MM-dd}"), ("Input.Answers", "Bemanningen växlar"));
        var page = await coordinator.GetAsync(made.Location!);
        Assert.Contains("7 900 000 kr är inte fördelade.", page.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Tio miljoner", (await coordinator.GetAsync($"/atgarder/{app.Cast.MeasureAtA.Id}")).Text, StringComparison.Ordinal);

        var member = await app.AsAsync(Role.BoardMember);
        var read = await member.GetAsync(made.Location!);
        Assert.Contains("Bemanningen växlar", read.Text, StringComparison.Ordinal);
        Assert.Null(read.Html.QuerySelector("main a[href*='/post']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync($"{made.Location}/andra")).Status);

        var report = (await coordinator.GetAsync($"/rapporter/{app.Cast.Report.Id}")).Text.Replace('\u00a0', ' ');
        Assert.Contains("Medel till åtgärder", report, StringComparison.Ordinal);
        Assert.Contains("2 100 000 kr är planerade på en post. Posterna är 3 tjänster.", report, StringComparison.Ordinal);

        await using var db = app.Db();
        var item = (await db.Envelopes.Include(e => e.Allocations).SingleAsync(e => e.Title == "Tio miljoner")).Allocations[0].Id;
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{made.Location}/post/{item}"), ("tabort", "ja"));
        Assert.Contains("Inget är fördelat än", (await coordinator.GetAsync(made.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal("/medel", (await coordinator.SubmitAsync(await coordinator.GetAsync($"{made.Location}/andra"), ("tabort", "ja"))).Location);
        Assert.Contains("framåt i tiden", (await coordinator.SubmitAsync(await coordinator.GetAsync($"/medel/{app.Cast.Envelope.Id}/andra"), ("Input.DecidedOn", $"{Cast.Today.AddDays(1):yyyy-MM-dd}"))).Text, StringComparison.Ordinal);
        Assert.True(await db.Trail.AnyAsync(e => e.Act == Acts.ChangeFunding.Key));
    }
}
