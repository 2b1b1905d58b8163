using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>How a deviation comes to be: with what its kind of control demands of it.</summary>
public static class Reporting
{
    /// <param name="matter">What is known of the matter already; without it the kind gives one, where it demands any.</param>
    public static Deviation Report(this VattenpassDb db, DeviationContent content, Guid? reportedById,
        Func<Deviation, Matter?>? matter = null)
    {
        var deviation = new Deviation(db.NewId(), content, reportedById, db.Now);
        if ((matter?.Invoke(deviation) ?? ControlKinds.MatterOf(deviation, db.NewId)) is { } made) deviation.Raise(made);
        return db.Deviations.Add(deviation).Entity;
    }
}
