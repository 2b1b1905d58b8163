using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Figures;

[Needs(Thing.Figures)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<KindFigures> Kinds { get; private set; } = [];

    public async Task OnGetAsync(int? year)
    {
        Years = await Db.Plans.Where(p => p.Year <= Today.Year).Select(p => p.Year).Distinct().OrderByDescending(y => y).ToListAsync(Stop);
        Year = year ?? (Years.Contains(Today.Year) ? Today.Year : Years.Count > 0 ? Years[0] : Today.Year);
        if (Year is < 2000 or > 2100) return;
        var figures = YearFigures.Of(await new FactsReader(Db).ReadAsync(Year, Period.Year(Year), Stop));
        Kinds = [.. figures.Kinds.Select(k => k.Figures).Where(f => f.Listed.Any())];
    }
}
