using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;

namespace Vattenpass.Tests.Measures;

/// <summary>Whether a measure helped: counted before and after, by somebody else, and said no stronger than the counts bear.</summary>
public sealed class EffectTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 5, 4);
    private static Guid Id() => Guid.CreateVersion7(At);
    private static readonly Guid Owner = Id(), Another = Id();
    private static readonly NamedControl Control = new(Id(), "loggkontroll", "Loggkontroll");

    private static Measure Make()
    {
        var measure = new Measure(Id(), Id(), Field.General, "Ny rutin");
        measure.Describe(new("Ny rutin", "", Owner, null, new(2025, 1, 1), new(2026, 12, 31), []), Id, Today);
        return measure;
    }

    private static EffectContent Content => new(EffectIndicator.Deviations, Control, "", new(2025, 11, 1), 3, Another);

    /// <summary>Every way to deal the faults among all that were looked at, each counted once.</summary>
    private static double ByHand(int first, int ofFirst, int second, int ofSecond)
    {
        var (all, faults) = (ofFirst + ofSecond, first + second);
        var ways = new long[ofFirst + 1];
        for (var set = 0L; set < 1L << all; set++)
        {
            if (System.Numerics.BitOperations.PopCount((ulong)set) != faults) continue;
            var inFirst = System.Numerics.BitOperations.PopCount((ulong)(set & ((1L << ofFirst) - 1)));
            ways[inFirst]++;
        }
        return (double)ways.Where(w => w <= ways[first]).Sum() / ways.Sum();
    }

    [Fact]
    public void The_chance_is_that_of_every_way_to_deal_the_faults()
    {
        for (var ofFirst = 1; ofFirst <= 8; ofFirst++)
            for (var ofSecond = 1; ofSecond <= 8; ofSecond++)
                for (var first = 0; first <= ofFirst; first++)
                    for (var second = 0; second <= ofSecond; second++)
                        Assert.Equal(ByHand(first, ofFirst, second, ofSecond), Difference.Chance(first, ofFirst, second, ofSecond), 9);
        // Fisher's tea (1935), and a table reckoned with whole numbers.
        Assert.Equal(0.4857, Difference.Chance(3, 4, 1, 4), 4);
        Assert.Equal(0.00159046, Difference.Chance(2, 15, 12, 17), 8);
    }

    [Theory]
    [InlineData(18, 40, 5, 42, EffectVerdict.Better), InlineData(5, 42, 18, 40, EffectVerdict.Worse), InlineData(10, 40, 8, 42, EffectVerdict.NotShown)]
    [InlineData(9, 9, 0, 40, EffectVerdict.TooFew), InlineData(0, 0, 0, 0, EffectVerdict.TooFew), InlineData(10, 10, 0, 10, EffectVerdict.Better), InlineData(0, 10, 0, 10, EffectVerdict.NotShown)]
    public void The_verdict_is_no_stronger_than_the_counts(int before, int ofBefore, int after, int ofAfter, EffectVerdict verdict)
    {
        EffectMonth[] counted = [new(before, ofBefore), new(after, ofAfter)];
        Assert.Equal(verdict, EffectControl.Judge(counted));
        var sentence = EffectText.Sentence(counted);
        Assert.Equal(verdict is EffectVerdict.Better or EffectVerdict.Worse, sentence.Contains("större än vad slumpen brukar ge", StringComparison.Ordinal));
        Assert.Equal(verdict is EffectVerdict.TooFew, sentence.Contains("För få observationer", StringComparison.Ordinal));
        Assert.DoesNotContain("tack vare", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_else_looks_and_not_before_the_time_has_passed()
    {
        var measure = Make();
        Assert.Throws<Refusal>(() => measure.PlanEffect(Id(), Content with { PerformerId = Owner }));
        Assert.Throws<Refusal>(() => measure.PlanEffect(Id(), Content with { Months = 4 }));
        Assert.Throws<Refusal>(() => measure.PlanEffect(Id(), Content with { Control = null }));
        Assert.Throws<Refusal>(() => measure.PlanEffect(Id(), Content with { Indicator = EffectIndicator.Observation }));
        var effect = measure.PlanEffect(Id(), Content);
        EffectFinding found = new([new(9, 20), new(3, 20), new(4, 20), new(0, 20), new(1, 20), new(1, 20)], [], null, "");
        Assert.Throws<Refusal>(() => measure.ConcludeEffect(effect, found, Another, "Annan", new(2026, 1, 31)));
        Assert.Throws<Refusal>(() => measure.ConcludeEffect(effect, found, Owner, "Ägare", Today));
        Assert.Throws<Refusal>(() => measure.Describe(new("Ny rutin", "", Another, null, new(2025, 1, 1), new(2026, 12, 31), []), Id, Today));
        measure.ConcludeEffect(effect, found, Another, "Annan", Today);
        Assert.Equal(EffectVerdict.Better, effect.Verdict);
        Assert.Contains("16 av 60 (26,7 %) före och 2 av 60 (3,3 %) efter.", string.Join(' ', measure.DecidedUntil(Today)), StringComparison.Ordinal);
        Assert.Contains("skulle ha kontrollerats från 2026-02-01", string.Join(' ', measure.DecidedUntil(Today.AddDays(-1))), StringComparison.Ordinal);
        Assert.Throws<Refusal>(() => measure.ConcludeEffect(effect, found, Another, "Annan", Today));
        Assert.Throws<Refusal>(() => measure.DropEffect(effect));
    }

    [Fact]
    public void Every_day_of_the_span_lies_in_one_month()
    {
        var effect = Make().PlanEffect(Id(), Content with { ChangedOn = new(2025, 8, 31), Months = 6 });
        var days = Enumerable.Range(0, effect.Due.DayNumber - effect.From.DayNumber).Select(n => effect.MonthOf(effect.From.AddDays(n))).ToList();
        Assert.DoesNotContain(null, days);
        Assert.Equal(days.Order(), days);
        Assert.Equal(12, days.Distinct().Count());
        Assert.Equal(5, effect.MonthOf(effect.ChangedOn.AddDays(-1)));
        Assert.Equal(6, effect.MonthOf(effect.ChangedOn));
        Assert.Null(effect.MonthOf(effect.Due));
    }

    [Theory, BothDatabases]
    public async Task It_is_planned_counted_and_put_down_in_the_browser(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var cast = app.Cast;
        var coordinator = await app.AsAsync(Role.Coordinator);
        var address = $"/atgarder/{cast.ChangeAtA.Id}";
        var form = await coordinator.GetAsync($"{address}/effekt");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(form, ("Input.ChangedOn", "2026-02-01"), ("Input.Months", "3"), ("Input.Indicator", "Missed"),
            ("Input.Control", $"{cast.Plan.Controls[0].Id}"), ("Input.PerformerId", $"{cast.People[Role.Coordinator].Id}"))).Status);
        var saved = await coordinator.SubmitAsync(form, ("Input.ChangedOn", "2026-02-01"), ("Input.Months", "3"), ("Input.Indicator", "Missed"),
            ("Input.Control", $"{cast.Plan.Controls[0].Id}"), ("Input.PerformerId", $"{cast.People[Role.DepartmentHead].Id}"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        await using var db = app.Db();
        var effect = (await db.Measures.AsNoTracking().FirstAsync(m => m.Id == cast.ChangeAtA.Id)).Effects.First(e => e.Months == 3);
        address += $"/effekt/{effect.Id}";
        Assert.Null((await coordinator.GetAsync(address)).Html.QuerySelector("main form"));

        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Contains(address, (await head.GetAsync("/")).Text + string.Join(' ', (await head.GetAsync("/")).Html.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))), StringComparison.Ordinal);
        var page = await head.GetAsync(address);
        // The unit's months that are past are rows; those to come are not missed.
        var expected = await db.Occasions.AsNoTracking().Where(o => o.UnitId == cast.A.Id && o.ControlId == cast.Plan.Controls[0].Id && o.Due >= new DateOnly(2025, 11, 1) && o.Due < new DateOnly(2026, 5, 1)).ToListAsync();
        Assert.NotEmpty(expected);
        Assert.Contains("För få observationer", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await head.SubmitAsync(page, ("Input.Comment", "Vi ser igen i höst."))).Status);
        var done = (await db.Measures.AsNoTracking().FirstAsync(m => m.Id == cast.ChangeAtA.Id)).Effects.First(e => e.Months == 3);
        Assert.Equal((EffectVerdict.TooFew, expected.Count), (done.Verdict, done.OccasionIds.Count));
        Assert.Equal(expected.Count(o => !o.IsDone), EffectControl.Sum(done.Counted).Faults);
        Assert.Contains("Vi ser igen i höst.", (await coordinator.GetAsync($"/atgarder/{cast.ChangeAtA.Id}")).Text, StringComparison.Ordinal);
        Assert.Null((await head.GetAsync(address)).Html.QuerySelector("main form"));
    }

    [Theory, BothDatabases]
    public async Task What_is_seen_is_stated_and_what_is_planned_can_be_changed_or_dropped(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (coordinator, head, address) = (await app.AsAsync(Role.Coordinator), await app.AsAsync(Role.DepartmentHead), $"/atgarder/{app.Cast.ChangeAtA.Id}/effekt");
        var planned = app.Cast.ChangeAtA.Effects[0].Id;
        var edit = await coordinator.GetAsync($"{address}/{planned}/andra");
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(edit, ("Input.Indicator", "Observation"), ("Input.Question", "Överlämnas det viktiga?"), ("Input.ChangedOn", "2026-01-01"), ("Input.Months", "3"))).Status);
        var page = await head.GetAsync($"{address}/{planned}");
        Assert.Contains("Överlämnas det viktiga?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Välj vad iakttagelsen visar", (await head.SubmitAsync(page, ("Input.Comment", "Lugnare byten."))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await head.SubmitAsync(await head.GetAsync($"{address}/{planned}"), ("Input.Stated", "Better"), ("Input.Comment", "Lugnare byten."))).Status);
        Assert.Contains("Enligt iakttagelsen: bättre. Lugnare byten.", (await coordinator.GetAsync($"{address}/{planned}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"{address}/{planned}/andra")).Status);

        await coordinator.SubmitAsync(await coordinator.GetAsync(address), ("Input.ChangedOn", "2026-03-01"), ("Input.Months", "12"), ("Input.Indicator", "Observation"), ("Input.Question", "Syns det?"), ("Input.PerformerId", $"{app.Cast.People[Role.DepartmentHead].Id}"));
        await using var db = app.Db();
        var second = (await db.Measures.AsNoTracking().FirstAsync(m => m.Id == app.Cast.ChangeAtA.Id)).Effects.First(e => e.Question == "Syns det?");
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/{second.Id}/andra"), ("tabort", "ja"));
        Assert.DoesNotContain("Syns det?", (await coordinator.GetAsync($"/atgarder/{app.Cast.ChangeAtA.Id}")).Text, StringComparison.Ordinal);
    }
}
