using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Words;
using static Vattenpass.Tests.LogReviews.LogScene;

namespace Vattenpass.Tests.LogReviews;

/// <summary>Each explanation by itself, and its edges.</summary>
public sealed class ExplanationTests
{
    private const string DayShifts =
        "anvandare;enhet;start;slut\nanna;Ask;2024-05-06T07:00:00;2024-05-06T16:00:00\nbo;Bok;2024-05-06T07:00:00;2024-05-06T16:00:00\n";

    private static string First(LogScene scene, string time, string user, string client)
    {
        var found = scene.Run(Row(time, user, client, "1")).Findings;
        Assert.Equal(1, found.Accesses);
        var hit = found.FirstMatch.Index().Where(f => f.Item == 1).Select(f => Explanation.All[f.Index].Code).ToList();
        Assert.Equal(1 - hit.Count, found.Unexplained);
        Assert.Equal(hit.Count == 0 && found.RankOnly == 0 ? 1 : 0, found.QueueRows);
        return hit.Count == 1 ? hit[0] : found.RankOnly == 1 ? "befattning" : "-";
    }

    [Theory]
    [InlineData("anna", "K1", "E1")]
    [InlineData("anna", "K2", "-")]
    [InlineData("okänd", "K1", "-")]
    [InlineData("anna", "okänd", "-")]
    public void E1_the_unit_of_the_staffing_serves_the_client(string user, string client, string code) =>
        Assert.Equal(code, First(new(), "2024-05-06T10:00:00", user, client));

    [Theory]
    [InlineData("06:29:59", "-")]
    [InlineData("06:30:00", "E2")]
    [InlineData("19:00:00", "E2")]
    [InlineData("19:00:01", "-")]
    public void E2_a_shift_at_the_unit_from_half_an_hour_before_to_three_hours_after(string clock, string code) =>
        Assert.Equal(code, First(new()
        {
            Shifts = DayShifts + "anna;Bok;2024-05-06T07:00:00;2024-05-06T16:00:00\n",
            Rules = new() { MustBeOnShift = false }
        },
            $"2024-05-06T{clock}", "anna", "K2"));

    [Theory]
    [InlineData("2024-04-16", "-")]
    [InlineData("2024-04-17", "E3")]
    [InlineData("2024-05-01", "E1")]
    [InlineData("2024-05-10", "E1")]
    [InlineData("2024-05-24", "E3")]
    [InlineData("2024-05-25", "-")]
    public void E3_hand_over_and_a_lagging_register(string day, string code) =>
        Assert.Equal(code, First(new() { Placements = "klient;enhet;fran;till\nK1;Ask;2024-05-01;2024-05-10\n" }, $"{day}T10:00:00", "anna", "K1"));

    [Fact]
    public void E3_without_lag_is_seven_days_before_and_fourteen_after()
    {
        var scene = new LogScene
        {
            Placements = "klient;enhet;fran;till\nK1;Ask;2024-05-10;2024-05-10\n",
            Rules = new() { RegisterLagDays = 0 }
        };
        Assert.Equal(["-", "E3", "E3", "-"],
            new[] { "2024-05-02", "2024-05-03", "2024-05-24", "2024-05-25" }.Select(d => First(scene, $"{d}T10:00:00", "anna", "K1")));
    }

    [Fact]
    public void E4_a_role_over_a_type_of_unit_and_a_mandate_over_a_sub_tree_but_the_rank_of_a_manager_explains_nothing()
    {
        var scene = new LogScene
        {
            Roles = "anvandare;roll\nanna;Sjuksköterska\nbo;Enhetschef\ncilla;MAS\n",
            Units = "enhet;typ;overordnad\nHem;Hemsjukvård;Område\nBok;Område;\nUnder;Hemtjänst;Bok\nOmråde;Område;\n",
            Placements = "klient;enhet;fran;till\nK1;Hem;2024-01-01;\nK2;Under;2024-01-01;\nK3;Ingen;2024-01-01;\n",
            Mandates = "anvandare;enhet;fran;till\ncilla;Område;2024-01-01;2024-06-30\n",
        };
        Assert.Equal("E4", First(scene, "2024-05-06T10:00:00", "anna", "K1"));
        Assert.Equal("-", First(scene, "2024-05-06T10:00:00", "anna", "K2"));
        Assert.Equal("befattning", First(scene, "2024-05-06T10:00:00", "bo", "K2"));
        Assert.Equal("-", First(scene, "2024-05-06T10:00:00", "bo", "K1"));
        Assert.Equal("E4", First(scene, "2024-05-06T10:00:00", "cilla", "K1"));
        Assert.Equal("-", First(scene, "2024-07-06T10:00:00", "cilla", "K1"));
        Assert.Equal("-", First(scene, "2024-05-06T10:00:00", "cilla", "K3"));
    }

