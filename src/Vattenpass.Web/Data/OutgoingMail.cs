namespace Vattenpass.Web.Data;

/// <summary>
/// A mail in the outbox: neutral words and a link, never what the matter is about. OnceKey makes it once; claiming it with the
/// version token lets one instance send it. Its Id is the Message-ID, so a mail sent again after a crash is the same mail.
/// </summary>
public sealed class OutgoingMail
{
    public Guid Id { get; init; }
    public int Version { get; private set; }
    public string OnceKey { get; init; } = "";
    public Guid PersonId { get; init; }
    public string To { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Text { get; init; } = "";
    public string Html { get; init; } = "";
    public string Calendar { get; init; } = "";
    public DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Attempts { get; private set; }
    public string Problem { get; private set; } = "";

    /// <summary>Five tries, then the mail stands in the administrator's list.</summary>
    public const int MostAttempts = 5;

    public bool MayBeClaimed(DateTimeOffset at) => SentAt is null && Attempts < MostAttempts && (ClaimedUntil is null || ClaimedUntil < at);
    public void Claim(DateTimeOffset until) => (ClaimedUntil, Version, Attempts) = (until, Version + 1, Attempts + 1);
    public void Sent(DateTimeOffset at)
    {
        SentAt = at;
        ClaimedUntil = null;
        Problem = "";
        Version = Version + 1;
    }
    public void Failed(string problem, DateTimeOffset nextTry) => (Problem, ClaimedUntil, Version) = (problem, nextTry, Version + 1);
}
