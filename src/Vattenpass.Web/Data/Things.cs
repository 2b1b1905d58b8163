using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Features.Deviations;

namespace Vattenpass.Web.Data;

/// <summary>Which row of the permission table a root is judged by.</summary>
public static class Things
{
    public static Thing Of(Root root) => root switch
    {
        Occasion => Thing.Occasions,
        Deviation => Thing.Deviations,
        Measure => Thing.Measures,
        Plan or FormVersion or LibraryItem or BoardDate or TellingSettings or Reminder or LogSettings => Thing.Plans,
        Sample => Thing.Samples,
        Absence or CalendarFeed => Thing.Mine,
        RegisterRow or RegisterImport or RegisterDefinition or ColumnProfile => Thing.Registers,
        LogImport or LogCase => Thing.LogReviews,
        MedicineStore or MedicineSettings => Thing.Medicines,
        Report => Thing.Reports,
        Unit or Person or Title or Assignment or Account => Thing.People,
        _ => throw new InvalidOperationException($"{root.GetType().Name} has no row in the permission table."),
    };

    /// <summary>Approving changes an occasion, adopting a plan and MAS's receipt a deviation, but each is judged by a row of its own in the table.</summary>
    public static bool IsJudgedBy(Thing act, Root row) => Of(row) == act || (act, row) is (Thing.Approvals, Occasion) or (Thing.Adoption, Plan) or (Thing.Medicines, Deviation { Matter.Thing: Thing.Medicines });
}
