using System.Net;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Tests.Deviations;

/// <summary>Small deviations are put right in one step, and every number of the analysis opens exactly its rows.</summary>
public sealed class DeviationAnalysisTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 5, 4);
    private static Guid Id() => Guid.CreateVersion7(At);
    private static readonly Guid Unit = Id();

    private static Deviation Make(string kind, DateOnly on, Severity severity = Severity.Minor, Guid? unit = null) =>
        new(Id(), new(unit ?? Unit, Field.General, kind, "", severity, on, $"{on:yyyy-MM}"), null, At);

    [Fact]
    public void A_small_one_is_put_right_in_one_step_and_a_serious_one_is_not()
    {
        var small = Make("dörren stod öppen", Today);
        Assert.Throws<Refusal>(() => small.PutRight("", "Stängd", "Sagt på mötet", Today, null));
        Assert.Throws<Refusal>(() => small.PutRight("Glömska", "Stängd", " ", Today, null));
        var fresh = Make("dörren stod öppen", Today);
        fresh.PutRight("Glömska", "Stängd", "Sagt på mötet", Today, null);
        Assert.True(fresh is { IsClosed: true, FeedbackGiven: true, IsHandled: true });
        Assert.Throws<Refusal>(() => Make("fall", Today, Severity.Serious).PutRight("a", "b", "c", Today, null));
        var begun = Make("dörren stod öppen", Today);
        begun.StartInvestigation(Today);
        Assert.Throws<Refusal>(() => begun.PutRight("a", "b", "c", Today, null));
    }

    [Fact]
    public void What_repeats_itself_is_the_same_kind_and_place_in_two_of_three_months()
    {
        var patterns = DeviationPattern.Of([Make("saldo", new(2026, 3, 2)), Make("saldo", new(2026, 4, 2)), Make("saldo", new(2026, 4, 9)), Make("lås", new(2026, 4, 1)), Make("lås", new(2026, 4, 2)),
            Make("saldo", new(2026, 2, 28), unit: Id()), Make("saldo", new(2026, 3, 1), unit: Id()), Make("nyckel", new(2026, 2, 1)), Make("nyckel", new(2026, 3, 1))], Today);
        var one = Assert.Single(patterns);
        Assert.Equal(("saldo", 2, 3), (one.Kind, one.Months, one.Deviations));
    }

    [Theory, BothDatabases]
    public async Task Every_number_opens_exactly_its_rows_and_each_table_has_the_same_sum(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var auditor = await app.AsAsync(Role.Auditor);
        var page = await auditor.GetAsync("/avvikelser/analys?ar=2026");
        var sums = page.Html.QuerySelectorAll("tfoot").Select(f => string.Join(' ', f.QuerySelectorAll("td").Select(d => d.TextContent))).Distinct().ToList();
        // Those of other systems are counted by themselves.
        Assert.Equal(["4 0 4 4", " 2 0"], sums);
        var links = page.Html.QuerySelectorAll("tbody td a").Select(a => (Address: a.GetAttribute("href")!, Count: a.TextContent)).ToList();
        Assert.NotEmpty(links);
        foreach (var (address, count) in links)
            Assert.Contains($"{count} avvikelse", (await auditor.GetAsync(address)).Text, StringComparison.Ordinal);
        Assert.Contains($"{sums[0].Split(' ')[0]} avvikelser", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task It_is_reported_in_one_minute_and_closed_on_the_spot(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var form = await performer.GetAsync("/avvikelser/ny");
        Assert.Contains("Välj hur allvarligt", (await performer.SubmitAsync(form, ("Input.Kind", "dörren till förrådet stod öppen"), ("Input.UnitId", $"{app.Cast.A.Id}"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await performer.SubmitAsync(form, ("Input.Kind", "dörren till förrådet stod öppen"), ("Input.UnitId", $"{app.Cast.A.Id}"), ("Input.Grade", "mindre"), ("Input.ImmediateAction", "Stängde dörren"))).Status);
        await using var db = app.Db();
        var made = db.Deviations.Single(d => d.Kind == "dörren till förrådet stod öppen");
        var manager = await app.AsAsync(Role.UnitManager);
        Assert.Contains("Person utförare", (await manager.GetAsync($"/avvikelser/{made.Id}")).Text, StringComparison.Ordinal);
        // Who reports is not for everybody who reads.
        Assert.DoesNotContain("Person utförare", (await (await app.AsAsync(Role.Coordinator)).GetAsync($"/avvikelser/{made.Id}")).Text, StringComparison.Ordinal);
        var right = await manager.GetAsync($"/avvikelser/{made.Id}/pa-plats");
        Assert.Contains("Stängde dörren", right.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(right, ("Input.Cause", "Glömska"), ("Input.Feedback", "Tack, vi tar det på mötet."))).Status);
        Assert.Contains("avslutad", (await manager.GetAsync($"/avvikelser/{made.Id}")).Text, StringComparison.Ordinal);
    }
}
