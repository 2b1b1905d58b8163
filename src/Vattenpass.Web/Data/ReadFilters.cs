using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
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
        model.Entity<Person>().HasQueryFilter(ReadFilter,
            p => Access.IsSystem || Access.Circle.Contains(p.UnitId!.Value) || p.Id == Access.PersonId);
        model.Entity<Assignment>()
            .HasQueryFilter(ReadFilter, a => Access.IsSystem || Access.Circle.Contains(a.UnitId!.Value) || a.PersonId == Access.PersonId);
        model.Entity<Account>().HasQueryFilter(ReadFilter, a => Access.IsSystem || Access.ManagesPeople || a.PersonId == Access.PersonId);

        model.Entity<Plan>().HasQueryFilter(ReadFilter, p => Access.Plans.Everything
            || (Access.Plans.Units.Contains(p.UnitId!.Value)
                && (!Access.Plans.FormalOnly || p.Status != PlanStatus.Draft)));
        model.Entity<RiskProposal>().HasQueryFilter(ReadFilter, Reached<RiskProposal>(() => Access.Proposals, p => Access.Proposals.Own && p.ProposedById == Access.PersonId));
        model.Entity<Occasion>().HasQueryFilter(ReadFilter, Reached<Occasion>(() => Access.Occasions, o =>
            Access.Occasions.Own && (Access.Selves.Contains(o.ResponsibleId!.Value) || Access.Selves.Contains(o.HandedToId!.Value))));
        model.Entity<Deviation>().HasQueryFilter(ReadFilter, Reached<Deviation>(() => Access.Deviations, d =>
            Access.Deviations.Own && (d.ReportedById == Access.PersonId || Access.Selves.Contains(d.InvestigatorId!.Value))));
        // A store is also an object of a register, which figures and plans are made from.
        model.Entity<MedicineStore>()
            .HasQueryFilter(ReadFilter, Reached<MedicineStore>(() => Access.Medicines, s => Access.Registers.Units.Contains(s.UnitId!.Value)
                || (Access.Medicines.Own
                    && s.Duties.Any(d => Access.Selves.Contains(d.PersonId) && d.From <= Today && (d.To == null || d.To >= Today)))));
        model.Entity<StoreCount>().HasQueryFilter(ReadFilter, c => Occasions.Any(o => o.Id == c.OccasionId));
        model.Entity<MedicineSettings>().HasQueryFilter(ReadFilter, s => Access.IsSystem || Access.IsSomeone);
        model.Entity<Measure>().HasQueryFilter(ReadFilter, Reached<Measure>(() => Access.Measures, m =>
            Access.Measures.Own && (Access.Selves.Contains(m.OwnerId!.Value) || Access.Selves.Contains(m.ReportingOfficerId!.Value)
                || m.AlsoOwners.Any(o => Access.Selves.Contains(o.PersonId!.Value)))));
        model.Entity<EffectControl>().HasQueryFilter(ReadFilter, Reached<EffectControl>(() => Access.Measures, e =>
            (Access.Measures.Own && Access.Selves.Contains(e.PerformerId!.Value)) || Measures.Any(m => m.Id == e.MeasureId)));
        model.Entity<RegisterRow>().HasQueryFilter(ReadFilter, Reached<RegisterRow>(() => Access.Registers));
        model.Entity<RegisterImport>().HasQueryFilter(ReadFilter, Reached<RegisterImport>(() => Access.Registers));
        model.Entity<RegisterDefinition>().HasQueryFilter(ReadFilter, d => Access.IsSystem || Access.IsSomeone);
        model.Entity<ColumnProfile>().HasQueryFilter(ReadFilter, p => Access.IsSystem || Access.IsSomeone);
        model.Entity<PlanFile>().HasQueryFilter(ReadFilter, Reached<PlanFile>(() => Access.Plans));
        model.Entity<PlanProfile>().HasQueryFilter(ReadFilter, p => Access.IsSystem || Access.IsSomeone);
        model.Entity<Routine>().HasQueryFilter(ReadFilter, r => Access.IsSystem || Access.IsSomeone);
        model.Entity<Review>().HasQueryFilter(ReadFilter, r => Access.IsSystem || Access.IsSomeone);
        model.Entity<Envelope>().HasQueryFilter(ReadFilter, e => Access.IsSystem || Access.IsSomeone);
        model.Entity<RoutineFinding>().HasQueryFilter(ReadFilter, f => Deviations.Any(d => d.Id == f.DeviationId));
        model.Entity<FormVersion>().HasQueryFilter(ReadFilter, f => Access.IsSystem || Access.IsSomeone);
        model.Entity<LibraryItem>().HasQueryFilter(ReadFilter, i => Access.IsSystem || Access.IsSomeone);
        model.Entity<BoardDate>().HasQueryFilter(ReadFilter, d => Access.IsSystem || Access.IsSomeone);
        model.Entity<PermissionRules>().HasQueryFilter(ReadFilter, r => Access.IsSystem || Access.IsSomeone);
        model.Entity<GradeScale>().HasQueryFilter(ReadFilter, g => Access.IsSystem || Access.IsSomeone);
        model.Entity<LocalRule>().HasQueryFilter(ReadFilter, r => Access.IsSystem || Access.IsSomeone);
        model.Entity<TellingSettings>().HasQueryFilter(ReadFilter, t => Access.IsSystem || Access.IsSomeone);
        model.Entity<Absence>().HasQueryFilter(ReadFilter,
            a => Access.Mine.Everything
                || Access.Mine.Units.Contains(a.UnitId!.Value)
                || a.PersonId == Access.PersonId
                || a.SubstituteId == Access.PersonId);
        model.Entity<CalendarFeed>().HasQueryFilter(ReadFilter, f => Access.IsSystem || f.PersonId == Access.PersonId);
        model.Entity<Sample>().HasQueryFilter(ReadFilter, Reached<Sample>(() => Access.Samples, s => Access.Samples.Own
            && Occasions.Any(o => o.Id == s.OccasionId
                && (Access.Selves.Contains(o.ResponsibleId!.Value) || Access.Selves.Contains(o.HandedToId!.Value)))));
        model.Entity<Reminder>().HasQueryFilter(ReadFilter, Reached<Reminder>(() => Access.Occasions, r => r.PersonId == Access.PersonId));
        model.Entity<LogSettings>().HasQueryFilter(ReadFilter, s => Access.IsSystem || Access.IsSomeone);
        model.Entity<LogImport>()
            .HasQueryFilter(ReadFilter,
                i => Access.LogReviews.Everything
                    || Access.LogReviews.Units.Contains(i.UnitId!.Value)
                    || (Access.LogReviews.Own && i.ImportedById == Access.PersonId));
        model.Entity<LogCase>().HasQueryFilter(ReadFilter,
            c => Access.LogReviews.Everything
                || Access.LogReviews.Units.Contains(c.UnitId!.Value)
                || (Access.LogReviews.Own && c.ReviewerId == Access.PersonId));
        model.Entity<BoardQuestion>().HasQueryFilter(ReadFilter, q => Access.Reports.Everything
            || (Access.Reports.Units.Contains(q.UnitId!.Value) && (!Access.Reports.FormalOnly || q.Status == QuestionStatus.Sent)));
        model.Entity<Report>().HasQueryFilter(ReadFilter, r => Access.Reports.Everything
            || (Access.Reports.Units.Contains(r.UnitId!.Value) && (!Access.Reports.FormalOnly || r.Status == ReportStatus.Sent)));
        model.Entity<AuditEntry>().HasQueryFilter(ReadFilter, Reached<AuditEntry>(() => Access.Trail, e =>
            (Access.Trail.Own && e.ActorId == Access.PersonId) || (Access.Trail.Technical && e.Technical)));
    }

    /// <summary>
    /// What a right reaches by unit, or by unit in one field at a time, or as the thing itself says. Spelt out once for every
    /// thing, with an OR for each field, since a pair of field and unit cannot be looked up in a list in SQL.
    /// </summary>
    private static Expression<Func<T, bool>> Reached<T>(Expression<Func<Extent>> extent, Expression<Func<T, bool>>? or = null)
    {
        var row = or?.Parameters[0] ?? Expression.Parameter(typeof(T));
        var unit = Expression.Property(Expression.Property(row, nameof(Root.UnitId)), nameof(Nullable<>.Value));
        var reached = Expression.OrElse(Expression.Property(extent.Body, nameof(Extent.Everything)),
            Contains(Expression.Property(extent.Body, nameof(Extent.Units)), unit));
        foreach (var field in Enum.GetValues<Field>().Select(f => Expression.Constant(f)))
        {
            var inField = Contains(Expression.Call(extent.Body, nameof(Extent.In), [], field), unit);
            reached = Expression.OrElse(reached,
                Expression.AndAlso(Expression.Equal(Expression.Property(row, nameof(Root.Field)), field), inField));
        }
        return Expression.Lambda<Func<T, bool>>(or is null ? reached : Expression.OrElse(reached, or.Body), row);
    }

    private static MethodCallExpression Contains(Expression units, Expression unit) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(Guid)], units, unit);
}
