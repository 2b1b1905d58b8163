using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Registers;

/// <summary>Deviations that imported rows tell of. One whose row was changed or ended is withdrawn and stays to be read.</summary>
public sealed class ImportedDeviations(VattenpassDb db, ImportedOutcomes outcomes)
{
    public async Task<int> ApplyAsync(ToldRows rows, CancellationToken stop)
    {
        var goneIds = rows.Changes.Where(c => !c.IsUnchanged && c.Was is not null).Select(c => (Guid?)c.Was!.Id).ToList();
        var gone = await db.Deviations.Where(d => d.OriginKind == OriginKind.RegisterRow
            && goneIds.Contains(d.OriginId)
            && !d.Withdrawn).ToListAsync(stop);
        var made = new List<Deviation>();
        foreach (var change in rows.Changes.Where(c => c.IsNew))
            made.AddRange(Of(change.Now!, rows).Where(deviation => !Follows(deviation, gone)));
        gone.ForEach(d => d.Withdraw());
        db.Deviations.AddRange(made);
        return made.Count;
    }

    /// <summary>The same fault read in again, perhaps further on: the one that is here goes on, with all that was done to it.</summary>
    private static bool Follows(Deviation now, List<Deviation> gone)
    {
        var same = gone.FirstOrDefault(d =>
            (d.ControlKey, d.ObjectKey, d.Kind, d.PeriodKey, d.UnitId) == (now.ControlKey, now.ObjectKey, now.Kind, now.PeriodKey, now.UnitId));
        if (same is null) return false;
        same.FollowRow(now.OriginId!.Value, now.Description, now.Investigation, now.FeedbackGiven);
        gone.Remove(same);
        return true;
    }

    private IEnumerable<Deviation> Of(RegisterRow row, ToldRows rows) =>
        ControlKinds.All.SelectMany(k => k.DeviationsTold(row, rows)).Select(told => Make(row, told));

    private Deviation Make(RegisterRow row, ToldDeviation told)
    {
        var content = told.Content;
        var occasion = outcomes.Find(content.ControlKey, content.UnitId,
            ControlKinds.Of(content.ControlKey).IsToldPerObject ? content.ObjectKey : "", told.PeriodOfCheck);
        var deviation = new Deviation(db.NewId(), content with
        {
            Origin = Origin.RegisterRow(row.Id),
            OccasionId = occasion?.Id
        }, null, db.Now);
        if (ControlKinds.MatterOf(deviation, db.NewId) is { } matter) deviation.Raise(matter);
        deviation.TakeOver(told.Investigation, told.FedBack);
        return deviation;
    }
}
