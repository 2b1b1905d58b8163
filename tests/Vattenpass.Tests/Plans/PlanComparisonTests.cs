using Microsoft.EntityFrameworkCore;
using System.Net;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Tests.Plans;

/// <summary>Less than the year before is caught, and has a reason before the plan is proposed.</summary>
public sealed class PlanComparisonTests
{
    private static Guid Id() => Guid.CreateVersion7(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));

    private static readonly ControlContent Monthly = new() { Title = "Egen kontroll", PerformerTitles = "Enhetschef", UnitOfCount = "kontroll", Recurrence = Recurrence.Monthly };

    private static Plan Make(int year, params (string Key, ControlContent Content)[] controls)
    {
        var plan = new Plan(Id(), year, Id(), $"Plan {year}", RiskScale.Four);
        foreach (var (n, (key, content)) in controls.Index()) plan.Add(new Control(Id(), plan, key, n, content));
        return plan;
    }

    private static ComparedControl One(ControlContent before, ControlContent now, string key = Control.OwnKey) =>
        Assert.Single(new PlanComparison(Make(2027, (key, now)), Make(2026, (key, before))).Controls);

    public static TheoryData<string, ControlContent, ControlContent> Weaker() => new()
    {
        { "Tolv gånger per år blir en gång.", Monthly, Monthly with { Recurrence = new(RecurrenceKind.Year) } },
        { "Alla kontrollerades; nu görs ett stickprov.", Monthly with { Register = "mobiltelefoner" }, Monthly with { Register = "mobiltelefoner", Method = ControlMethod.Sample, Size = new(null, 20) } },
        { "Stickprovet blir mindre", Monthly with { Register = "mobiltelefoner", Method = ControlMethod.Sample, Size = new(null, 20) }, Monthly with { Register = "mobiltelefoner", Method = ControlMethod.Sample, Size = new(null, 10) } },
        { "Omfattningen ändras", Monthly, Monthly with { Scope = ScopeKind.Areas } },
        { "Frågelistan är borttagen.", Monthly with { FormKey = "x" }, Monthly },
        { "Hur ofta ändras", Monthly, Monthly with { Recurrence = new(RecurrenceKind.ByEvent) } },
        { "Stickprovet blir mindre", Monthly with { Register = "mobiltelefoner", Method = ControlMethod.Sample, Size = new(4, null) }, Monthly with { Register = "mobiltelefoner", Method = ControlMethod.Sample, Size = new(null, 1) } },
        { "godkänns inte längre", Monthly with { NeedsApproval = true }, Monthly },
    };

    [Theory, MemberData(nameof(Weaker))]
    public void What_is_weaker_says_how(string said, ControlContent before, ControlContent now)
    {
        var compared = One(before, now);
        Assert.Equal(PlanDifference.Weakened, compared.Difference);
        Assert.Contains(said, string.Join(' ', compared.Weaker), StringComparison.Ordinal);
    }

    /// <summary>Fifty-three weeks one year and fifty-two the next, or every other year in an off year, is the same plan.</summary>
    [Fact]
    public void The_same_rhythm_is_never_weaker_and_a_reason_is_good_for_what_it_was_given_for()
    {
        foreach (var recurrence in new Recurrence[] { new(RecurrenceKind.Week), new(RecurrenceKind.EachQuarter), Recurrence.Monthly })
            Assert.Equal(PlanDifference.Kept, One(Monthly with { Recurrence = recurrence }, Monthly with { Recurrence = recurrence }).Difference);
        var before = Make(2026, (Control.OwnKey, Monthly));
        var now = Make(2027, (Control.OwnKey, Monthly with { Recurrence = new(RecurrenceKind.EachQuarter) }));
        var first = Assert.Single(new PlanComparison(now, before).InNeedOfReason);
        now.Explain(first, "Räcker så.");
        Assert.Equal("Räcker så.", now.ReasonFor(first));
        now.Controls[0].Describe(Monthly with { Recurrence = new(RecurrenceKind.Year) });
        Assert.Equal("", now.ReasonFor(Assert.Single(new PlanComparison(now, before).InNeedOfReason)));
    }

    [Fact]
    public void Controls_are_known_by_kind_and_title_and_what_is_gone_is_told()
    {
        var (before, now) = (Make(2026, ("loggkontroll", Monthly with { Title = "Loggkontroll" }), (Control.OwnKey, Monthly), (Control.OwnKey, Monthly with { Title = "Nycklar" })),
            Make(2027, ("loggkontroll", Monthly with { Title = "Kontroll av loggar" }), (Control.OwnKey, Monthly), (Control.OwnKey, Monthly with { Title = "Brandskydd" })));
        var compared = new PlanComparison(now, before);
        Assert.Equal([PlanDifference.Kept, PlanDifference.Kept, PlanDifference.New, PlanDifference.Gone], compared.Controls.Select(c => c.Difference));
        var gone = Assert.Single(compared.InNeedOfReason);
        Assert.Equal("Nycklar", gone.Either.Title);
        var refused = Assert.Throws<Refusal>(() => now.Propose(before));
        Assert.Contains("Nycklar", refused.Message, StringComparison.Ordinal);
        Assert.Throws<Refusal>(() => now.Explain(gone, " "));
        now.Explain(gone, "Nycklarna är utbytta mot taggar.");
        now.Propose(before);
        Assert.Equal(PlanStatus.Proposed, now.Status);
        Assert.Throws<Refusal>(() => now.Explain(gone, "För sent"));
    }

    [Theory, BothDatabases]
    public async Task It_is_told_why_in_the_browser_and_the_board_reads_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/plan/2027/jamfor");
        Assert.Contains("2 borttagna, 1 oförändrad.", page.Text, StringComparison.Ordinal);
        Assert.Contains("med avvikelse", page.Text, StringComparison.Ordinal);
        var link = page.Html.QuerySelector("a[href*='/jamfor/skal']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(await coordinator.GetAsync(link), ("Input.Reason", "Telefonerna är borta."))).Status);
        Assert.Contains("Skäl: Telefonerna är borta.", (await (await app.AsAsync(Role.DepartmentHead)).GetAsync("/plan/2027/foresla")).Text, StringComparison.Ordinal);
        // What lies with the board, its members read, with what it is told besides: not before.
        var member = await app.AsAsync(Role.BoardMember);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync("/plan/2027")).Status);
        await using (var db = app.Db()) await db.Database.ExecuteSqlRawAsync("update \"Plans\" set \"Status\" = {0} where \"Year\" = 2027", (int)PlanStatus.Proposed);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync("/plan/2027")).Status);
        Assert.Contains("Skäl: Telefonerna är borta.", (await member.GetAsync("/plan/2027/dokument")).Text, StringComparison.Ordinal);
        Assert.Contains("Telefonerna är borta.", (await member.GetAsync("/plan/2027/jamfor")).Text, StringComparison.Ordinal);
        Assert.Contains("ingen fastställd plan från ett tidigare år", (await coordinator.GetAsync("/plan/2026/jamfor")).Text, StringComparison.Ordinal);
    }
}
