namespace Vattenpass.Domain.LogReviews;

/// <summary>
/// What makes an access worth a closer look. A flag ranks and explains a case; alone only <see cref="OwnRecord"/> and
/// <see cref="ProtectedIdentity"/> put an explained access in the queue.
/// </summary>
[Flags]
public enum Flags : short
{
    None = 0,
    OwnRecord = 1,
    ProtectedIdentity = 2,
    Colleague = 4,
    Former = 8,
    Closed = 16,
    OffShift = 32,
    OtherUnit = 64,
    ManyUsers = 128,
    ManyClients = 256,
    Repeated = 512,
    Unattached = 1024,
}

/// <summary>A flag as a reviewer reads it.</summary>
public sealed record Flag(Flags Kind, string Name, string Sentence)
{
    public const Flags QueueAlone = Flags.OwnRecord | Flags.ProtectedIdentity;

    public static readonly IReadOnlyList<Flag> All =
    [
        new(Flags.OwnRecord, "egen journal", "Användaren har öppnat sin egen journal."),
        new(Flags.ProtectedIdentity, "skyddade uppgifter", "Den enskilde har skyddade personuppgifter."),
        new(Flags.Colleague, "kollega", "Den enskilde är själv anställd på samma enhet."),
        new(Flags.ManyUsers, "flera användare", "Flera användare utan uppgift har öppnat samma journal inom några dagar."),
        new(Flags.Former, "tidigare enskild", "Den enskilde har lämnat användarens enhet."),
        new(Flags.Closed, "avslutad", "Den enskilde har ingen pågående insats."),
        new(Flags.Repeated, "upprepat", "Journalen har öppnats flera dagar."),
        new(Flags.OtherUnit, "annan enhet", "Åtkomsten gjordes från en enhet där användaren inte arbetar."),
        new(Flags.ManyClients, "många enskilda", "Användaren öppnade ovanligt många journaler den timmen, jämfört med andra i samma roll."),
        new(Flags.Unattached, "poolanställd utan pass",
            "Användaren är inte placerad på någon enhet med enskilda och har inget pass inlagt. Fråga den som bemannar."),
        new(Flags.OffShift, "utanför pass", "Åtkomsten ligger utanför användarens pass."),
    ];

    public static IEnumerable<Flag> In(Flags flags) => All.Where(f => flags.HasFlag(f.Kind));
}
