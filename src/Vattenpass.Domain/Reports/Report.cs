using System.Text.Json;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Reports;

public enum ReportKind { FullYear = 1, Interim = 2 }
public enum ReportStatus { Draft = 1, Signed = 2, Sent = 3 }

/// <summary>The document head, as the municipality's own template has it.</summary>
public sealed record ReportHead(
    string DocumentType, string QualityArea, string AppliesTo, string Responsible, string Process, string LinkedDocument,
    string PreparedBy, string ReportedTo, DateOnly? CheckedOn, string Place, string SignatoryTitle)
{
    /// <summary>What is reported in another document, and where: quality work, the annual accounts. Empty when nothing is.</summary>
    public string Elsewhere { get; init; } = "";

    public static readonly ReportHead Usual =
        new("Rapport", "Uppföljning, utvärdering, egenkontroll och erfarenhetsåterföring", "Socialförvaltningen",
            "Förvaltningschef", "Internkontroll", "Internkontrollplan", "", "Förvaltningschef", null, "", "Förvaltningschef");
}

/// <summary>
/// A follow-up report. Until the head signs, its figures are live; signing freezes text, figures, row identities and hashes
/// and stores the bytes of every format. After that it can only be registered and sent.
/// </summary>
public sealed class Report : Root
{
    private readonly List<ReportSection> sections = [];
    private readonly List<ReportFile> files = [];

    public Guid PlanId { get; private set; }
    public int Year { get; private set; }
    public ReportKind Kind { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public int Number { get; private set; } = 1;
    public ReportStatus Status { get; private set; }
    public ReportHead Head { get; private set; } = ReportHead.Usual;
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }
    public Guid? SignedById { get; private set; }
    public string SignedByName { get; private set; } = "";
    public string Frozen { get; private set; } = "";
    public string FrozenSha256 { get; private set; } = "";
    /// <summary>The rows behind each figure at signing, as JSON: row set → ids.</summary>
    public string FrozenRows { get; private set; } = "";

    /// <summary>The rows behind a figure as they were when it was signed; null where it shows no such figure.</summary>
    public IReadOnlyList<string>? RowsBehind(string figure) =>
        JsonSerializer.Deserialize<Dictionary<string, List<string>>>(FrozenRows)?.GetValueOrDefault(figure);
    public string RegistryNumber { get; private set; } = "";
    public DateOnly? SentOn { get; private set; }
    public BoardDecision? Decision { get; private set; }
    public ExecutiveReceipt? Receipt { get; private set; }
    public ExecutiveJudgement? Judgement { get; private set; }
    public IReadOnlyList<ReportSection> Sections => sections;
    public IReadOnlyList<ReportFile> Files => files;

    private Report() { }

    public Report(Guid id, Guid planId, Guid boardId, int year, ReportKind kind, Period period, int number, ReportHead head, DateTimeOffset at)
    {
        Id = id;
        PlanId = planId;
        UnitId = boardId;
        Year = year;
        Kind = kind;
        From = period.From;
        To = period.To;
        Number = number;
        Head = head;
        StartedAt = at;
        Status = ReportStatus.Draft;
    }

    public Period Period => Kind is ReportKind.FullYear ? Period.Year(Year) : new($"{Year}-{From.Month:00}", From, To);
    /// <summary>The period inside a sentence: "2024", or "januari–augusti 2024".</summary>
    public string PeriodPhrase =>
        Kind is ReportKind.FullYear ? $"{Year}" : $"{Period.SwedishMonths[From.Month - 1]}–{Period.SwedishMonths[To.Month - 1]} {Year}";
    public string PeriodText => Kind is ReportKind.FullYear ? $"Helår {Year}" : $"Delår {Year}, {From:yyyy-MM-dd}–{To:yyyy-MM-dd}";
    public string Title =>
        Kind is ReportKind.FullYear ? $"Internkontroll {Year}, rapport för helår" : $"Uppföljning av internkontroll, delår {Year}";
    public bool IsPublished => Status is ReportStatus.Sent;

    public string StatusText => Status switch
    {
        ReportStatus.Draft => "utkast",
        ReportStatus.Signed => "signerad",
        ReportStatus.Sent when Decision is { } decision => Prose.Inside(decision.Kind.Swedish()),
        ReportStatus.Sent => "skickad till nämnden",
        _ => throw new InvalidOperationException(),
    };

    public void Describe(ReportHead head)
    {
        MustBeDraft();
        Refusal.If(head.CheckedOn is { } day && day < To, $"Kontrollen kan inte vara utförd före periodens slut, {To:yyyy-MM-dd}.",
            nameof(head.CheckedOn));
        Head = head;
    }

    public ReportSection Section(string key) => sections.FirstOrDefault(s => s.Key == key) ?? new ReportSection(Guid.Empty, this, key);

    public void Write(Guid id, string key, string ownText, string measuresTaken, string proposals)
    {
        MustBeDraft();
        var section = sections.FirstOrDefault(s => s.Key == key);
        if (section is null) sections.Add(section = new(id, this, key));
        section.Set(ownText, measuresTaken, proposals);
    }

    public void Sign(string frozen, string sha256, string frozenRows, IEnumerable<ReportFile> stored, Guid signerId, string signerName,
        DateTimeOffset at, DateOnly today)
    {
        MustBeDraft();
        Refusal.If(today <= To, $"Perioden är inte slut. Rapporten kan signeras från {To.AddDays(1):yyyy-MM-dd}.");
        Refusal.If(Head.CheckedOn is null, "Ange i dokumenthuvudet när kontrollen var utförd.");
        Refusal.If(string.IsNullOrWhiteSpace(Head.Place), "Skriv ort i dokumenthuvudet innan rapporten signeras.");
        Frozen = frozen;
        FrozenSha256 = sha256;
        FrozenRows = frozenRows;
        SignedById = signerId;
        SignedByName = signerName;
        SignedAt = at;
        Status = ReportStatus.Signed;
        files.AddRange(stored);
    }

