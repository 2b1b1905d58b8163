using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Features.Samples;

namespace Vattenpass.Tests.Plans;

/// <summary>The committee checks so many of each group at its own meetings, by a draw that anyone can do again.</summary>
public sealed class CommitteeTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static Guid Id() => Guid.CreateVersion7(At);

    [Fact]
    public void Every_third_month_lies_at_the_last_meeting_of_the_three_and_is_never_lost()
    {
        var recurrence = new Recurrence(RecurrenceKind.AtCommittee, 3);
        var days = new MeetingDays([], [new(2026, 2, 4), new(2026, 3, 4), new(2026, 6, 3), new(2025, 9, 1)]);
        Assert.Equal([new(2026, 3, 4), new(2026, 6, 3), new(2026, 9, 30), new(2026, 12, 31)], recurrence.In(2026, days).Select(o => o.Due));
        Assert.Equal(new(2026, 2, 18), recurrence.In(2026, days).First().Opens);
        Assert.Equal("var tredje månad vid utskottets sammanträde", $"{recurrence}");
        Assert.Equal(recurrence, Recurrence.Read($"{recurrence}"));
        Assert.Throws<Refusal>(() => new Recurrence(RecurrenceKind.AtCommittee, 0).Checked());
    }

    private static (Occasion Occasion, Sample Sample) Drawn(params (string Key, string Type)[] rows)
    {
        var plan = new Plan(Id(), 2026, Id(), "Plan", RiskScale.Four);
        var content = ControlKinds.Templates.First(t => t.Content.Recurrence.Kind is RecurrenceKind.AtCommittee).Content;
        var control = new Control(Id(), plan, InvestigationQuality.ControlKey, 0, content);
        var occasion = new Occasion(Id(), control, Id(), "", control.Recurrence.In(2026).First(), null);
        var sample = new Sample(Id(), occasion, 1, "", control.Register!, control.Selection, control.Size, "frö", "Utvecklingsledare", At);
        var groups = control.Size.Groups!;
        sample.Take(rows.Select(r => (r.Key, Group: groups.Of(new Dictionary<string, string> { ["typ"] = r.Type }))).Where(r => r.Group is not null).Select(r => new Candidate(r.Key, r.Group!)),
            [], new Dictionary<string, DateOnly>(), At);
        return (occasion, sample);
    }

    [Fact]
    public void Two_of_each_are_drawn_another_comes_out_of_the_same_group_and_the_files_draw_it_again()
    {
        (string, string)[] rows = [.. Enumerable.Range(1, 9).Select(n => ($"U{n}", "Utredning")), .. Enumerable.Range(1, 3).Select(n => ($"F{n}", "förhandsbedömning")), ("X1", "jourhem")];
        var (_, sample) = Drawn(rows);
        Assert.Equal([("utredning", 9, 2), ("förhandsbedömning", 3, 2)], sample.Groups([]).Select(g => (g.Name, g.Population, g.Drawn)));
        Assert.DoesNotContain(sample.Items, i => i.Key == "X1");
        var gone = sample.Items.First(i => i.Stratum == "förhandsbedömning").Key;
        Assert.Equal("förhandsbedömning", sample.Replace(gone, "akten är flyttad", "Utvecklingsledare", At).Stratum);
        Assert.Throws<Refusal>(() => sample.Replace(sample.Items[^1].Key, "också flyttad", "Utvecklingsledare", At));
        Assert.Equal(2, sample.Groups([]).First(g => g.Name == "förhandsbedömning").Drawn);

        var (name, text) = SampleDocument.List(sample);
        var again = Population.Of(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')).Select(p => new Candidate(p[0], p[1])));
        var result = SampleDocument.Of(sample);
        Assert.Equal("lista.csv", name);
        Assert.Empty(SampleCheck.Compare(again, result, DrawRule.Of(result, null, null)));
        // Who moves rows between groups, or leaves some of the drawn out, is found.
        var moved = Population.Of(again.Members.Select(m => m.Stratum == "utredning" && sample.Items.All(i => i.Key != m.Key) ? m with { Stratum = "övrigt" } : m));
        Assert.NotEmpty(SampleCheck.Compare(moved, result, DrawRule.Of(result, null, null)));
        result["items"]!.AsArray().RemoveAt(0);
        Assert.NotEmpty(SampleCheck.Compare(again, result, DrawRule.Of(result, null, null)));
    }

    [Fact]
    public void A_group_that_is_empty_says_so_and_the_draw_speaks_of_each_group_by_itself()
    {
        var (_, sample) = Drawn([.. Enumerable.Range(1, 5).Select(n => ($"U{n}", "utredning"))]);
        Assert.Equal([("utredning", 5), ("förhandsbedömning", 0)], sample.Groups([]).Select(g => (g.Name, g.Population)));
        var (_, both) = Drawn([.. Enumerable.Range(1, 5).Select(n => ($"U{n}", "utredning")), .. Enumerable.Range(1, 30).Select(n => ($"F{n}", "förhandsbedömning"))]);
        Assert.StartsWith("Urvalet är draget grupp för grupp", both.Strength(null), StringComparison.Ordinal);
    }

    [Fact]
    public void The_plans_own_words_are_read_in_again_and_fewer_groups_is_weaker()
    {
        var size = new SizeRule(2, null) { Groups = new("typ", "utredning, förhandsbedömning") };
        Assert.Equal("2 per tillfälle ur varje typ: utredning, förhandsbedömning", $"{size}");
        Assert.Equal(size, Domain.PlanFiles.SampleText.Cell($"{size}")!.Rule);
        Assert.Throws<Refusal>(() => SampleGroups.Checked("typ", "utredning, Utredning"));
        var (now, before) = (new Plan(Id(), 2027, Id(), "Ny", RiskScale.Four), new Plan(Id(), 2026, Id(), "Förra", RiskScale.Four));
        var content = ControlKinds.Templates.First(t => t.Content.Size.Groups is not null).Content;
        before.Add(new Control(Id(), before, "egen", 0, content));
        now.Add(new Control(Id(), now, "egen", 0, content with { Size = new(2, null) }));
        Assert.Contains("ur alla tillsammans", new PlanComparison(now, before).InNeedOfReason.Single().WeakerText, StringComparison.Ordinal);
        Assert.Throws<Refusal>(() => new Control(Id(), now, "egen", 1, content with { Register = null, Scope = ScopeKind.Units }));
    }

    [Fact]
    public void The_quarter_tells_the_board_what_the_committee_checked_of_each()
    {
        CommitteeCheck check = new("Stickprov vid utskottet", "mars 2026", new(2026, 3, 4), false, new(2026, 3, 4), 4, 1,
            [new("utredning", 9, 2, 2, 1), new("förhandsbedömning", 3, 2, 2, 0)], [("barnet inte hört", 1)]);
        var document = ClockReport.Compose("Socialnämnden", Period.Quarter(2026, 1), [], null, new(2026, 3, 31), committee: [check, check with { PerformedOn = null, IsLate = true, Groups = [], Faults = [] }]);
        var text = string.Join('\n', document.Blocks.Select(b => b switch { TextBlock t => t.Text, ListBlock l => string.Join('\n', l.Items), _ => "" }));
        foreach (var said in new[] { "gjord 2026-03-04.", "Utredning: 2 av 9 kontrollerade, 1 med fel", "Förhandsbedömning: 2 av 3 kontrollerade, inget fel", "Fel: barnet inte hört (1).", "inte gjord, skulle ha varit klar 2026-03-04" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }
}