    [Fact]
    public void E4_pool_staff_have_their_mandate_only_during_a_shift_booked_at_the_pool()
    {
        var scene = new LogScene
        {
            Staff = "anvandare;enhet;fran;till\nanna;Poolen;2024-01-01;\n",
            Roles = "anvandare;roll\nanna;Vikarie\n",
            Units = "enhet;typ\nPoolen;Bemanningsenhet\nAsk;Hemtjänst\n",
            Shifts = "anvandare;enhet;start;slut\nanna;Poolen;2024-05-06T07:00:00;2024-05-06T16:00:00\n",
            Rules = new() { MustBeOnShift = false },
        };
        Assert.Equal("E4", First(scene, "2024-05-06T10:00:00", "anna", "K1"));
        Assert.Equal("-", First(scene, "2024-05-07T10:00:00", "anna", "K1"));
    }

    [Fact]
    public void E5_a_visit_planned_that_day_and_no_other()
    {
        var scene = new LogScene { Visits = "anvandare;klient;datum\nanna;K2;2024-05-06\n" };
        Assert.Equal("E5", First(scene, "2024-05-06T23:00:00", "anna", "K2"));
        Assert.Equal("-", First(scene, "2024-05-07T10:00:00", "anna", "K2"));
    }

    [Fact]
    public void E6_administration_is_explained_by_a_ticket_and_never_by_the_role()
    {
        var scene = new LogScene
        {
            Roles = "anvandare;roll\nanna;Systemförvaltare\n",
            Staff = "anvandare;enhet;fran;till\nanna;IT;2024-01-01;\n"
        };
        Assert.Equal("befattning", First(scene, "2024-05-06T10:00:00", "anna", "K2"));
        var bound = scene with { Tickets = "anvandare;klient;fran;till;arende\nanna;K2;2024-05-06;2024-05-07;4711\n" };
        Assert.Equal("E6", First(bound, "2024-05-07T10:00:00", "anna", "K2"));
        Assert.Equal("befattning", First(bound, "2024-05-08T10:00:00", "anna", "K2"));
        Assert.Equal("befattning", First(bound, "2024-05-06T10:00:00", "anna", "K1"));
        Assert.Equal("E6", First(bound with { Tickets = "anvandare;klient;fran;till;arende\nanna;;2024-05-06;;4712\n" },
            "2025-01-01T10:00:00", "anna", "K1"));
    }

    [Fact]
    public void What_only_rank_stands_behind_is_drawn_in_a_group_of_its_own()
    {
        var scene = new LogScene
        {
            Roles = "anvandare;roll\nanna;Systemförvaltare\n",
            Staff = "anvandare;enhet;fran;till\nanna;IT;2024-01-01;\n",
        };
        var drawn = scene.Run(Row("2024-05-06T10:00:00", "anna", "K2", "1"), seed: "frö").Findings;
        Assert.Equal([(DrawnAmong.RankOnly, "K2")], drawn.Drawn.Select(d => (d.Among, d.Client)));
        Assert.Empty(drawn.Cases);
    }

    [Fact]
    public void E7_a_whole_shift_that_the_schedule_lacks_is_one_thing_to_mend_and_no_case()
    {
        string Session(params string[] clients) =>
            string.Concat(clients.Select((c, n) => Row($"2024-05-07T{7 + (2 * n):00}:00:00", "anna", c, $"{n + 1}")));
        var folded = new LogScene { Shifts = DayShifts }.Run(Session("K1", "K3", "K4")).Findings;
        Assert.Equal(3, folded.FirstMatch[6]);
        Assert.Empty(folded.Cases);
        var item = Assert.Single(folded.RegisterItems);
        Assert.Equal(("pass saknas", "anna", "Ask", "2024-05-07T07:00:00", "2024-05-07T11:00:00"),
            (item.Kind, item.User, item.Unit, item.From, item.To));

        // One client only, or all within half an hour, is no shift; and what the unit does not serve is never part of one.
        Assert.Single(new LogScene { Shifts = DayShifts }.Run(Session("K1", "K1", "K1")).Findings.Cases);
        Assert.Equal(3, new LogScene { Shifts = DayShifts }.Run(string.Concat(new[] { "K1", "K3", "K4" }.Select((c, n) =>
            Row($"2024-05-07T07:0{n}:00", "anna", c, $"{n}")))).Findings.Cases.Count);
        var mixed = new LogScene { Shifts = DayShifts }.Run(Session("K1", "K3", "K4")
            + Row("2024-05-07T11:30:00", "anna", "K2", "9")).Findings;
        Assert.Equal((3, "9"), ((int)mixed.FirstMatch[6], Assert.Single(Assert.Single(mixed.Cases).Events).Id));
    }

