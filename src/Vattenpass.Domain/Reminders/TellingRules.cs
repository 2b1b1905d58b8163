using Vattenpass.Domain.AnnualCycle;

namespace Vattenpass.Domain.Reminders;

/// <summary>Who a step of the ladder goes to. List: the quality developer's and the head's list of what nobody has answered.</summary>
public enum Recipient { Performer = 1, Manager = 2, AreaManager = 3, List = 4 }

/// <summary>So many days before (negative) or after an occasion is due.</summary>
public sealed record LadderStep(int DaysFromDue, Recipient To)
{
    public string Key => $"T{DaysFromDue:+0;-0;+0}";
    public override string ToString() =>
        $"{(DaysFromDue < 0 ? $"{-DaysFromDue} dagar före" : DaysFromDue == 0 ? "sista dagen" : $"{DaysFromDue} dagar efter")}: {To.Swedish()}";
}

/// <summary>A deviation of this kind or grade is told at once to those who hold these titles, beside the nearest manager.</summary>
public sealed record AtOnceRule(string What, string Titles)
{
    /// <summary>"hot och våld: Förvaltningschef, Säkerhetssamordnare".</summary>
    public static AtOnceRule Read(string line)
    {
        var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
        Refusal.If(parts.Length < 2 || parts[0].Length == 0 || Words.CommaList.Read(parts[1]).Count == 0,
            $"”{line}” ska vara ett slag eller en grad, kolon och befattningar, till exempel: hot och våld: Förvaltningschef", nameof(TellingRules.AtOnce));
        return new(parts[0], Words.CommaList.Text(Words.CommaList.Read(parts[1])));
    }

    public bool Is(string kind, string grade) => Same(What, kind) || (grade.Length > 0 && Same(What, grade));

    private static bool Same(string a, string b) => Registers.RegisterKind.Fold(a) == Registers.RegisterKind.Fold(b);

    public override string ToString() => $"{What}: {Titles}";
}

/// <summary>When the board is told of a serious deviation.</summary>
public enum BoardRule { SeriousAtOnceThroughHead = 1, OnlyInOrdinaryReport = 2 }

/// <summary>
/// How people are told, as data: the escalation ladder, the hours and months that are quiet, and the board's own rule.
/// Serious deviations wait for no quiet hours.
/// </summary>
public sealed record TellingRules(IReadOnlyList<LadderStep> Ladder, TimeOnly QuietFrom, TimeOnly QuietTo, IReadOnlyList<int> QuietMonths,
    bool WorkingDaysOnly, BoardRule Board)
{
    /// <summary>Steps older than this are not sent: a system that was off for long should not flood people when it wakes.</summary>
    public const int OldestStep = 14;

    public static readonly TellingRules Default = new(
        [new(-7, Recipient.Performer), new(0, Recipient.Performer), new(3, Recipient.Manager), new(10, Recipient.AreaManager),
            new(20, Recipient.List)],
        new(18, 0), new(7, 0), [], WorkingDaysOnly: false, BoardRule.SeriousAtOnceThroughHead);

    /// <summary>Kinds and grades of deviations that more than the serious ones are told of at once, and to whom.</summary>
    public IReadOnlyList<AtOnceRule> AtOnce { get; init; } = [];

    public TellingRules Checked()
    {
        Refusal.If(Ladder.Count == 0, "Trappan behöver minst ett steg.", nameof(Ladder));
        Refusal.If(Ladder.Any(s => s.DaysFromDue is < -60 or > 120), "Ett steg ligger utanför 60 dagar före till 120 dagar efter.", nameof(Ladder));
        Refusal.If(Ladder.Select(s => s.DaysFromDue).Distinct().Count() < Ladder.Count, "Två steg har samma dag. Ta bort ett av dem.", nameof(Ladder));
        Refusal.If(QuietMonths.Any(m => m is < 1 or > 12) || QuietMonths.Distinct().Count() == 12,
            "Månader utan påminnelser anges 1–12, och någon månad måste vara kvar.", nameof(QuietMonths));
        return this with { Ladder = [.. Ladder.OrderBy(s => s.DaysFromDue)], QuietMonths = [.. QuietMonths.Distinct().Order()] };
    }

    /// <summary>The day a step is taken: its own day, not before the occasion opens, moved past quiet months and days.</summary>
    public DateOnly DayOf(LadderStep step, DateOnly opens, DateOnly due)
    {
        var day = due.AddDays(step.DaysFromDue);
        if (day < opens) day = opens;
        while (!MayTellOn(day)) day = day.AddDays(1);
        return day;
    }

    public bool MayTellOn(DateOnly day) =>
        !QuietMonths.Contains(day.Month) && !(WorkingDaysOnly && SwedishHolidays.NotWorkingBecause(day) is not null);

    /// <summary>Quiet hours run over midnight when they begin later than they end.</summary>
    public bool IsQuiet(TimeOnly time) => QuietFrom <= QuietTo ? time >= QuietFrom && time < QuietTo : time >= QuietFrom || time < QuietTo;

    /// <summary>The steps that are due, oldest first: their day has come, and is not long past.</summary>
    public IEnumerable<LadderStep> DueOn(DateOnly today, DateOnly opens, DateOnly due) =>
        Ladder.Where(s => DayOf(s, opens, due) is var day && day <= today && day >= today.AddDays(-OldestStep));
}

/// <summary>The municipality's rules for telling people; one row.</summary>
public sealed class TellingSettings : Root
{
    public TellingRules Rules { get; private set; } = TellingRules.Default;

    private TellingSettings() { }
    public TellingSettings(Guid id, Guid boardId) => (Id, UnitId) = (id, boardId);

    public void Change(TellingRules rules) => Rules = rules.Checked();
}

public static class RecipientNames
{
    public static string Swedish(this Recipient recipient) => recipient switch
    {
        Recipient.Performer => "den som utför",
        Recipient.Manager => "närmaste chef",
        Recipient.AreaManager => "områdeschefen",
        Recipient.List => "utvecklingsledarens och förvaltningschefens lista",
        _ => throw new InvalidOperationException(),
    };
}
