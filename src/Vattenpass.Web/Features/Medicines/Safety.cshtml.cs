using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Figures;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>MAS's figures and text for patientsäkerhetsberättelsen.</summary>
[Needs(Thing.Medicines, Right.Decide)]
public sealed class SafetyModel(VattenpassDb db) : DocumentPage(db)
{
    [BindProperty(SupportsGet = true, Name = "ar")] public int? AskedYear { get; set; }
    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        Years = await Db.Occasions.Where(o => o.Control.DoneBy == DoneBy.Count)
            .Select(o => o.Control.Plan.Year)
            .Distinct()
            .OrderByDescending(y => y)
            .ToListAsync(Stop);
        if (Years.Count == 0) Years = [Today.Year];
        // Due 1 March about the year before.
        Year = AskedYear is { } wanted && Years.Contains(wanted)
            ? wanted
            : Today.Month <= 3 && Years.Contains(Today.Year - 1) ? Today.Year - 1
            : Years[0];
        var figures = MedicineFigures.Of(await new FactsReader(Db).ReadAsync(Year, Period.Year(Year), Stop));
        var deviations = await Db.Deviations.AsNoTracking()
            .Where(d => d.Matter != null
                && d.Matter is DrugMatter
                && !d.Withdrawn
                && d.FoundOn >= new DateOnly(Year, 1, 1)
                && d.FoundOn <= new DateOnly(Year, 12, 31))
            .ToListAsync(Stop);
        var reviews = await Db.Occasions.AsNoTracking()
            .Where(o => o.Control.FormKey == PharmacistReview.Form.Key && o.Control.Plan.Year == Year && o.EndedOn == null)
            .ToListAsync(Stop);
        return Show(PatientSafetyText.Compose(Year, figures, [.. deviations.Select(d => Fact(d, (DrugMatter)d.Matter!))],
            (reviews.Count(o => o.IsDone), reviews.Count), Today), format, $"patientsakerhet-{Year}");
    }

    private static SafetyDeviation Fact(Deviation d, DrugMatter matter) => new(
        d.ObjectKey, d.Kind, d.PeriodKey, matter.IsDifference, d.Investigation, d.FeedbackGiven, matter.ReceivedOn is not null, d.IsClosed,
        matter.Trace, matter.IsLoss);
}
