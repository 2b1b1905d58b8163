using Vattenpass.Domain.Organisation;

namespace Vattenpass.Domain.Questions;

public enum QuestionStatus { Open = 1, Approved = 2, Sent = 3 }

/// <summary>
/// Questions that a party or an office put to the department about an item of the board's, and the answers. An answer passes the head and goes
/// to all members before the meeting; after that it stays as it was sent.
/// </summary>
public sealed class BoardQuestion : Root
{
    /// <summary>Who asks: a party or an office, not a person.</summary>
    public string Asker { get; private set; } = "";
    /// <summary>What it is about, as it stands in the heading: "Redovisning av åtgärder från fördjupade egenkontroller".</summary>
    public string Matter { get; private set; } = "";
    /// <summary>The item of the meeting, as the agenda has it: "ärende 7".</summary>
    public string Item { get; private set; } = "";
    public DateOnly Meeting { get; private set; }
    public DateOnly AnswerBy { get; private set; }
    public Guid? WriterId { get; private set; }
    public Person? Writer { get; private set; }
    public IReadOnlyList<AskedPart> Parts { get; private set; } = [];
    public QuestionStatus Status { get; private set; }
    public Guid? ApprovedById { get; private set; }
    public string ApprovedByName { get; private set; } = "";
    public DateTimeOffset? ApprovedAt { get; private set; }
    public DateOnly? SentOn { get; private set; }
    public string RegistryNumber { get; private set; } = "";
    /// <summary>How many members it went to, and how many of them by letter; null before it was sent, and for one sent before this was written down.</summary>
    public int? Members { get; private set; }
    public int? Letters { get; private set; }
    /// <summary>Measures that an answer promises.</summary>
    public IReadOnlyList<Guid> PromiseIds { get; private set; } = [];
    /// <summary>The promises in the words that the answer was approved and sent with: the measures themselves go on changing. Empty until it is approved.</summary>
    public IReadOnlyList<string> SentPromises { get; private set; } = [];

    private BoardQuestion() { }

    public BoardQuestion(Guid id, Guid boardId, QuestionContent content)
    {
        (Id, UnitId, Status) = (id, boardId, QuestionStatus.Open);
        Describe(content);
    }

    public override bool IsFinished => Status is QuestionStatus.Sent;
    public override bool BelongsTo(Guid personId) => WriterId == personId;

    /// <summary>What was asked. Answers stay with their question; one that is asked no more goes with its answer only while that is empty.</summary>
    /// <exception cref="Refusal">Something is missing, the answer is due after the meeting, or an answered question would be lost.</exception>
    public void Describe(QuestionContent content)
    {
        MustNotBeSent();
        var before = (Asker, Matter, Item, Meeting);
        Asker = Refusal.IfEmpty(content.Asker, "Skriv vilket parti eller uppdrag som frågar.", nameof(Asker));
        Matter = Refusal.IfEmpty(content.Matter, "Skriv vad frågorna gäller.", nameof(Matter));
        Refusal.If(content.Meeting is null, "Ange dagen för sammanträdet.", nameof(Meeting));
        Refusal.If(content.AnswerBy is null, "Ange när svaret ska vara klart.", nameof(AnswerBy));
        Refusal.If(content.AnswerBy >= content.Meeting, "Svaret ska vara klart dagen före sammanträdet, eller tidigare.", nameof(AnswerBy));
        List<string> asked = [.. content.Questions.Select(WithoutNumber).Where(q => q.Length > 0).Distinct()];
        Refusal.If(asked.Count == 0, "Skriv minst en fråga.", "Questions");
        var lost = Parts.FirstOrDefault(p => (p.Answer.Length > 0 || p.Figures.Count > 0) && !asked.Contains(p.Question));
        Refusal.If(lost is not null, $"Frågan ”{lost?.Question}” är besvarad. Ta bort svaret innan frågan ändras eller tas bort.", "Questions");
        var isReordered = !asked.SequenceEqual(Parts.Select(p => p.Question));
        (Item, Meeting, AnswerBy, WriterId) = (content.Item.Trim(), content.Meeting!.Value, content.AnswerBy!.Value, content.WriterId);
        Parts = [.. asked.Select(q => Parts.FirstOrDefault(p => p.Question == q) ?? new(q, "", []))];
        if (isReordered || (Asker, Matter, Item, Meeting) != before) Reopen();
    }

    /// <summary>Questions are pasted with the numbers they had; here they are numbered in their order.</summary>
    private static string WithoutNumber(string question)
    {
        var text = question.Trim();
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 1 or 2 && text.Length > digits + 1 && text[digits] is '.' or ')' && text[digits + 1] == ' ' ? text[(digits + 2)..].Trim() : text;
    }

    /// <summary>Answers one of them. An approval was of another text, and falls; the same said again changes nothing.</summary>
    public void Answer(int part, string text, IReadOnlyList<AnswerFigure> figures, Guid authorId)
    {
        MustNotBeSent();
        Refusal.If(part < 0 || part >= Parts.Count, "Frågan finns inte.");
        var (before, answer) = (Parts[part], text.Trim());
        if (before.Answer == answer && before.Figures.SequenceEqual(figures)) return;
        var after = before with { Answer = answer, Figures = figures, AuthorIds = [.. before.AuthorIds.Append(authorId).Distinct()] };
        Parts = [.. Parts.Select((p, n) => n == part ? after : p)];
        Reopen();
    }

