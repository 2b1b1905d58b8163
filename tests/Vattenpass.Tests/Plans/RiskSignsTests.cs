using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Tests.Plans;

/// <summary>What happens proposes that a risk is scored anew, and shows its rows; what it should be worth is for people to say.</summary>
public sealed class RiskSignsTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);

    private static RiskSigns Of(params (SignKind Kind, int Month)[] signs) => new([.. signs.Select(s => new RiskSign(s.Kind, new(2026, s.Month, 3), null))]);

    [Fact]
    public void Repeated_deviations_missed_controls_and_passed_limits_propose_it_and_single_ones_do_not()
    {
        Assert.False(Of((SignKind.Deviation, 1), (SignKind.Deviation, 2), (SignKind.Missed, 2)).ProposeRescore);
        Assert.False(Of((SignKind.Deviation, 1), (SignKind.Deviation, 1), (SignKind.Deviation, 1)).ProposeRescore);
        var signs = Of((SignKind.Deviation, 1), (SignKind.Deviation, 2), (SignKind.Deviation, 2), (SignKind.Missed, 3), (SignKind.Missed, 4), (SignKind.PassedLimit, 4));
        Assert.True(signs.ProposeRescore);
        Assert.Equal("tre avvikelser i två månader, två kontroller som inte är gjorda och en passerad tidsfrist", signs.Reasons());
    }

    [Fact]
    public void Only_what_came_after_the_last_scoring_counts_and_at_most_a_year()
    {
        var plan = new Plan(Guid.CreateVersion7(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), 2026, Guid.Empty, "Plan", RiskScale.Four);
        var risk = plan.Add(new Risk(Guid.CreateVersion7(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), plan, "Risk", "", "", null));
        Assert.Equal(Day.AddMonths(-12), RiskSigns.Since(risk, Day));
        risk.Rate(2, 2, null, new(2026, 3, 1));
        Assert.Equal(new(2026, 3, 1), RiskSigns.Since(risk, Day));
        risk.Rate(2, 2, null, new(2024, 3, 1));
        Assert.Equal(Day.AddMonths(-12), RiskSigns.Since(risk, Day));
    }

    [Theory, BothDatabases]
    public async Task The_rows_behind_a_proposal_open_and_scoring_anew_answers_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (cast, coordinator) = (app.Cast, await app.AsAsync(Role.Coordinator));
        Guid riskId;
        await using (var db = app.Db())
        {
            // The draft's risk has the title of this year's, whose controls have what happened.
            var risk = (await db.Plans.Include(p => p.Risks).Include(p => p.Controls).SingleAsync(p => p.Year == 2027)).Risks[0];
            riskId = risk.Id;
            var answering = cast.Plan.Controls[0];
            await db.Database.ExecuteSqlRawAsync("update \"Risks\" set \"Title\" = {0} where \"Id\" = {1}", cast.Plan.Risks[0].Title, risk.Id);
            await db.Database.ExecuteSqlRawAsync("update \"Controls\" set \"RiskId\" = {0} where \"Id\" = {1}", cast.Plan.Risks[0].Id, answering.Id);
        }
        int missed;
        await using (var db = app.Db())
            missed = await db.Occasions.CountAsync(o => o.ControlId == cast.Plan.Controls[0].Id && o.PerformedOn == null && o.Planned && o.EndedOn == null && o.Due < Cast.Today);
        var page = await coordinator.GetAsync($"/plan/2027/risk/{riskId}/underlag");
        Assert.Equal(missed >= 2, page.Text.Contains("Underlaget talar för det", StringComparison.Ordinal));
        Assert.Equal(missed, page.Html.QuerySelectorAll("main li a[href^='/kontroller/']").Length);
        Assert.Equal(missed >= 2, (await coordinator.GetAsync("/plan/2027")).Text.Contains("Underlaget talar för att värdera om", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(await coordinator.GetAsync($"/plan/2027/risk/{riskId}/vardera"), ("Input.Likelihood", "4"), ("Input.Consequence", "3"))).Status);
        Assert.Contains("Underlaget talar inte för det", (await coordinator.GetAsync($"/plan/2027/risk/{riskId}/underlag")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Role.BoardMember)).GetAsync($"/plan/2027/risk/{riskId}/underlag")).Status);
    }
}
