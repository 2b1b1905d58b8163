using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;

namespace Vattenpass.Tests.Clocks;

public sealed class ClockTests
{
    private static readonly StatutoryClock Investigation = StatutoryClock.For("utredning")!;
    private static ClockReading Read(StatutoryClock clock, string start, string? ended, string? extended, string? decided, string asOf) =>
        new("Ä1", clock, Day(start)!.Value, Day(ended), Day(extended), Day(decided), "", Day(asOf)!.Value);
    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd");

    [Theory]
    [InlineData("2025-10-31", "2026-02-28")]
    [InlineData("2023-10-31", "2024-02-29")]
    [InlineData("2026-01-15", "2026-05-15")]
    public void Four_months_end_on_the_same_day_number_clamped(string start, string last) =>
        Assert.Equal(Day(last), Investigation.LastDay(Day(start)!.Value, null));

    [Fact]
    public void The_weekend_is_shown_beside_and_never_counted()
    {
        var reading = Read(StatutoryClock.For("förhandsbedömning")!, "2026-06-05", null, null, null, "2026-06-20");
        Assert.Equal((Day("2026-06-19"), Day("2026-06-22"), ClockState.Late), (reading.LastDay, reading.RolledDay, reading.State));
    }

    [Theory]
    [InlineData("2026-05-10", "giltigt förlängd till 2026-06-15 (särskilda skäl)", false)]
    [InlineData("2026-05-16", "förlängd till 2026-06-15, men beslutad för sent (2026-05-16)", true)]
    [InlineData(null, "förlängd till 2026-06-15; beslutsdag saknas, räknas tills vidare som giltig", false)]
    public void An_extension_is_valid_only_when_decided_in_time(string? decided, string text, bool tooLate)
    {
        var reading = Read(Investigation, "2026-01-15", null, "2026-06-15", decided, "2026-06-01");
        Assert.Equal((text, tooLate), (reading.ExtensionText, reading.ExtensionDecidedTooLate));
    }

    [Fact]
    public void Only_what_may_be_extended_is() =>
        Assert.Equal(Day("2026-07-15"),
            Read(StatutoryClock.For("övervägande")!, "2026-01-15", null, "2026-09-01", null, "2026-06-01").LastDay);

    /// <summary>Each rule by the day the case's period began, with its length, what is asked and where it stands.</summary>
    [Theory]
    [InlineData("umgänge", "2026-01-01", 0, 3, ClockNature.Consideration, "LVU 1990:52 14 § tredje stycket")]
    [InlineData("flyttningsförbud", "2026-01-01", 0, 3, ClockNature.Consideration, "LVU 1990:52 26 §")]
    [InlineData("uppföljning utan insats", "2025-06-30", 0, 2, ClockNature.Investigation, "SoL 2001:453 11 kap. 4 c §")]
    [InlineData("uppföljning utan insats", "2025-07-01", 0, 6, ClockNature.Investigation, "SoL 2025:400 23 kap. 5 §")]
    [InlineData("vårdnadsöverflyttning", "2022-06-30", 0, 36, ClockNature.Consideration, "SoL 2001:453 6 kap. 8 §")]
    [InlineData("vårdnadsöverflyttning", "2022-07-01", 0, 24, ClockNature.Consideration, "SoL 2001:453 6 kap. 8 b §")]
    [InlineData("vårdnadsöverflyttning", "2025-07-01", 0, 24, ClockNature.Consideration, "SoL 2025:400 22 kap. 14 § och LVU 1990:52 13 c §")]
    [InlineData("vårdnadsöverflyttning, därefter", "2025-07-01", 0, 12, ClockNature.Consideration, "SoL 2025:400 22 kap. 14 § och LVU 1990:52 13 c §")]
    [InlineData("LVU 22 §", "2026-01-01", 0, 6, ClockNature.Reconsideration, "LVU 1990:52 22 §")]
    [InlineData("LVU 29 §", "2026-01-01", 14, 0, ClockNature.Investigation, "LVU 1990:52 29 §")]
    [InlineData("LVU 31 c §", "2026-01-01", 0, 6, ClockNature.Reconsideration, "LVU 1990:52 31 c §")]
    public void The_rule_is_the_one_of_the_day_the_period_began(string type, string start, int days, int months, ClockNature nature, string reference)
    {
        var rule = StatutoryClock.For(type)!.On(Day(start)!.Value)!;
        Assert.Equal((days, months, nature, reference), (rule.Days, rule.Months, rule.Nature, rule.Reference));
    }

