using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Staff;

/// <summary>Competence and staffing of the whole board: each measure with its year, each competence with what is needed and what there is.</summary>
[Needs(Thing.Figures)]
public sealed class IndexModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public IReadOnlyList<(StaffMeasure Measure, string Month, int Units, IReadOnlyList<decimal?> Values)> Measures { get; private set; } = [];
    public IReadOnlyList<CompetenceSum> Competences { get; private set; } = [];

    private bool hidesFew;

    /// <summary>So few are needed in all that the sum is about persons.</summary>
    public bool Hides(CompetenceSum sum) => hidesFew && sum.IsOfFew;

    public async Task OnGetAsync()
    {
        var series = await StaffSeries.ReadAsync(Db, databases, Stop);
        Measures = [.. StaffMeasure.All.Select(m => (Measure: m, Months: series.MonthsOf(m))).Where(m => m.Months.Count > 0)
            .Select(m => (m.Measure, m.Months[^1], series.UnitsIn(m.Measure, m.Months[^1]), (IReadOnlyList<decimal?>)[.. m.Months.Select(month => series.ValueIn(m.Measure, month))]))];
        hidesFew = series.HidesFew;
        Competences = CompetenceSum.Of(series.Needs, Period.Year(Today.Year));
    }
}