    [Fact]
    public void The_shift_test_can_be_switched_off_and_leaves_roles_without_a_schedule_alone()
    {
        var late = Row("2024-05-07T22:00:00", "anna", "K1", "1");
        Assert.Equal(1, new LogScene { Shifts = DayShifts }.Run(late).Findings.Unexplained);
        Assert.Equal(0, new LogScene { Shifts = DayShifts, Rules = new() { MustBeOnShift = false } }.Run(late).Findings.Unexplained);
        Assert.Equal(0, new LogScene().Run(late).Findings.Unexplained);
        var office = new LogScene
        {
            Shifts = "anvandare;enhet;start;slut\nbo;Bok;2024-05-06T07:00:00;2024-05-06T16:00:00\n",
            Roles = "anvandare;roll\nanna;Handläggare\nbo;Omsorgspersonal\n"
        }.Run(late);
        Assert.Equal(0, office.Findings.Unexplained);
        Assert.Contains(office.Warnings, w => w.Contains("Handläggare", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2024-05-06T21:00:00", "2024-05-07T07:00:00", "2024-05-07T02:30:00", true)] // over midnight
    [InlineData("2024-03-30T21:00:00", "2024-03-31T07:00:00", "2024-03-31T03:30:00", true)] // the night that lacks an hour
    [InlineData("2024-03-30T21:00:00", "2024-03-31T07:00:00", "2024-03-31T10:00:00", true)] // three hours after, by the clock of that day
    [InlineData("2024-03-30T21:00:00", "2024-03-31T07:00:00", "2024-03-31T10:00:01", false)]
    [InlineData("2024-10-26T21:00:00", "2024-10-27T07:00:00", "2024-10-27T02:30:00", true)] // the hour that comes twice
    [InlineData("2024-10-26T22:00:00", "2024-10-27T01:00:00", "2024-10-27T02:59:59", true)]
    [InlineData("2024-10-27T03:10:00", "2024-10-27T11:00:00", "2024-10-27T02:45:00", true)] // the second time it is half past two, the shift is near
    [InlineData("2024-10-26T21:00:00", "2024-10-27T07:00:00", "2024-10-27T09:59:59", true)]
    public void Night_shifts_and_both_nights_when_the_clock_is_changed(string start, string end, string at, bool onShift) =>
        Assert.Equal(onShift ? 0 : 1,
            new LogScene { Shifts = $"anvandare;enhet;start;slut\nanna;Ask;{start};{end}\n" }.Run(Row(at, "anna", "K1", "1")).Findings.Unexplained);

    [Fact]
    public void Nested_and_overlapping_shifts_and_stays_are_all_seen()
    {
        var scene = new LogScene
        {
            Staff =
                "anvandare;enhet;fran;till\nanna;Ask;2024-01-01;2024-06-30\nanna;Ask;2024-03-01;2024-12-31\nanna;Ask;2024-03-01;2024-12-31\n",
            Shifts =
                "anvandare;enhet;start;slut\nanna;Ask;2024-05-06T07:00:00;2024-05-06T20:00:00\nanna;Bok;2024-05-06T10:00:00;2024-05-06T11:00:00\nanna;Ask;2024-05-06T12:00:00;2024-05-06T13:00:00\n",
        };
        var at = new[] { "06:31", "10:30", "14:30", "22:59", "23:01" }.Select(c => $"2024-05-06T{c}:00").ToList();
        Assert.Equal(["E1", "E1", "E1", "E1", "-"], at.Select(t => First(scene, t, "anna", "K1")));
        Assert.Equal(["-", "E2", "-"], new[] { "09:00", "12:00", "15:00" }.Select(c => First(scene, $"2024-05-06T{c}:00", "anna", "K2")));
    }

    [Fact]
    public void Own_record_and_protected_identity_queue_alone_though_the_access_is_explained()
    {
        var found = new LogScene
        {
            Own = "anvandare;klient\nanna;K1\n",
            Protected = "klient;fran;till\nK2;2024-05-01;\n"
        }.Run(Row("2024-05-06T10:00:00", "anna", "K1", "1")
            + Row("2024-05-06T10:01:00", "bo", "K2", "2", "Bok")
            + Row("2024-05-06T10:02:00", "anna", "K3", "3")).Findings;
        Assert.Equal(0, found.Unexplained);
        Assert.Equal(2, found.QueueRows);
        Assert.All(found.Cases, c => Assert.Equal(CaseStrength.Strong, c.Strength));
        Assert.Equal(2, found.Flagged);
    }

    [Fact]
    public void Three_curious_users_on_one_client_within_two_days_are_one_case_and_stand_first()
    {
        var scene =
            new LogScene { Staff = "anvandare;enhet;fran;till\nanna;Ask;2024-01-01;\nc1;Ask;2024-01-01;\nc2;Ask;2024-01-01;\nc3;Ask;2024-01-01;\n" };
        var rows = Row("2024-05-06T10:00:00", "anna", "K2", "0")
            + Row("2024-05-06T10:30:00", "anna", "K2", "1")
            + Row("2024-05-08T11:00:00", "c1", "K9", "2")
            + Row("2024-05-09T11:00:00", "c2", "K9", "3")
            + Row("2024-05-10T11:00:00", "c3", "K9", "4");
        var cases = scene.Run(rows).Findings.Cases;
        Assert.Equal((CaseStrength.Strong, 3), (cases[0].Strength, cases[0].Users.Count));
        Assert.Equal(2, cases.Count);
        Assert.Equal(4, scene.Run(rows.Replace("2024-05-10", "2024-05-20", StringComparison.Ordinal)).Findings.Cases.Count);
        Assert.All(cases, c => Assert.NotEmpty(c.For));
    }

    [Fact]
    public void Rules_that_cannot_hold_are_refused_in_Swedish() =>
        Assert.Contains("mellan", Assert.Throws<Refusal>(() => new ReviewRules { MinutesAfterShift = 9999 }.Validated()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_shift_that_the_schedule_lacks_hides_neither_own_record_nor_protected_identity()
    {
        var scene = new LogScene
        {
            Staff = "anvandare;enhet;fran;till\nanna;Ask;;\n",
            Placements = "klient;enhet;fran;till\nK1;Ask;;\nK2;Ask;;\nK3;Ask;;\n",
            Protected = "klient;fran;till\nK1;;\n",
            Own = "anvandare;klient\nanna;K2\n",
            Shifts = "anvandare;enhet;start;slut\nanna;Ask;2024-03-01T08:00;2024-03-01T16:00\n"
        };
        var found = scene.Run(Row("2024-03-05T10:00:00", "anna", "K1", "1")
            + Row("2024-03-05T10:40:00", "anna", "K2", "2")
            + Row("2024-03-05T11:10:00", "anna", "K3", "3")).Findings;
        Assert.Equal((3, 3, 0, 2, 2),
            (found.FirstMatch[Explanation.Index(Explanations.UnregisteredShift)], found.Explained, found.Unexplained, found.Flagged, found.QueueRows));
        Assert.Single(found.RegisterItems, i => i.Kind == "pass saknas");
    }

    [Fact]
    public void The_unit_of_a_missing_shift_depends_neither_on_the_order_of_the_registers_nor_on_threads()
    {
        string UnitOf(string staff, int threads) => new LogScene
        {
            Staff = "anvandare;enhet;fran;till\n" + staff,
            Placements = "klient;enhet;fran;till\nK1;EA;;\nK1;EB;;\nK2;EA;;\nK2;EB;;\nK3;EA;;\nK3;EB;;\n",
            Shifts = "anvandare;enhet;start;slut\nanna;EB;2023-03-01T08:00;2023-03-01T16:00\n"
        }
            .Run(Row("2024-03-05T10:00:00", "anna", "K1", "1", "EB")
                + Row("2024-03-05T10:40:00", "anna", "K2", "2", "EB")
                + Row("2024-03-05T11:10:00", "anna", "K3", "3", "EB"),
                threads).Findings.RegisterItems.Single(i => i.Kind == "pass saknas").Unit;
        foreach (var threads in new[] { 1, 4 })
            foreach (var staff in new[] { "anna;EA;;\nanna;EB;;\n", "anna;EB;;\nanna;EA;;\n" }) Assert.Equal("EA", UnitOf(staff, threads));
    }
}
