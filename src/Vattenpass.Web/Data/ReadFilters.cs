using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
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
using Vattenpass.Web.Data.Trail;

namespace Vattenpass.Web.Data;

/// <summary>The one rule for reading: a filter named "Access" on every root. Without access nothing is seen.</summary>
public abstract partial class VattenpassDb
{
    public const string ReadFilter = "Access";

    private void AddReadFilters(ModelBuilder model)
    {
        model.Entity<Unit>().HasQueryFilter(ReadFilter, u => Access.IsSystem || Access.IsSomeone);
        model.Entity<Title>().HasQueryFilter(ReadFilter, t => Access.IsSystem || Access.IsSomeone);
        model.Entity<Person>().HasQueryFilter(ReadFilter, p => Access.IsSystem || Access.Circle.Contains(p.UnitId!.Value) || p.Id == Access.PersonId);
        model.Entity<Assignment>().HasQueryFilter(ReadFilter, a => Access.IsSystem || Access.Circle.Contains(a.UnitId!.Value) || a.PersonId == Access.PersonId);
        model.Entity<Account>().HasQueryFilter(ReadFilter, a => Access.IsSystem || Access.ManagesPeople || a.PersonId == Access.PersonId);

        model.Entity<Plan>().HasQueryFilter(ReadFilter, p => Access.Plans.Everything
            || (Access.Plans.Units.Contains(p.UnitId!.Value) && (!Access.Plans.FormalOnly || p.Status == PlanStatus.Adopted || p.Status == PlanStatus.Retrospective)));
        model.Entity<Occasion>().HasQueryFilter(ReadFilter, o => Access.Occasions.Everything
            || Access.Occasions.Units.Contains(o.UnitId!.Value)
            || (Access.Occasions.Fields.Contains(o.Field) && Access.Occasions.FieldUnits.Contains(o.UnitId!.Value))
            || (Access.Occasions.Own && (Access.Selves.Contains(o.ResponsibleId!.Value) || Access.Selves.Contains(o.HandedToId!.Value))));
        model.Entity<Deviation>().HasQueryFilter(ReadFilter, d => Access.Deviations.Everything
            || Access.Deviations.Units.Contains(d.UnitId!.Value)
            || (Access.Deviations.Fields.Contains(d.Field) && Access.Deviations.FieldUnits.Contains(d.UnitId!.Value))
            || (Access.Deviations.Own && (d.ReportedById == Access.PersonId || Access.Selves.Contains(d.InvestigatorId!.Value))));
        model.Entity<MedicineStore>().HasQueryFilter(ReadFilter, s => Access.Medicines.Everything
            || Access.Registers.Units.Contains(s.UnitId!.Value) // A store is also an object of a register, which figures and plans are made from.
            || Access.Medicines.Units.Contains(s.UnitId!.Value)
            || (Access.Medicines.Fields.Contains(s.Field) && Access.Medicines.FieldUnits.Contains(s.UnitId!.Value))
            || (Access.Medicines.Own && s.Duties.Any(d => Access.Selves.Contains(d.PersonId) && d.From <= Today && (d.To == null || d.To >= Today))));
        model.Entity<StoreCount>().HasQueryFilter(ReadFilter, c => Occasions.Any(o => o.Id == c.OccasionId));
        model.Entity<MedicineSettings>().HasQueryFilter(ReadFilter, s => Access.IsSystem || Access.IsSomeone);
        model.Entity<Measure>().HasQueryFilter(ReadFilter, m => Access.Measures.Everything
            || Access.Measures.Units.Contains(m.UnitId!.Value)
            || (Access.Measures.Fields.Contains(m.Field) && Access.Measures.FieldUnits.Contains(m.UnitId!.Value))
            || (Access.Measures.Own && (Access.Selves.Contains(m.OwnerId!.Value) || Access.Selves.Contains(m.ReportingOfficerId!.Value))));
        model.Entity<RegisterRow>().HasQueryFilter(ReadFilter, r => Access.Registers.Everything
            || Access.Registers.Units.Contains(r.UnitId!.Value)
            || (Access.Registers.Fields.Contains(r.Field) && Access.Registers.FieldUnits.Contains(r.UnitId!.Value)));
        model.Entity<RegisterImport>().HasQueryFilter(ReadFilter, r => Access.Registers.Everything
            || Access.Registers.Units.Contains(r.UnitId!.Value)
            || (Access.Registers.Fields.Contains(r.Field) && Access.Registers.FieldUnits.Contains(r.UnitId!.Value)));
        model.Entity<RegisterDefinition>().HasQueryFilter(ReadFilter, d => Access.IsSystem || Access.IsSomeone);
        model.Entity<ColumnProfile>().HasQueryFilter(ReadFilter, p => Access.IsSystem || Access.IsSomeone);
        model.Entity<FormVersion>().HasQueryFilter(ReadFilter, f => Access.IsSystem || Access.IsSomeone);
        model.Entity<LibraryItem>().HasQueryFilter(ReadFilter, i => Access.IsSystem || Access.IsSomeone);
        model.Entity<BoardDate>().HasQueryFilter(ReadFilter, d => Access.IsSystem || Access.IsSomeone);
        model.Entity<TellingSettings>().HasQueryFilter(ReadFilter, t => Access.IsSystem || Access.IsSomeone);
        model.Entity<Absence>().HasQueryFilter(ReadFilter, a => Access.Mine.Everything || Access.Mine.Units.Contains(a.UnitId!.Value) || a.PersonId == Access.PersonId || a.SubstituteId == Access.PersonId);
        model.Entity<CalendarFeed>().HasQueryFilter(ReadFilter, f => Access.IsSystem || f.PersonId == Access.PersonId);
        model.Entity<Sample>().HasQueryFilter(ReadFilter, s => Access.Samples.Everything
            || Access.Samples.Units.Contains(s.UnitId!.Value)
            || (Access.Samples.Fields.Contains(s.Field) && Access.Samples.FieldUnits.Contains(s.UnitId!.Value))
            || (Access.Samples.Own && Occasions.Any(o => o.Id == s.OccasionId && (Access.Selves.Contains(o.ResponsibleId!.Value) || Access.Selves.Contains(o.HandedToId!.Value)))));
        model.Entity<Reminder>().HasQueryFilter(ReadFilter, r => Access.Occasions.Everything
            || Access.Occasions.Units.Contains(r.UnitId!.Value)
            || (Access.Occasions.Fields.Contains(r.Field) && Access.Occasions.FieldUnits.Contains(r.UnitId!.Value))
            || r.PersonId == Access.PersonId);
        model.Entity<LogSettings>().HasQueryFilter(ReadFilter, s => Access.IsSystem || Access.IsSomeone);
        model.Entity<LogImport>().HasQueryFilter(ReadFilter, i => Access.LogReviews.Everything || Access.LogReviews.Units.Contains(i.UnitId!.Value) || (Access.LogReviews.Own && i.ImportedById == Access.PersonId));
        model.Entity<LogCase>().HasQueryFilter(ReadFilter, c => Access.LogReviews.Everything || Access.LogReviews.Units.Contains(c.UnitId!.Value) || (Access.LogReviews.Own && c.ReviewerId == Access.PersonId));
        model.Entity<Report>().HasQueryFilter(ReadFilter, r => Access.Reports.Everything
            || (Access.Reports.Units.Contains(r.UnitId!.Value) && (!Access.Reports.FormalOnly || r.Status == ReportStatus.Sent)));
        model.Entity<AuditEntry>().HasQueryFilter(ReadFilter, e => Access.Trail.Everything
            || Access.Trail.Units.Contains(e.UnitId!.Value)
            || (Access.Trail.Fields.Contains(e.Field) && Access.Trail.FieldUnits.Contains(e.UnitId!.Value))
            || (Access.Trail.Own && e.ActorId == Access.PersonId)
            || (Access.Trail.Technical && e.Technical));
    }
}
