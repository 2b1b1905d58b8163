using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Deviations;

namespace Vattenpass.Web.Features.Controls;

/// <summary>The deviations that follow from the answers about one object: one a fault, made at once so that the right people are told.</summary>
public static class FaultReports
{
    /// <param name="system">Reads what was reported before, which whoever answers need not be allowed to see.</param>
    /// <param name="before">The faults of the answer that this one takes the place of.</param>
    public static async Task FollowAsync(VattenpassDb db, VattenpassDb system, Occasion occasion, Check check, IReadOnlyList<Fault> before, CancellationToken stop)
    {
        bool Same(Fault a, Fault b) => (a.Kind, a.Serious) == (b.Kind, b.Serious);
        var key = check.ObjectKey.Length > 0 ? occasion.NameOf(check) : occasion.ObjectKey;
        foreach (var fault in check.Faults.Where(f => !before.Any(b => Same(b, f))))
            db.Report(new(occasion.AtUnit, occasion.Field, fault.Kind,
                string.Join(". ", new[] { fault.Detail, check.Note }.Where(t => t.Length > 0)),
                fault.Serious ? Severity.Serious : Severity.Minor,
                    check.AnsweredOn!.Value, occasion.PeriodKey, occasion.Id, occasion.Control.Key, key,
                    Prose.Capital(Prose.List(check.DoneAtOnce)))
            {
                Grade = fault.Grade,
            }, check.PerformerId);
        var gone = before.Where(b => !check.Faults.Any(f => Same(f, b))).ToList();
        var regraded = check.Faults.Where(f => before.Any(b => Same(b, f) && b.Grade != f.Grade)).ToList();
        if (gone.Count + regraded.Count == 0) return;
        var earlier = await system.Deviations.Where(d => d.OccasionId == occasion.Id
            && (d.ObjectKey == key || (check.ObjectKey != "" && d.ObjectKey == check.ObjectKey))
            && !d.Withdrawn).ToListAsync(stop);
        foreach (var deviation in earlier.Where(d => !d.IsClosed))
        {
            if (regraded.Find(f => f.Kind == deviation.Kind && f.Serious == deviation.Severity is Severity.Serious) is not { } graded) continue;
            if (!ReferenceEquals(db, system)) db.Attach(deviation);
            deviation.Regrade(graded.Grade);
        }
        foreach (var deviation in earlier.Where(d => gone.Any(g => g.Kind == d.Kind && g.Serious == d.Severity is Severity.Serious)))
        {
            // Somebody works on it: an answer that no longer says it would leave it hanging, and the next one make another.
            Refusal.If(!deviation.IsUntouched && !deviation.IsClosed, "En avvikelse från raden utreds redan. Svaret kan därför inte ändras så. Skriv i avvikelsen i stället.");
            if (deviation.IsClosed) continue;
            if (!ReferenceEquals(db, system)) db.Attach(deviation);
            deviation.Withdraw();
        }
    }
}
