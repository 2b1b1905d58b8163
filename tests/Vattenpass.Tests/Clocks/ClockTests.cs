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
    [InlineData(null, "förlängd till 2026-06-15, beslutsdag uppgift saknas", false)]
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
        var rule = StatutoryClock.For(type)!.On(Day(start)!.Value);
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
        Assert.Equal("SoL 2001:453 11 kap. 2 §", Investigation.On(new(2025, 6, 30)).Reference);
        Assert.Equal("SoL 2025:400 20 kap. 3 §", Investigation.On(new(2025, 7, 1)).Reference);
        Assert.Equal([ClockNature.Consideration, ClockNature.Consideration, ClockNature.Reconsideration],
            new[] { "övervägande", "övervägande LVU 2 §", "omprövning LVU 3 §" }.Select(t => StatutoryClock.For(t)!.On(new(2026, 1, 1)).Nature));
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
        Assert.Contains("3 ärenden pågick under kvartalet; 2 gick över tiden. För de 2 som blev klara var mediantiden 120 dagar och den längsta 151 dagar.",
            text, StringComparison.Ordinal);
        Assert.Contains("Orsaker: väntar på utlåtande (1) och uppgift saknas (1).", text, StringComparison.Ordinal);
        Assert.Contains("1 beslut ska rapporteras till IVO och revisorerna; inget är verkställt.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HEMLIGT", System.Text.Json.JsonSerializer.Serialize(document), StringComparison.Ordinal);
    }
}
