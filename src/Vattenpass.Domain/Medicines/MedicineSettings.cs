using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Medicines;

/// <summary>Who is told of a deviation: of which kind ("" = any), from what difference on, and only of a loss or of all.</summary>
/// <param name="From">Least size of the difference, in the preparation's unit; 0 = any.</param>
/// <param name="Titles">Titles, nearest above the store; <see cref="ResponsibleNurse"/> stands for the store's own.</param>
public sealed record DrugTellRule(string Kind, decimal From, bool OnlyLoss, IReadOnlyList<string> Titles)
{
    public const string ResponsibleNurse = "Förrådsansvarig sjuksköterska";

    /// <summary>The store's own nurse, also by the name that rules had before.</summary>
    public static bool IsResponsibleNurse(string title) =>
        title.Equals(ResponsibleNurse, StringComparison.OrdinalIgnoreCase) || title.Equals("Ansvarig sjuksköterska", StringComparison.OrdinalIgnoreCase);

    public bool Fits(string kind, decimal? difference, bool isLoss) =>
        (Kind.Length == 0 || kind.Contains(Kind, StringComparison.OrdinalIgnoreCase))
            && (!OnlyLoss || isLoss)
            && (From == 0 || Math.Abs(difference ?? 0) >= From);
}

/// <summary>A step of the feedback clock: so many days after the day feedback is due.</summary>
public sealed record FeedbackStep(string Key, int DaysAfterDue, FeedbackTo To);

public enum FeedbackTo { Investigator = 1, Mas = 2, Manager = 3, Head = 4 }

/// <summary>From the day a deviation was found until it must have been fed back in writing to MAS.</summary>
public sealed record FeedbackClock(int Weeks)
{
    public const int Usual = 4;
    private static readonly FeedbackStep[] All = [new("halva tiden", -14, FeedbackTo.Investigator),
        new("förfallen", 1, FeedbackTo.Investigator), new("förfallen, MAS", 1, FeedbackTo.Mas), new("en vecka över", 8, FeedbackTo.Manager),
        new("tre veckor över", 22, FeedbackTo.Head)];

    public DateOnly DueOn(DateOnly foundOn) => foundOn.AddDays(7 * Weeks);
    public bool IsOver(DateOnly foundOn, DateOnly today) => today > DueOn(foundOn);

    /// <summary>The steps whose day has come. A step before the deviation was found is taken at once.</summary>
    public IEnumerable<FeedbackStep> StepsOn(DateOnly foundOn, DateOnly today) =>
        All.Where(s => DueOn(foundOn).AddDays(s.DaysAfterDue) <= today);
}

/// <summary>The municipality's rules for medicine stores; one row.</summary>
public sealed class MedicineSettings : Root
{
    public int FeedbackWeeks { get; private set; } = FeedbackClock.Usual;
    /// <summary>How many months running one person may control the same store; null = no limit.</summary>
    public int? MostMonthsRunning { get; private set; }
    public IReadOnlyList<DrugTellRule> Telling { get; private set; } = UsualTelling;

    /// <summary>The title of the head of the health-care operations (HSL 4:2).</summary>
    public const string OperationsHead = "Verksamhetschef HSL";

    private static readonly IReadOnlyList<DrugTellRule> UsualTelling =
    [
        new("", 0, false, [DrugTellRule.ResponsibleNurse]),
        new(StoreFaults.Balance, 0, false, ["MAS", "Enhetschef"]),
        new(StoreFaults.Balance, 0, true, ["MAS", "Enhetschef", OperationsHead]),
    ];

    /// <summary>What holds until the municipality has set rules of its own.</summary>
    public static readonly MedicineSettings Usual = new();

    private MedicineSettings() { }

    public MedicineSettings(Guid id, Guid boardId) => (Id, UnitId, Field) = (id, boardId, Field.HealthCare);

    public FeedbackClock Clock => new(FeedbackWeeks);

    public void Change(int feedbackWeeks, int? mostMonthsRunning, IReadOnlyList<DrugTellRule> telling)
    {
        Refusal.If(feedbackWeeks is < 1 or > 26, "Återkopplingen ska ske inom 1–26 veckor.", nameof(FeedbackWeeks));
        Refusal.If(mostMonthsRunning is < 1 or > 60, "Ange 1–60 månader, eller lämna tomt för ingen gräns.", nameof(MostMonthsRunning));
        Refusal.If(telling.Count == 0 || telling.Any(t => t.Titles.Count == 0), "Skriv minst en regel, med en befattning som får veta.");
        (FeedbackWeeks, MostMonthsRunning, Telling) = (feedbackWeeks, mostMonthsRunning, telling);
    }
}

/// <summary>A question that a loss demands an answer to, who answers it, and the law behind it as it holds on a day.</summary>
public sealed record LossQuestion(string Key, string Question, string AnsweredBy, IReadOnlyList<LegalBasis> Basis)
{
    public static readonly LossQuestion LexMaria = new("lexmaria", "Är det en händelse som ska anmälas enligt lex Maria?", "MAS",
        [new("PSL 2010:659 3 kap. 5 §"), new("HSLF-FS 2017:41", new(2017, 9, 1))]);
    public static readonly LossQuestion Danger = new("fara",
        "Finns skälig anledning att befara att en legitimerad person kan utgöra en fara för patientsäkerheten?", "MAS",
        [new("PSL 2010:659 3 kap. 7 §")]);
    public static readonly LossQuestion Police = new("polis", "Görs polisanmälan?", "chefen", [new("OSL 2009:400 10 kap. 2, 20–23 och 28 §§")]);

    public string BasisOn(DateOnly day) => Prose.List(Basis.Where(b => b.HoldsOn(day)).Select(b => b.ToldAsRead()));
}
