using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.LogReviews;

/// <summary>
/// A role's mandate: over clients at units of these types. Over everything below the own unit it is rank, which explains nothing by itself. With
/// <see cref="OnShiftAt"/> it holds only during a shift booked at a unit of such a type (pool and night staff).
/// </summary>
public sealed record MandateRule(IReadOnlyList<string> Roles, IReadOnlyList<string> UnitTypes, IReadOnlyList<string> OnShiftAt,
    bool BelowOwnUnit = false)
{
    public string Sentence => (BelowOwnUnit, OnShiftAt.Count > 0) switch
    {
        (true, _) => $"{Names(Roles)} har ansvar för den egna enheten och allt under den. Det förklarar ingen åtkomst i sig; sådana åtkomster lottas till granskning.",
        (_, true) => $"{Names(Roles)} med pass på {Lower(OnShiftAt)} har uppdrag hos enskilda i {Lower(UnitTypes)}.",
        _ => $"{Names(Roles)} har uppdrag hos enskilda i {Lower(UnitTypes)}.",
    };

    private static string Names(IReadOnlyList<string> names) => Prose.List(names);
    private static string Lower(IReadOnlyList<string> names) => Prose.List(names.Select(Prose.Inside));
}

/// <summary>Every number and list the log control follows. Each is data, said in a sentence to whoever reviews.</summary>
public sealed record ReviewRules
{
    /// <summary>Minutes before a shift that belong to it.</summary>
    public int MinutesBeforeShift { get; init; } = 30;
    /// <summary>Minutes after a shift that belong to it, for writing late.</summary>
    public int MinutesAfterShift { get; init; } = 180;
    /// <summary>Days before a client's placement that belong to it.</summary>
    public int HandoverDaysBefore { get; init; } = 7;
    /// <summary>Days after a client's placement that belong to it.</summary>
    public int HandoverDaysAfter { get; init; } = 14;
    /// <summary>Days that either register may lag behind.</summary>
    public int RegisterLagDays { get; init; } = 14;
    /// <summary>Whether an access must also lie within some shift. Concerns working hours: off where the parties have not been told.</summary>
    public bool MustBeOnShift { get; init; } = true;
    public IReadOnlyList<MandateRule> Mandates { get; init; } = StandardMandates;
    public IReadOnlyList<string> AdministratorRoles { get; init; } = ["Systemförvaltare", "Systemadministratör"];

    /// <summary>An unregistered shift has at least so many clients of the own unit,</summary>
    public int ShiftPatternClients { get; init; } = 3;
    /// <summary>lasts at least so many minutes from first to last access,</summary>
    public int ShiftPatternMinutes { get; init; } = 60;
    /// <summary>and has no longer pause than this, in minutes.</summary>
    public int ShiftPatternPause { get; init; } = 480;
    /// <summary>A unit is the user's own when it is in the staffing, or when the user had a shift there within so many days.</summary>
    public int OwnUnitDays { get; init; } = 60;

    /// <summary>So many unexplained users on one client</summary>
    public int ManyUsers { get; init; } = 3;
    /// <summary>within so many days make one case.</summary>
    public int ManyUsersDays { get; init; } = 2;
    /// <summary>Distinct clients in one hour that are never remarkable, whatever the role's distribution.</summary>
    public int ManyClientsFloor { get; init; } = 15;
    /// <summary>Of a role's user-hours, so many per thousand are the remarkable ones.</summary>
    public int ManyClientsPerThousand { get; init; } = 1;
    /// <summary>Explained cases drawn per unit and month, and as many among users with rights in several units.</summary>
    public int DrawnPerUnitAndMonth { get; init; } = 5;

    public static readonly IReadOnlyList<MandateRule> StandardMandates =
    [
        new(["Sjuksköterska", "Distriktssköterska"], ["Hemsjukvård"], []),
        new(["Jourhandläggare", "Socialjour"], ["IFO", "Biståndsenhet"], []),
        new(["Enhetschef", "Områdeschef", "Verksamhetschef", "Förvaltningschef", "MAS", "MAR", "SAS"], [], [], BelowOwnUnit: true),
        new(["Vikarie", "Poolpersonal"], ["Hemtjänst", "Särskilt boende", "Funktionsstöd"], ["Bemanningsenhet"]),
        new(["Nattpersonal"], ["Hemtjänst", "Särskilt boende"], ["Nattenhet", "Nattpatrull"]),
    ];

    public ReviewRules Validated()
    {
        Within(MinutesBeforeShift, 0, 240, "Minuter före passet", nameof(MinutesBeforeShift));
        Within(MinutesAfterShift, 0, 720, "Minuter efter passet", nameof(MinutesAfterShift));
        Within(HandoverDaysBefore, 0, 60, "Dagar före placeringen", nameof(HandoverDaysBefore));
        Within(HandoverDaysAfter, 0, 90, "Dagar efter placeringen", nameof(HandoverDaysAfter));
        Within(RegisterLagDays, 0, 60, "Registrens eftersläpning", nameof(RegisterLagDays));
        Within(ShiftPatternClients, 2, 20, "Antal enskilda i ett oregistrerat pass", nameof(ShiftPatternClients));
        Within(ShiftPatternMinutes, 30, 720, "Längden på ett oregistrerat pass", nameof(ShiftPatternMinutes));
        Within(ShiftPatternPause, 30, 720, "Längsta pausen i ett oregistrerat pass", nameof(ShiftPatternPause));
        Within(OwnUnitDays, 0, 366, "Dagar med pass som gör en enhet till den egna", nameof(OwnUnitDays));
        Within(ManyUsers, 2, 50, "Antal användare på samma enskilda", nameof(ManyUsers));
        Within(ManyUsersDays, 0, 30, "Dagar mellan användare på samma enskilda", nameof(ManyUsersDays));
        Within(ManyClientsFloor, 2, 250, "Antal enskilda på en timme", nameof(ManyClientsFloor));
        Within(ManyClientsPerThousand, 0, 100, "Promille av timmarna", nameof(ManyClientsPerThousand));
        Within(DrawnPerUnitAndMonth, 0, 100, "Antal dragna per enhet och månad", nameof(DrawnPerUnitAndMonth));
        return this;
    }

    private static void Within(int value, int least, int most, string what, string field) =>
        Refusal.If(value < least || value > most, $"{what} ska vara mellan {least} och {most}.", field);
}
