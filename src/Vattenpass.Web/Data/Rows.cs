using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Questions;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Reviews;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Samples;

namespace Vattenpass.Web.Data;

/// <summary>What is to be known of a stored type besides what it is.</summary>
/// <param name="Name">What the trail calls it.</param>
/// <param name="Thing">The row of the permission table it is judged by; null for a part, which is judged by its root.</param>
/// <param name="Forgotten">Members that the trail tells were changed and never copies: they must be gone when their time is up.</param>
/// <param name="Secret">Members that the trail names and never tells.</param>
/// <param name="HandedOver">Members that say whose it is to do, as long as it is not done: whoever leaves is nowhere left in them. Other persons on a row are who did something.</param>
public sealed record StoredType(Type Type, string Name, Thing? Thing, IReadOnlyList<string> Forgotten, IReadOnlyList<string> Secret,
    IReadOnlyList<string> HandedOver);

/// <summary>One line per stored type.</summary>
public static class Rows
{
    public static readonly IReadOnlyList<StoredType> All =
    [
        Root<Unit>("enhet", Thing.People),
        Part<UnitVersion>("enhetens namn och plats"),
        Root<Person>("person", Thing.People),
        Root<Title>("befattning", Thing.People),
        Root<Assignment>("uppdrag", Thing.People) with { HandedOver = [nameof(Assignment.PersonId)] },
        Root<Account>("konto", Thing.People) with { Secret = [nameof(Account.PasswordHash), nameof(Account.SecurityStamp), nameof(Account.ResetSha256), nameof(Account.FormerHashes)] },
        Root<Absence>("frånvaro", Thing.Mine) with { HandedOver = [nameof(Absence.PersonId), nameof(Absence.SubstituteId)] },
        Root<CalendarFeed>("kalenderadress", Thing.Mine) with { HandedOver = [nameof(CalendarFeed.PersonId)] },
        Root<Plan>("plan", Thing.Plans),
        Part<PlanChange>("ändring av plan"),
        Root<RiskProposal>("föreslagen risk", Thing.Proposals),
        Part<Risk>("risk") with { HandedOver = [nameof(Risk.OwnerId)] },
        Part<Control>("kontroll i planen"),
        Root<PlanFile>("inläst plan", Thing.Plans),
        Root<PlanProfile>("planprofil", Thing.Plans),
        Root<Routine>("rutin", Thing.Plans) with { HandedOver = [nameof(Routine.OwnerId)] },
        Root<RoutineFinding>("avvikelse från rutin", Thing.Deviations),
        Root<Review>("granskning", Thing.Plans),
        Part<Finding>("brist i granskning"),
        Root<Envelope>("medel till åtgärder", Thing.Plans),
        Part<Allocation>("post i medlen"),
        Root<FormVersion>("formulär", Thing.Plans),
        Root<LibraryItem>("mall i biblioteket", Thing.Plans),
        Root<BoardDate>("dag i nämndens kalender", Thing.Plans),
        Root<LocalRule>("lokal regel", Thing.Plans),
        Root<PermissionRules>("regler för befattning och roll", Thing.Plans),
        Root<GradeScale>("grader för avvikelser", Thing.Plans),
        Root<TellingSettings>("regler för påminnelser", Thing.Plans),
        Root<Reminder>("påminnelse", Thing.Plans),
        Root<Occasion>("kontrolltillfälle", Thing.Occasions) with { HandedOver = [nameof(Occasion.ResponsibleId),
            nameof(Occasion.HandedToId)] },
        Part<Outcome>("utfall"),
        Part<Check>("kontrollerat föremål"),
        Root<Sample>("stickprov", Thing.Samples),
        Root<Deviation>("avvikelse", Thing.Deviations) with { HandedOver = [nameof(Deviation.InvestigatorId)] },
        Part<DeviationMessage>("meddelande om avvikelse"),
        Part<Matter>("ärende om avvikelse"),
        Part<DrugMatter>("läkemedelsärende"),
        Part<Recount>("omräkning"),
        Root<Measure>("åtgärd", Thing.Measures) with { HandedOver = [nameof(Measure.OwnerId), nameof(Measure.ReportingOfficerId)] },
        Part<MeasureComment>("uppföljning"),
        Part<MeasureOwner>("medansvarig för åtgärd") with { HandedOver = [nameof(MeasureOwner.PersonId)] },
        Root<EffectControl>("effektkontroll", Thing.Measures) with { HandedOver = [nameof(EffectControl.PerformerId)] },
        Root<RegisterRow>("registerrad", Thing.Registers),
        Root<RegisterImport>("inläsning", Thing.Registers),
        Root<RegisterDefinition>("eget register", Thing.Registers),
        Root<ColumnProfile>("kolumnprofil", Thing.Registers),
        Root<MedicineStore>("läkemedelsförråd", Thing.Medicines),
        Part<StoreLine>("preparat i förråd"),
        Part<StoreDuty>("uppdrag i förråd") with { HandedOver = [nameof(StoreDuty.PersonId)] },
        Part<Delivery>("leverans"),
        Part<Disposal>("kassation"),
        Root<MedicineSettings>("regler för läkemedel", Thing.Medicines),
        Part<StoreCount>("räkning av förråd"),
        Part<CountedLine>("räknat preparat"),
        Part<DeliveryTick>("avprickad leverans"),
        Root<LogImport>("åtkomstlogg", Thing.LogReviews) with { Forgotten = [nameof(LogImport.Counts), nameof(LogImport.RegisterItems),
            nameof(LogImport.Selections), nameof(LogImport.OnlyUser)] },
        Root<LogCase>("loggfall", Thing.LogReviews) with { Forgotten = OfCase, HandedOver = [nameof(LogCase.ReviewerId)] },
        Part<LogCaseOpening>("öppnat loggfall"),
        Root<LogSettings>("regler för loggkontroll", Thing.Plans),
        Root<BoardQuestion>("nämndens frågor", Thing.Reports) with { HandedOver = [nameof(BoardQuestion.WriterId)] },
        Root<Report>("rapport", Thing.Reports),
        Part<ReportSection>("avsnitt i rapport"),
        Part<ReportFile>("rapportfil"),
    ];