    public void Send(string registryNumber, DateOnly on)
    {
        Refusal.If(Status is ReportStatus.Draft, "Rapporten ska vara signerad innan den skickas.");
        Refusal.If(Status is ReportStatus.Sent, $"Rapporten skickades {SentOn:yyyy-MM-dd}.");
        RegistryNumber = Refusal.IfEmpty(registryNumber, "Skriv diarienumret, till exempel SN 2026/123.", nameof(RegistryNumber));
        (SentOn, Status) = (on, ReportStatus.Sent);
    }

    /// <summary>What the board decided. A report that is returned stays as it was sent; what is asked for comes in a new version.</summary>
    /// <exception cref="Refusal">It has not been sent, is decided already, or the day lies before it was sent.</exception>
    public void Decide(BoardDecision decision, DateOnly today)
    {
        Refusal.If(Status is not ReportStatus.Sent, "Rapporten ska vara skickad till nämnden innan nämnden beslutar om den.");
        Refusal.If(Judgement is not null, "Kommunstyrelsen har redan bedömt rapporten. Ta bort bedömningen först, om beslutet är fel antecknat.");
        Refusal.If(Receipt is not null && decision.Kind is not DecisionKind.ApprovedAndForwarded, "Kommunstyrelsen har tagit emot rapporten. Ta bort kvittensen först, om beslutet är fel antecknat.");
        Refusal.If(decision.On < SentOn, $"Nämnden kan inte ha beslutat före {SentOn:yyyy-MM-dd}, när rapporten skickades.", nameof(BoardDecision.On));
        Refusal.If(decision.On > today, "Dagen ligger i framtiden.", nameof(BoardDecision.On));
        Decision = decision;
    }

    /// <summary>The executive board says that it has it.</summary>
    /// <exception cref="Refusal">The board has not handed it on, a number or day is missing, or the day lies before it did.</exception>
    public void Receive(string registryNumber, DateOnly? on, DateOnly today)
    {
        MustBeForwarded();
        Refusal.If(on is null, "Ange vilken dag kommunstyrelsen tog emot rapporten.", nameof(ExecutiveReceipt.On));
        Refusal.If(on < Decision!.On, $"Kommunstyrelsen kan inte ha tagit emot rapporten före nämndens beslut {Decision.On:yyyy-MM-dd}.", nameof(ExecutiveReceipt.On));
        Refusal.If(on > today, "Dagen ligger i framtiden.", nameof(ExecutiveReceipt.On));
        Receipt = new(on!.Value, Refusal.IfEmpty(registryNumber, "Skriv kommunstyrelsens diarienummer, till exempel KS 2026/45.", nameof(RegistryNumber)));
    }

    /// <summary>A receipt that was written down on the wrong report; the trail keeps it.</summary>
    public void WithdrawReceipt()
    {
        Refusal.If(Receipt is null, "Det finns ingen kvittens att ta bort.");
        Refusal.If(Judgement is not null, "Kommunstyrelsen har bedömt rapporten. Ta bort bedömningen först.");
        Receipt = null;
    }

    private void MustBeForwarded() =>
        Refusal.If(Decision is not { Kind: DecisionKind.ApprovedAndForwarded }, "Nämnden har inte överlämnat rapporten till kommunstyrelsen.");

    /// <exception cref="Refusal">The board has not handed it on, or the day lies before it did.</exception>
    public void Judge(ExecutiveJudgement judgement, DateOnly today)
    {
        MustBeForwarded();
        Refusal.If(judgement.On < Decision!.On, $"Kommunstyrelsen kan inte ha bedömt rapporten före nämndens beslut {Decision.On:yyyy-MM-dd}.", nameof(ExecutiveJudgement.On));
        Refusal.If(judgement.On > today, "Dagen ligger i framtiden.", nameof(ExecutiveJudgement.On));
        Judgement = judgement;
    }

    /// <summary>A judgement that was written down on the wrong report; the trail keeps it.</summary>
    public void WithdrawJudgement()
    {
        Refusal.If(Judgement is null, "Det finns ingen bedömning att ta bort.");
        Judgement = null;
    }

    private void MustBeDraft() =>
        Refusal.If(Status is not ReportStatus.Draft, $"Rapporten är {StatusText} och kan inte ändras. Börja en ny version.");
}

/// <summary>What people write around the figures of one control item. Key "" is the introduction.</summary>
public sealed class ReportSection : Part
{
    public Report Report { get; private set; } = null!;
    public string Key { get; private set; } = "";
    public string OwnText { get; private set; } = "";
    public string MeasuresTaken { get; private set; } = "";
    public string Proposals { get; private set; } = "";
    public override Root? Whole => Report;

    private ReportSection() { }
    internal ReportSection(Guid id, Report report, string key) => (Id, Report, Key) = (id, report, key);
    internal void Set(string ownText, string measuresTaken, string proposals) =>
        (OwnText, MeasuresTaken, Proposals) = (ownText.Trim(), measuresTaken.Trim(), proposals.Trim());
}

/// <summary>The bytes of a signed report in one format, with their hash.</summary>
public sealed class ReportFile : Part
{
    public Report Report { get; private set; } = null!;
    public string Format { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];
    public string Sha256 { get; private set; } = "";
    public override Root? Whole => Report;

    private ReportFile() { }
    public ReportFile(Guid id, Report report, string format, byte[] bytes, string sha256)
    {
        Id = id;
        Report = report;
        Format = format;
        Bytes = bytes;
        Sha256 = sha256;
    }
}
