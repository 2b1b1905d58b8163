namespace Vattenpass.Domain.AnnualCycle;

/// <summary>What a day in the board's calendar is. Deadlines are staged: performers first, then managers, then the quality developer.</summary>
public enum BoardDateKind
{
    Meeting = 1, InterimReport = 2, FullYearReport = 3, PerformerDeadline = 4, ManagerDeadline = 5,
    CoordinatorDeadline = 6, Other = 7, CommitteeMeeting = 8
}

/// <summary>A day in the board's calendar: a meeting that controls may be anchored to, a report's day, or a role's last day.</summary>
public sealed class BoardDate : Root
{
    public BoardDateKind Kind { get; private set; }
    public DateOnly Date { get; private set; }
    public string Title { get; private set; } = "";

    private BoardDate() { }

    public BoardDate(Guid id, Guid boardId, BoardDateKind kind, DateOnly date, string? title)
    {
        Refusal.If(date.Year is < 2000 or > 2100, "Skriv datumet med fyra siffror i året.", nameof(Date));
        Refusal.If(kind is BoardDateKind.Other && string.IsNullOrWhiteSpace(title), "Skriv vad dagen gäller.", nameof(Title));
        Id = id;
        UnitId = boardId;
        Kind = kind;
        Date = date;
        Title = string.IsNullOrWhiteSpace(title) ? kind.Swedish() : title.Trim();
    }
}

public static class BoardDateNames
{
    public static string Swedish(this BoardDateKind kind) => kind switch
    {
        BoardDateKind.Meeting => "Nämndens sammanträde",
        BoardDateKind.CommitteeMeeting => "Utskottets sammanträde",
        BoardDateKind.InterimReport => "Delårsuppföljning till nämnden",
        BoardDateKind.FullYearReport => "Helårsrapport till nämnden",
        BoardDateKind.PerformerDeadline => "Sista dag för den som utför",
        BoardDateKind.ManagerDeadline => "Sista dag för chefens text",
        BoardDateKind.CoordinatorDeadline => "Sista dag för sammanställning",
        BoardDateKind.Other => "Annan dag",
        _ => throw new InvalidOperationException(),
    };
}