    private static readonly Dictionary<Type, StoredType> ByType = All.ToDictionary(s => s.Type);
    private static readonly Dictionary<string, StoredType> ByTypeName = All.ToDictionary(s => s.Type.Name);

    private static string[] OfCase =>
    [
        nameof(LogCase.Accesses), nameof(LogCase.Users), nameof(LogCase.Client), nameof(LogCase.For), nameof(LogCase.Against),
        nameof(LogCase.Answer),
        nameof(LogCase.Answers), nameof(LogCase.VerdictReason),
    ];

    public static StoredType Of(Type type) =>
        ByType.GetValueOrDefault(type) ?? throw new InvalidOperationException($"{type.Name} is not in the list of stored types.");

    /// <summary>By the name that the trail has stored; null for a type that is no more.</summary>
    public static StoredType? Named(string typeName) => ByTypeName.GetValueOrDefault(typeName);

    /// <summary>Which row of the permission table a root is judged by.</summary>
    public static Thing ThingOf(Root root) =>
        Of(root.GetType()).Thing ?? throw new InvalidOperationException($"{root.GetType().Name} has no row in the permission table.");

    /// <summary>
    /// Approving changes an occasion, adopting a plan and an act of a deviation's own matter that deviation, but each is judged by a row
    /// of its own in the table.
    /// </summary>
    public static bool IsJudgedBy(Thing act, Root row) =>
        ThingOf(row) == act
            || (act, row) is (Thing.Approvals, Occasion) or (Thing.Adoption, Plan)
            || (row is Deviation { Matter: { } matter } && matter.Thing == act);

    private static StoredType Root<T>(string name, Thing thing) where T : Root => new(typeof(T), name, thing, [], [], []);
    private static StoredType Part<T>(string name) where T : Part => new(typeof(T), name, null, [], [], []);
}