    /// <summary>The head stands for the answers. Nobody approves what they alone have written.</summary>
    /// <param name="promises">What it promises, in the words that the head has read.</param>
    public void Approve(Guid personId, string name, DateTimeOffset at, IReadOnlyList<string> promises)
    {
        MustNotBeSent();
        Refusal.If(Status is QuestionStatus.Approved, $"Svaret är redan godkänt av {ApprovedByName}.");
        var unanswered = Parts.FirstOrDefault(p => p.Answer.Length == 0);
        Refusal.If(unanswered is not null, $"Frågan ”{unanswered?.Question}” är inte besvarad.");
        var own = Parts.FirstOrDefault(p => p.AuthorIds.Count > 0 && p.AuthorIds.All(a => a == personId));
        Refusal.If(own is not null, $"Du är den enda som har skrivit svaret på ”{own?.Question}”. Då ska någon annan godkänna det.");
        (Status, ApprovedById, ApprovedByName, ApprovedAt, SentPromises) = (QuestionStatus.Approved, personId, name, at, promises);
    }

    /// <summary>The approved answer goes to all members, and stays as it is.</summary>
    /// <exception cref="Refusal">It is not approved, has no registry number, or the day is before the approval or after today.</exception>
    /// <param name="members">The board's members on the day.</param>
    /// <param name="letters">Those of them who have an address.</param>
    public void Send(string registryNumber, DateOnly on, DateOnly today, int members, int letters)
    {
        Refusal.If(Status is QuestionStatus.Sent, $"Svaret skickades {SentOn:yyyy-MM-dd}.");
        Refusal.If(Status is not QuestionStatus.Approved, "Svaret ska vara godkänt innan det skickas.");
        Refusal.If(on > today, "Dagen ligger i framtiden.", "On");
        Refusal.If(ApprovedAt is { } approved && on < DateOnly.FromDateTime(approved.UtcDateTime), $"Svaret godkändes {ApprovedAt:yyyy-MM-dd} och kan inte ha skickats innan dess.", "On");
        RegistryNumber = Refusal.IfEmpty(registryNumber, "Skriv diarienumret, till exempel SN 2026/123.", nameof(RegistryNumber));
        (Status, SentOn, Members, Letters) = (QuestionStatus.Sent, on, members, letters);
    }

    /// <summary>What an answer says that somebody will do. It is part of the answer, so an approval falls.</summary>
    public void Promise(Guid measureId)
    {
        MustNotBeSent();
        PromiseIds = [.. PromiseIds, measureId];
        Reopen();
    }

    public bool IsLate(DateOnly today) => Status is not QuestionStatus.Sent && AnswerBy < today;
    /// <summary>Members had it before they met.</summary>
    public bool CameInTime => SentOn < Meeting;
    public int Answered => Parts.Count(p => p.Answer.Length > 0);

    public string StatusText => Status switch
    {
        QuestionStatus.Open => Answered == Parts.Count ? "väntar på godkännande" : $"{Answered} av {Parts.Count} besvarade",
        QuestionStatus.Approved => "godkänd, inte skickad",
        QuestionStatus.Sent => $"skickad {SentOn:yyyy-MM-dd}{(CameInTime ? "" : ", inte före sammanträdet")}",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Whom it went to, in a sentence; empty where nobody wrote it down.</summary>
    public string SentTo => Members is not { } members ? "" : members == 0 ? "Nämnden har inga ledamöter i Vattenpass: skicka svaret på annat sätt."
        : $"Mejlat till {(Letters == members ? (members == 1 ? "den enda ledamoten" : $"alla {members} ledamöter") : $"{Letters} av {members} ledamöter")}.{(Letters < members ? " De andra saknar e-postadress." : "")}";

    private void Reopen() => (Status, ApprovedById, ApprovedByName, ApprovedAt, SentPromises) = (QuestionStatus.Open, null, "", null, []);

    private void MustNotBeSent() => Refusal.If(Status is QuestionStatus.Sent, $"Svaret skickades {SentOn:yyyy-MM-dd} och kan inte ändras.");
}

/// <summary>One of the questions, its answer, and the figures that the answer rests on.</summary>
public sealed record AskedPart(string Question, string Answer, IReadOnlyList<AnswerFigure> Figures)
{
    /// <summary>Everybody who has written in the answer.</summary>
    public IReadOnlyList<Guid> AuthorIds { get; init; } = [];
}

/// <summary>A key figure as it was when the answer was written: its name and value, the year and the day, and its key in addresses.</summary>
/// <param name="Section">The control it belongs to.</param>
public sealed record AnswerFigure(int Year, string Key, string Section, string Name, string Text, DateOnly AsOf);

/// <summary>What is stated of questions when they come in.</summary>
public sealed record QuestionContent(string Asker, string Matter, string Item, DateOnly? Meeting, DateOnly? AnswerBy, Guid? WriterId, IReadOnlyList<string> Questions);
