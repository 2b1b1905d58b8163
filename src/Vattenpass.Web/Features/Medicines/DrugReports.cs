using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Deviations;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>What a store's control finds becomes deviations at once, given to the store's responsible nurse.</summary>
public sealed class DrugReports(VattenpassDb db, VattenpassDb system, Occasion occasion, MedicineStore store)
{
    /// <summary>The deviations of one counted line. A simple fault that was put right there and then is closed with what was done.</summary>
    public async Task AboutAsync(CountedLine line, Guid? reporterId, CancellationToken stop)
    {
        foreach (var (kind, detail) in StoreFaults.Of(line))
        {
            var difference = kind == StoreFaults.Broken ? null : line.Difference;
            var deviation = Add(kind, line.Note.Length > 0 ? $"{detail}. {line.Note}" : detail, line.CountedOn, reporterId,
                d =>
                    StoreFaults.IsInBalance(kind)
                        ? new DrugMatter(db.NewId(), d, line.LineId, line.Name, difference, line.Unit.Swedish())
                        : null);
            if (deviation.Matter is DrugMatter { IsDifference: false } simple && line.PutRight.Length > 0)
                simple.CloseOnTheSpot(line.PutRight, line.CountedOn, reporterId);
            await ProposeAsync(deviation, stop);
        }
    }

    public async Task AboutAsync(Delivery missing, Guid? reporterId, DateOnly day, CancellationToken stop)
    {
        var note = missing.Note.Length > 0 ? $", följesedel {missing.Note}" : "";
        await ProposeAsync(Add(StoreFaults.MissingDelivery,
            $"{missing.LineName}: {CountedLine.Show(missing.Quantity)} levererades {missing.On:yyyy-MM-dd}{note}", day, reporterId), stop);
    }

    private Deviation Add(string kind, string text, DateOnly day, Guid? reporterId, Func<Deviation, Matter?>? matter = null)
    {
        var deviation = db.Report(new(occasion.AtUnit, occasion.Field, kind, text, Severity.Minor, day, occasion.PeriodKey, occasion.Id,
            occasion.Control.Key, store.Code), reporterId, matter);
        if (store.Holding(DutyKind.Responsible, day).FirstOrDefault() is { } responsible) deviation.GiveTo(responsible.PersonId);
        return deviation;
    }

    /// <summary>The same again within three months: a measure in the way of working is proposed, to those who lead it.</summary>
    private async Task ProposeAsync(Deviation found, CancellationToken stop)
    {
        var earliest = new DateOnly(found.FoundOn.Year, found.FoundOn.Month, 1).AddMonths(-Repeated.Months);
        var before = await system.Deviations.AsNoTracking()
            .Where(d => d.Matter != null && d.Matter is DrugMatter && d.ObjectKey == store.Code && !d.Withdrawn && d.FoundOn >= earliest)
            .Select(d => new { d.Kind, d.PeriodKey })
            .ToListAsync(stop);
        if (!Repeated.In(before.Select(d => (store.Code, d.Kind, d.PeriodKey)).Append((store.Code, found.Kind,
            found.PeriodKey)), found.PeriodKey)
            .Contains((store.Code, found.Kind)))
            return;
        var open = await system.Measures.AsNoTracking()
            .AnyAsync(m => m.Deviation!.Matter != null
                && m.Deviation!.Matter is DrugMatter
                && m.Deviation.ObjectKey == store.Code
                && m.Deviation.Kind == found.Kind
                && (m.Status == MeasureStatus.Suggested
                || m.Status == MeasureStatus.NotStarted
                || m.Status == MeasureStatus.Ongoing), stop);
        if (open || db.Measures.Local.Any(m => m.DeviationId is { } id
            && db.Deviations.Local.Any(d => d.Id == id && (d.Kind, d.ObjectKey) == (found.Kind, found.ObjectKey))))
            return;
        var superiors = await Superiors.ReadAsync(system, stop);
        var owner = superiors.HoldingTitle(MedicineSettings.OperationsHead, occasion.AtUnit).Cast<Guid?>().FirstOrDefault()
            ?? superiors.Above(occasion.AtUnit, null);
        db.Measures.Add(new(db.NewId(), occasion.AtUnit, Field.HealthCare,
            $"Ändra arbetssättet vid förråd {store.Code}: felet ”{found.Kind}” återkommer", deviationId: found.Id, ownerId: owner));
    }
}
