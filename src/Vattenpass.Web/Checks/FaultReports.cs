using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Controls;
using Vattenpass.Domain.Deviations;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Checks;

/// <summary>The deviations that follow from the answers about one object: one a fault, made at once so that the right people are told.</summary>
public static class FaultReports
{
    public static async Task FollowAsync(VattenpassDb db, Occasion occasion, Check check, CancellationToken stop)
    {
        var earlier = await db.Deviations.Where(d => d.OccasionId == occasion.Id && d.ObjectKey == check.ObjectKey && !d.Withdrawn && d.ControlKey == occasion.Control.Key).ToListAsync(stop);
        foreach (var gone in earlier.Where(d => check.Faults.All(f => f.Kind != d.Kind))) gone.Withdraw();
        foreach (var fault in check.Faults.Where(f => earlier.TrueForAll(d => d.Kind != f.Kind)))
            db.Deviations.Add(new(db.NewId(), new(occasion.UnitId!.Value, occasion.Field, fault.Kind, string.Join(". ", new[] { fault.Detail, check.Note }.Where(t => t.Length > 0)), fault.Serious ? Severity.Serious : Severity.Minor,
                SwedishTime.DayOf(check.AnsweredAt!.Value), occasion.PeriodKey, occasion.Id, occasion.Control.Key, check.ObjectKey.Length > 0 ? check.ObjectKey : occasion.ObjectKey), check.PerformerId, db.Now));
    }
}