    [Theory]
    [InlineData("2026-06-10", "2026-07-10")]
    [InlineData("2026-06-20", "2026-06-15")]
    [InlineData(null, "2026-06-15")]
    public void A_preliminary_assessment_is_extended_only_when_it_is_known_to_be_lawful(string? decided, string last) =>
        Assert.Equal(Day(last), Read(StatutoryClock.For("förhandsbedömning")!, "2026-06-01", null, "2026-07-10", decided, "2026-06-20").LastDay);

    [Fact]
    public void The_law_shown_is_the_one_valid_then()
    {
        Assert.Equal("SoL 2001:453 11 kap. 2 §", Investigation.On(new(2025, 6, 30))!.Reference);
        Assert.Equal("SoL 2025:400 20 kap. 3 §", Investigation.On(new(2025, 7, 1))!.Reference);
        Assert.Equal([ClockNature.Consideration, ClockNature.Consideration, ClockNature.Reconsideration],
            new[] { "övervägande", "övervägande LVU 2 §", "omprövning LVU 3 §" }.Select(t => StatutoryClock.For(t)!.On(new(2026, 1, 1))!.Nature));
    }

    [Fact]
    public void The_quarterly_report_counts_time_causes_and_unexecuted_decisions_and_names_no_case()
    {
        ClockReading[] readings =
        [
            Read(Investigation, "2026-01-10", "2026-04-10", null, null, "2026-06-30") with { Case = "HEMLIGT-1" },
            Read(Investigation, "2025-12-01", "2026-05-01", null, null,
                "2026-06-30") with { Case = "HEMLIGT-2", Cause = "väntar på utlåtande" },
            Read(Investigation, "2026-02-01", null, null, null, "2026-06-30") with { Case = "HEMLIGT-3" },
        ];
        DecisionFact[] decisions = [new("HEMLIGT-4", "särskilt boende", new(2026, 1, 5), null, null, null, null, "saknar plats"),
            new("HEMLIGT-5", "kontaktperson", new(2026, 1, 5), new(2026, 2, 1), null, null, null, "")];
        var document = ClockReport.Compose("Socialnämnden", Period.Quarter(2026, 2), readings, decisions, new(2026, 6, 30));
        var text = string.Join('\n', document.Blocks.OfType<TextBlock>().Select(b => b.Text));
        Assert.Contains("Tre ärenden pågick under kvartalet; två gick över tiden. För de två som blev klara var mediantiden 120 dagar och den längsta tiden 151 dagar.",
            text, StringComparison.Ordinal);
        Assert.Contains("Orsaker: väntar på utlåtande (1) och uppgift saknas (1).", text, StringComparison.Ordinal);
        Assert.Contains("Ett beslut ska rapporteras till IVO och revisorerna; inget är verkställt.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HEMLIGT", System.Text.Json.JsonSerializer.Serialize(document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_that_knows_two_rules_tells_each_of_its_cases()
    {
        var followUp = StatutoryClock.For("uppföljning utan insats")!;
        var document = ClockReport.Compose("Socialnämnden", Period.Quarter(2025, 3),
            [Read(followUp, "2025-06-01", null, null, null, "2025-09-30"), Read(followUp, "2025-07-01", null, null, null, "2025-09-30")], null, new(2025, 9, 30), 2);
        var text = string.Join('\n', document.Blocks.OfType<TextBlock>().Select(b => b.Text));
        Assert.Contains("Frist: 2 månader (handläggning; SoL 2001:453 11 kap. 4 c §). Ett ärende pågick under kvartalet; ett gick över tiden.", text, StringComparison.Ordinal);
        Assert.Contains("Frist: 6 månader (handläggning; SoL 2025:400 23 kap. 5 §). Ett ärende pågick under kvartalet; inget gick över tiden.", text, StringComparison.Ordinal);
        Assert.Contains("Två ärenden i registret har en typ som programmet saknar tidsfrist för", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_there_was_a_limit_there_is_none() =>
        Assert.Equal((false, true), (StatutoryClock.For("uppföljning efter vård LVU 21 c §", new(2022, 6, 30)) is not null,
            StatutoryClock.For("uppföljning efter vård LVU 21 c §", new(2022, 7, 1)) is not null));

    private static DecisionFact Decision(string id, string decided, string? executed = null, string sex = "", string kind = "kontaktperson", string statute = "LSS 9 § 4",
        string? interrupted = null, string? ended = null) =>
        new(id, kind, Day(decided)!.Value, Day(executed), Day(interrupted), Day(ended), null, "saknar uppdragstagare") { Sex = sex, Statute = statute };

    private static string Told(UnexecutedReceiver to, params DecisionFact[] decisions) => string.Join('\n',
        UnexecutedReport.Compose("Socialnämnden", Period.Quarter(2026, 2), decisions, new(2026, 6, 30), to).Blocks.Select(b => b switch
        {
            TextBlock text => text.Text,
            TableBlock table => string.Join('\n', table.Rows.Select(r => string.Join("; ", r))),
            _ => "",
        }));

    [Fact]
    public void IVO_is_told_each_decision_and_the_day_it_was_carried_out()
    {
        DecisionFact[] decisions = [Decision("B1", "2026-01-15", "2026-05-20", "kvinna"), Decision("B2", "2026-02-01"), Decision("B3", "2026-05-15"),
            Decision("B4", "2026-01-10", "2026-02-10"), Decision("B5", "2025-06-01", "2026-01-05", interrupted: "2026-02-10"), Decision("B6", "2025-11-01", ended: "2026-01-20")];
        var ivo = Told(UnexecutedReceiver.Ivo, decisions);
        Assert.Contains("B1; LSS 9 § 4; kontaktperson; kvinna; 2026-01-15; ; 2026-05-20; saknar uppdragstagare", ivo, StringComparison.Ordinal);
        Assert.Contains("B2; LSS 9 § 4; kontaktperson; uppgift saknas; 2026-02-01; ; ; saknar", ivo, StringComparison.Ordinal);
        Assert.Contains("B5; LSS 9 § 4; kontaktperson; uppgift saknas; 2025-06-01; 2026-02-10; ; saknar", ivo, StringComparison.Ordinal);
        foreach (var other in new[] { "B3", "B4", "B6" }) Assert.DoesNotContain(other, ivo, StringComparison.Ordinal);
        Assert.Equal(2, ivo.Split("2026-05-20").Length - 1);
    }

    [Fact]
    public void The_auditors_get_the_same_without_the_number_that_points_out_the_case()
    {
        var auditors = Told(UnexecutedReceiver.Auditors, Decision("HEMLIGT-1", "2026-01-15"));
        Assert.Contains("1; LSS 9 § 4; kontaktperson", auditors, StringComparison.Ordinal);
        Assert.DoesNotContain("HEMLIGT", auditors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_council_gets_numbers_and_no_few_of_one_sex()
    {
        DecisionFact[] Of(int women, int men) => [.. Enumerable.Range(0, women).Select(n => Decision($"K{n}", "2026-01-15", sex: "Kvinna")),
            .. Enumerable.Range(0, men).Select(n => Decision($"M{n}", "2026-01-15", sex: "man", kind: "särskilt boende", statute: "SoL 11 kap. 1 §"))];
        var few = Told(UnexecutedReceiver.Council, Of(7, 2));
        Assert.Contains("Nio beslut verkställdes inte inom tre månader; inget är verkställt. Fördelningen på kvinnor och män visas inte", few, StringComparison.Ordinal);
        Assert.Contains("LSS 9 § 4; kontaktperson; 7; 0; 166", few, StringComparison.Ordinal);
        Assert.Contains("Av besluten gäller 7 kvinnor och 5 män.", Told(UnexecutedReceiver.Council, Of(7, 5)), StringComparison.Ordinal);
        Assert.Contains("Registret har ingen uppgift om kön.", Told(UnexecutedReceiver.Council, Decision("B", "2026-01-15")), StringComparison.Ordinal);
    }
}
