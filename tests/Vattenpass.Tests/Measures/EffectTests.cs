using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
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

    private static EffectControl Plan(Measure measure, EffectContent content, DateOnly? on = null) => new(Id(), measure, content, on ?? new(2025, 12, 1));

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
        Assert.Equal(verdict is EffectVerdict.TooFew, sentence.Contains("För få kontroller", StringComparison.Ordinal));
        Assert.DoesNotContain("tack vare", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_else_looks_and_not_before_the_time_has_passed()
    {
        var measure = Make();
        foreach (var bad in new[] { Content with { PerformerId = Owner }, Content with { Months = 4 }, Content with { Control = null }, Content with { Indicator = EffectIndicator.Observation },
            Content with { ChangedOn = new(2024, 12, 31) }, Content with { ChangedOn = new(2099, 1, 1) } })
            Assert.Throws<Refusal>(() => Plan(measure, bad));
        var effect = Plan(measure, Content);
        EffectFinding found = new([new(9, 20), new(3, 20), new(4, 20), new(0, 20), new(1, 20), new(1, 20)], [], null, "");
        Assert.Throws<Refusal>(() => effect.Conclude(measure, found, Another, "Annan", new(2026, 1, 31)));
        Assert.Throws<Refusal>(() => effect.Conclude(measure, found, Owner, "Ägare", Today));
        effect.Conclude(measure, found, Another, "Annan", Today);
        Assert.Equal(EffectVerdict.Better, effect.Verdict);
        Assert.Contains("16 av 60 (26,7 %) före och 2 av 60 (3,3 %) efter.", effect.ToldOn(measure, Today), StringComparison.Ordinal);
        Assert.Equal("Effekten skulle ha kontrollerats från 2026-02-01.", effect.ToldOn(measure, Today.AddDays(-1)));
        Assert.Null(effect.ToldOn(measure, new(2026, 1, 31)));
        Assert.Throws<Refusal>(() => effect.Conclude(measure, found, Another, "Annan", Today));
    }

    [Fact]
    public void What_shows_the_effect_is_not_chosen_anew_when_the_result_can_be_seen()
    {
        var (measure, third) = (Make(), Id());
        var effect = Plan(measure, Content);
        effect.Change(measure, Content with { Months = 6 }, new(2025, 12, 5));
        Assert.Throws<Refusal>(() => effect.Change(measure, Content with { Months = 3 }, new(2026, 5, 2)));
        Assert.Throws<Refusal>(() => effect.MustBeOpen(new(2026, 5, 2)));
        effect.Change(measure, Content with { Months = 6, PerformerId = third }, new(2026, 5, 2));
        Assert.Equal((third, new DateOnly(2025, 12, 5)), (effect.PerformerId!.Value, effect.PlannedOn));
        // Planned when the result could be seen already, it says so; and nothing is told of it before it was planned.
        var late = Plan(measure, Content, Today);
        Assert.Null(late.ToldOn(measure, Today.AddDays(-1)));
        late.Conclude(measure, new([new(5, 20), new(5, 20)], [], null, ""), Another, "Annan", Today);
        Assert.Contains("valdes i efterhand", late.Result(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_had_a_part_in_the_measure_does_not_look_and_one_that_came_to_nothing_is_not_looked_at()
    {
        var measure = Make();
        measure.FollowUp(Id(), new("Våren", "Arbetet pågår.", MeasureStatus.Ongoing), Another, "Annan", At);
        Assert.Throws<Refusal>(() => Plan(measure, Content));
        var (off, effect) = (Make(), Plan(Make(), Content));
        off.FollowUp(Id(), new("Våren", "Stoppad.", MeasureStatus.Cancelled), Owner, "Ägare", At);
        Assert.Throws<Refusal>(() => Plan(off, Content));
        Assert.Throws<Refusal>(() => effect.Conclude(off, new([new(0, 20), new(0, 20)], [], null, ""), Another, "Annan", Today));
        Assert.Null(effect.ToldOn(off, Today));
    }

    private static double ByEveryWay(decimal[] first, decimal[] second)
    {
        decimal[] all = [.. first, .. second];
        double Rank(decimal v) => all.Count(o => o < v) + (all.Count(o => o == v) + 1) / 2.0;
        var ranks = all.Select(Rank).ToArray();
        var middle = first.Length * (all.Length + 1) / 2.0;
        var seen = Math.Abs(ranks.Take(first.Length).Sum() - middle);
        var sums = Enumerable.Range(0, 1 << all.Length).Where(set => System.Numerics.BitOperations.PopCount((uint)set) == first.Length)
            .Select(set => Enumerable.Range(0, all.Length).Where(n => (set >> n & 1) == 1).Sum(n => ranks[n])).ToList();
        return (double)sums.Count(s => Math.Abs(s - middle) >= seen - 1e-9) / sums.Count;
    }

    private static double ByLot(decimal[] first, decimal[] second, Random random)
    {
        decimal[] all = [.. first, .. second];
        var ranks = all.Select(v => all.Count(o => o < v) + (all.Count(o => o == v) + 1) / 2.0).ToArray();
        var middle = first.Length * (all.Length + 1) / 2.0;
        var seen = Math.Abs(ranks.Take(first.Length).Sum() - middle);
        var far = 0;
        for (var turn = 0; turn < 20_000; turn++)
        {
            random.Shuffle(ranks);
            if (Math.Abs(ranks.Take(first.Length).Sum() - middle) >= seen - 1e-9) far++;
        }
        return far / 20_000.0;
    }

    [Fact]
    public void The_chance_of_ranks_is_that_of_every_way_to_share_them_out()
    {
        var random = new Random(7);
        for (var turn = 0; turn < 300; turn++)
        {
            // Few values to choose from, so that many tie.
            decimal[] Draw() => [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => (decimal)random.Next(0, 6))];
            var (first, second) = (Draw(), Draw());
            Assert.Equal(ByEveryWay(first, second), RankDifference.Chance(first, second), 9);
        }
        // Four against four is the least that can be told from chance: 2 of 70 ways.
        Assert.Equal(2.0 / 70, RankDifference.Chance([1, 2, 3, 4], [5, 6, 7, 8]), 9);
        Assert.True(RankDifference.Chance([1, 2, 3], [4, 5, 6]) > Difference.Level);
        // Above that the normal distribution: held against 20 000 ways to share out, drawn by lot.
        decimal[] few = [.. Enumerable.Range(0, 50).Select(n => (decimal)(n * 7 % 40))], many = [.. Enumerable.Range(0, 70).Select(n => (decimal)(n * 11 % 46))];
        Assert.Equal(ByLot(few, many, random), RankDifference.Chance(few, many), 0.015);
    }

    [Fact]
    public void A_series_or_days_say_no_more_than_their_values()
    {
        var measure = Make();
        Assert.Throws<Refusal>(() => Plan(measure, Content with { Indicator = EffectIndicator.Series, Control = null }));
        var series = new EffectSeries("sjukfranvaro", "sjukfrånvaro", "%");
        Assert.Throws<Refusal>(() => Plan(measure, Content with { Indicator = EffectIndicator.Series, Series = series, Months = 3 }));
        var effect = Plan(measure, Content with { Indicator = EffectIndicator.Series, Series = series, Months = 6, ChangedOn = new(2025, 7, 15) });
        Assert.Null(effect.Control);
        Assert.Equal((5, null, 6, null), (effect.MonthOf("2025-06"), effect.MonthOf("2025-07"), effect.MonthOf("2025-08"), effect.MonthOf("2024-12")));
        EffectValue[] lower = [.. Enumerable.Range(0, 6).Select(n => new EffectValue(n, 8 + n)), .. Enumerable.Range(6, 5).Select(n => new EffectValue(n, 1 + n / 10m))];
        Assert.Equal("10,5 % i mitten (6 månader) före och 1,8 % i mitten (5 månader) efter. Det är lägre efter, och skillnaden är större än vad slumpen brukar ge.", EffectText.Sentence(effect, lower));
        Assert.Contains("För få observationer: minst 4", EffectText.Sentence(effect, [.. lower.Take(9)]), StringComparison.Ordinal);
        Assert.StartsWith("Inget mätt före och inget mätt efter.", EffectText.Sentence(effect, []), StringComparison.Ordinal);
        var days = Plan(measure, Content with { Indicator = EffectIndicator.Days, Control = null });
        EffectValue[] waiting = [.. Enumerable.Range(0, 12).Select(_ => new EffectValue(1, 30)), .. Enumerable.Range(0, 9).Select(_ => new EffectValue(4, 5)), new(5, null), new(5, null)];
        Assert.Contains("Två avvikelser var inte avslutade efter 90 dagar och räknas som de längsta.", EffectText.Sentence(days, waiting), StringComparison.Ordinal);
        Assert.Equal(EffectVerdict.Better, EffectControl.Judge(waiting, 3, EffectIndicator.Days));
        // Most of them open: nobody knows the middle, and it is not called better.
        EffectValue[] open = [.. waiting.Take(12), .. Enumerable.Range(0, 12).Select(_ => new EffectValue(4, null))];
        Assert.Contains("mer än 90 dagar i mitten (12 avvikelser) efter", EffectText.Sentence(days, open), StringComparison.Ordinal);
        Assert.Equal(EffectVerdict.Worse, EffectControl.Judge(open, 3, EffectIndicator.Days));
    }

    [Theory, BothDatabases]
    public async Task Days_and_a_series_are_measured_and_put_down(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var cast = app.Cast;
        var coordinator = await app.AsAsync(Role.Coordinator);
        var address = $"/atgarder/{cast.EffectAtA.MeasureId}/effekt";
        (string, string?)[] common = [("Input.ChangedOn", "2026-02-01"), ("Input.Months", "6"), ("Input.PerformerId", $"{cast.People[Role.Performer].Id}")];
        await using (var db = app.Db())
        {
            var import = db.RegisterImports.Add(new(db.NewId(), Domain.Registers.RegisterKinds.Staffing, 2025, "hr.csv", "", db.Now, "test", Domain.Registers.Provenance.Unknown)).Entity;
            import.PlaceAt(cast.Board.Id);
            for (var month = new DateOnly(2025, 8, 1); month < new DateOnly(2026, 6, 1); month = month.AddMonths(1))
                db.RegisterRows.Add(new(db.NewId(), Domain.Registers.RegisterKinds.Staffing, month.Year, $"{cast.A.Id}|{month:yyyy-MM}", new Dictionary<string, string>
                {
                    ["enhet"] = cast.A.On(Cast.Today).Name,
                    ["månad"] = $"{month:yyyy-MM}",
                    ["ordinarie_timmar"] = "1000",
                    ["sjuktimmar"] = month.Year == 2025 || month.Month < 2 ? $"{90 + month.Month}" : $"{40 + month.Month}",
                }, cast.A.Id, import.Id));
            await db.SaveAsync(Acts.ImportRegisters);
        }
        var refused = await coordinator.SubmitAsync(await coordinator.GetAsync(address), [.. common, ("Input.Indicator", "Series")]);
        Assert.Contains("Välj vilken mätserie", refused.Text, StringComparison.Ordinal);
        var series = await coordinator.SubmitAsync(refused, ("Input.Series", "sjukfranvaro"));
        Assert.True(series.Status is HttpStatusCode.Redirect, series.Text);
        var days = await coordinator.SubmitAsync(await coordinator.GetAsync(address), [.. common, ("Input.Indicator", "Days")]);
        Assert.True(days.Status is HttpStatusCode.Redirect, days.Text);
        await using var look = app.Db();
        var made = await look.Effects.AsNoTracking().Where(e => e.Months == 6 && e.MeasureId == cast.EffectAtA.MeasureId && e.PerformerId == cast.People[Role.Performer].Id).ToListAsync();
        // Before the months have passed nothing is said of them.
        var performer = await app.AsAsync(Role.Performer);
        foreach (var effect in made.Where(e => e.IsMeasured)) Assert.Contains(effect.Indicator is EffectIndicator.Days ? "Räknas färdigt 2026-10-30" : "Räknas färdigt 2026-08-01", (await performer.GetAsync($"/effekt/{effect.Id}")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(140));
        performer = await app.AsAsync(Role.Performer);
        foreach (var effect in made.Where(e => e.IsMeasured))
        {
            var page = await performer.GetAsync($"/effekt/{effect.Id}");
            if (effect.Indicator is EffectIndicator.Series) Assert.Contains("Det är lägre efter", page.Text, StringComparison.Ordinal);
            else Assert.Contains("För få observationer", page.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Redirect, (await performer.SubmitAsync(page, ("Input.Comment", ""))).Status);
        }
        var done = await look.Effects.AsNoTracking().SingleAsync(e => e.Indicator == EffectIndicator.Series);
        Assert.Equal((EffectVerdict.Better, 10), (done.Verdict!.Value, done.Measured.Count));
        Assert.True(done.OccasionIds.Count >= 10);
        Assert.Contains("Sjukfrånvaro", (await (await app.AsAsync(Role.Coordinator)).GetAsync($"/effekt/{done.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_day_of_the_span_lies_in_one_month()
    {
        var effect = Plan(Make(), Content with { ChangedOn = new(2025, 8, 31), Months = 6 });
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
        var address = $"/atgarder/{cast.EffectAtA.MeasureId}/effekt";
        var form = await coordinator.GetAsync(address);
        // Its owner does not look, nor somebody who could never put down what they saw.
        foreach (var role in new[] { Role.Coordinator, Role.Registrar })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(form, ("Input.ChangedOn", "2026-02-01"), ("Input.Months", "3"), ("Input.Indicator", "Missed"),
                ("Input.Control", $"{cast.Plan.Controls[0].Id}"), ("Input.PerformerId", $"{cast.People[role].Id}"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(form, ("Input.ChangedOn", "2026-02-01"), ("Input.Months", "3"), ("Input.Indicator", "Missed"),
            ("Input.Control", $"{cast.Plan.Controls[0].Id}"), ("Input.PerformerId", $"{cast.People[Role.Performer].Id}"))).Status);
        await using var db = app.Db();
        var effect = await db.Effects.AsNoTracking().FirstAsync(e => e.Months == 3);
        var one = $"/effekt/{effect.Id}";
        Assert.Null((await coordinator.GetAsync(one)).Html.QuerySelector("main form"));

        // Whoever looks needs no right to the measure, and gets none.
        var performer = await app.AsAsync(Role.Performer);
        Assert.Contains(one, (await performer.GetAsync("/")).Html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await performer.GetAsync($"/atgarder/{effect.MeasureId}/andra")).Status);
        var page = await performer.GetAsync(one);
        var expected = (await db.Occasions.AsNoTracking().Where(o => o.UnitId == cast.A.Id && o.ControlId == cast.Plan.Controls[0].Id && o.Due < Cast.Today).ToListAsync())
            .Where(o => effect.MonthOf(new[] { o.To, o.Due, o.PerformedOn ?? o.To }.Min()) is not null).ToList();
        Assert.NotEmpty(expected);
        Assert.Contains("För få kontroller", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await performer.SubmitAsync(page, ("Input.Comment", "Vi ser igen i höst."))).Status);
        var done = await db.Effects.AsNoTracking().FirstAsync(e => e.Months == 3);
        Assert.Equal((EffectVerdict.TooFew, expected.Count), (done.Verdict, done.OccasionIds.Count));
        Assert.Equal(expected.Count(o => !(o.IsDone && o.PerformedOn <= o.Due)), EffectControl.Sum(done.Counted).Faults);
        Assert.Contains("Vi ser igen i höst.", (await coordinator.GetAsync($"/atgarder/{effect.MeasureId}")).Text, StringComparison.Ordinal);
        Assert.Null((await performer.GetAsync(one)).Html.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AsAsync(Role.Performer)).GetAsync($"/effekt/{cast.EffectAtB.Id}")).Status);
    }

    [Theory, BothDatabases]
    public async Task What_is_seen_is_stated_and_what_is_planned_can_be_changed_or_dropped(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (coordinator, manager, one) = (await app.AsAsync(Role.Coordinator), await app.AsAsync(Role.UnitManager), $"/effekt/{app.Cast.EffectAtA.Id}");
        var edit = await coordinator.GetAsync($"{one}/andra");
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(edit, ("Input.Indicator", "Observation"), ("Input.Question", "Överlämnas det viktiga?"), ("Input.ChangedOn", "2026-02-02"), ("Input.Months", "3"))).Status);
        var page = await manager.GetAsync(one);
        Assert.Contains("Överlämnas det viktiga?", page.Text, StringComparison.Ordinal);
        Assert.Contains("Välj vad iakttagelsen visar", (await manager.SubmitAsync(page, ("Input.Comment", "Lugnare byten."))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await manager.SubmitAsync(await manager.GetAsync(one), ("Input.Stated", "Better"), ("Input.Comment", "Lugnare byten."))).Status);
        var told = (await coordinator.GetAsync(one)).Text;
        Assert.Contains("Enligt iakttagelsen: bättre.", told, StringComparison.Ordinal);
        Assert.Contains("Lugnare byten.", told, StringComparison.Ordinal);
        Assert.Contains("redan kontrollerad", (await coordinator.SubmitAsync(await coordinator.GetAsync($"{one}/andra"), ("tabort", "ja"))).Text, StringComparison.Ordinal);

        var address = $"/atgarder/{app.Cast.EffectAtA.MeasureId}";
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{address}/effekt"), ("Input.ChangedOn", "2026-03-01"), ("Input.Months", "12"), ("Input.Indicator", "Observation"), ("Input.Question", "Syns det?"), ("Input.PerformerId", $"{app.Cast.People[Role.DepartmentHead].Id}"));
        await using var db = app.Db();
        var second = await db.Effects.AsNoTracking().FirstAsync(e => e.Question == "Syns det?");
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/effekt/{second.Id}/andra"), ("tabort", "ja"));
        Assert.DoesNotContain("Syns det?", (await coordinator.GetAsync(address)).Text, StringComparison.Ordinal);
    }
}
