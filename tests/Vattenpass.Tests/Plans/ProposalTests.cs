using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Tests.Plans;

/// <summary>Whoever sees a risk proposes it; it becomes a risk of the plan with its origin, or the reason why not is read by who proposed it.</summary>
public sealed class ProposalTests
{
    [Theory, BothDatabases]
    public async Task A_unit_proposes_the_quality_developer_decides_and_the_meeting_scores_with_its_motive(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var performer = await app.AsAsync(Role.Performer);
        var form = await performer.GetAsync("/riskforslag/ny");
        Assert.Contains("personnummer", (await performer.SubmitAsync(form, ("Input.Title", "Hot mot 19121212-1212"), ("Input.UnitId", $"{app.Cast.A.Id}"))).Text, StringComparison.Ordinal);
        Assert.Contains("Välj en enhet", (await performer.SubmitAsync(form, ("Input.Title", "Hot i receptionen"), ("Input.UnitId", $"{app.Cast.B.Id}"))).Text, StringComparison.Ordinal);
        Assert.Equal("/riskforslag", (await performer.SubmitAsync(form, ("Input.Title", "Hot i receptionen"), ("Input.UnitId", $"{app.Cast.A.Id}"), ("Input.Cause", "Ingen ser dörren"))).Location);
        Assert.DoesNotContain(Cast.Canary, (await performer.GetAsync("/riskforslag")).Text, StringComparison.Ordinal);

        var coordinator = await app.AsAsync(Role.Coordinator);
        Assert.Contains("Tre föreslagna risker", (await coordinator.GetAsync("/")).Text, StringComparison.Ordinal);
        await using var db = app.Db();
        var made = await db.Proposals.SingleAsync(p => p.Title == "Hot i receptionen");
        Assert.Null((await performer.GetAsync($"/riskforslag/{made.Id}")).MainForm);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/riskforslag/{made.Id}"), ("Input.Choice", "Take"));
        var declined = await coordinator.GetAsync($"/riskforslag/{app.Cast.ProposalAtA.Id}");
        Assert.Contains("Skriv varför", (await coordinator.SubmitAsync(declined, ("Input.Choice", "Leave"))).Text, StringComparison.Ordinal);
        await coordinator.SubmitAsync(declined, ("Input.Choice", "Leave"), ("Input.Reason", "Täcks av bemanningskontrollen."));
        Assert.Contains("Täcks av bemanningskontrollen.", (await (await app.AsAsync(Role.UnitManager)).GetAsync($"/riskforslag/{app.Cast.ProposalAtA.Id}")).Text, StringComparison.Ordinal);

        await using var after = app.Db();
        var risk = (await after.Plans.Include(p => p.Risks).SingleAsync(p => p.Year == 2027)).Risks.Single(r => r.Title == "Hot i receptionen");
        var plan = await coordinator.GetAsync("/plan/2027");
        Assert.Contains("i enheten: Ask", plan.Text, StringComparison.Ordinal);
        Assert.Contains("Ingen ser dörren", plan.Text, StringComparison.Ordinal);
        var score = await coordinator.GetAsync($"/plan/2027/risk/{risk.Id}/vardera");
        Assert.Contains("utanför skalan", (await coordinator.SubmitAsync(score, ("Input.Likelihood", "3"), ("Input.Consequence", "3"), ("Input.Votes", "3 och 9"))).Text, StringComparison.Ordinal);
        Assert.Equal("/plan/2027", (await coordinator.SubmitAsync(score, ("Input.Likelihood", "3"), ("Input.Consequence", "3"), ("Input.Motive", "Har hänt två gånger i år"), ("Input.Votes", "2 och 4\n3 × 3"))).Location);
        plan = await coordinator.GetAsync("/plan/2027");
        Assert.Contains("Har hänt två gånger i år", plan.Text, StringComparison.Ordinal);
        // What each thought is shown only to who asks.
        Assert.Contains("Bedömningar före mötet (2)", (await coordinator.GetAsync($"/plan/2027/risk/{risk.Id}/vardera")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_decided_is_not_decided_again_and_a_common_control_is_marked()
    {
        static Guid Id() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        var proposal = new RiskProposal(Id(), Id(), "Risk", "", new(RiskSource.Law), Id(), "Enhetschef", new(2026, 2, 1));
        proposal.Decline("Finns redan.", "Utvecklingsledare", new(2026, 3, 1));
        Assert.Throws<Refusal>(() => proposal.Decline("Igen.", "Utvecklingsledare", new(2026, 3, 2)));
        Assert.Throws<Refusal>(() => new RiskProposal(Id(), Id(), "Risk", "", RiskBackground.Unknown, Id(), "Enhetschef", new(2026, 2, 1)));
        var (now, before) = (new Plan(Id(), 2027, Id(), "Ny", RiskScale.Four), new Plan(Id(), 2026, Id(), "Förra", RiskScale.Four));
        before.Add(new Control(Id(), before, "egen", 0, new() { Title = "Bisysslor", IsCommon = true, TellsAtOnce = true }));
        now.Add(new Control(Id(), now, "egen", 0, new() { Title = "Bisysslor" }));
        var weaker = new PlanComparison(now, before).InNeedOfReason.Single().WeakerText;
        Assert.Contains("inte längre kommungemensam", weaker, StringComparison.Ordinal);
        Assert.Contains("inte längre genast", weaker, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_a_report_proposes_becomes_a_measure(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var address = $"/rapporter/{app.Cast.Report.Id}";
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/avsnitt?nyckel=loggkontroll"), ("Input.Proposals", "- Chefer får tillgång till HR-systemet\n- Ny rutin för nätter"));
        // The chapters beside the plan's items are the author's to write in too.
        Assert.Equal(address, (await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/avsnitt?nyckel={Uri.EscapeDataString("kapitel:Granskningar")}"), ("Input.OwnText", "Granskningen är läst av alla chefer."))).Location);
        var report = await coordinator.GetAsync(address);
        Assert.Contains("Granskningen är läst av alla chefer.", report.Text, StringComparison.Ordinal);
        Assert.Contains("Utförd av: befattning utförare (2 kontroller)", report.Text, StringComparison.Ordinal);
        var links = report.Html.QuerySelectorAll("a[href^='/atgarder/ny?vad=']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(2, links.Count);
        var made = await coordinator.SubmitAsync(await coordinator.GetAsync(links[0]), ("Input.UnitId", $"{app.Cast.Board.Id}"), ("Input.OwnerId", $"{app.Cast.People[Role.DepartmentHead].Id}"),
            ("Input.Start", "2026-07-01"), ("Input.End", "2026-12-01"));
        Assert.Equal("/atgarder", made.Location);
        var after = await coordinator.GetAsync(address);
        Assert.Single(after.Html.QuerySelectorAll("a[href^='/atgarder/ny?vad=']"));
        Assert.Contains("Chefer får tillgång till HR-systemet", after.Html.QuerySelector("details a[href^='/atgarder/']:not([href*='ny'])")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_common_control_is_not_the_boards_to_take_away(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var control = app.Cast.Draft.Controls[0].Id;
        Assert.Equal("/plan/2027", (await coordinator.SubmitAsync(await coordinator.GetAsync($"/plan/2027/kontroll/{control}"), ("Input.IsCommon", "true"))).Location);
        Assert.Contains("kommungemensam", (await coordinator.GetAsync("/plan/2027")).Text, StringComparison.Ordinal);
        var refused = await coordinator.SubmitAsync(await coordinator.GetAsync($"/plan/2027/kontroll/{control}/ta-bort"));
        Assert.Contains("kan inte tas bort av nämnden", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync($"/plan/2027/kontroll/{control}")).Status);
    }
}
