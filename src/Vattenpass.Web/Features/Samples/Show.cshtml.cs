using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Samples;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Samples;

/// <summary>How a sample came to be: the list's hash, the seed, the drawn, and the files to draw it again with.</summary>
[Needs(Thing.Samples)]
public sealed class ShowModel(VattenpassDb db) : VattenpassPage(db)
{
    public Sample Sample { get; private set; } = null!;
    public string What { get; private set; } = "";
    public IReadOnlyList<Sample> Others { get; private set; } = [];
    public bool MayDraw { get; private set; }
    public int? CountBefore { get; private set; }

    /// <summary>A population that differs more than this from the one before is worth a look.</summary>
    private const int WorthALookPercent = 20;
    public bool CountIsOdd => CountBefore is { } before && Math.Abs(Sample.PopulationCount - before) * 100 > before * WorthALookPercent;

    public async Task<IActionResult> OnGetAsync(Guid id, string? fil)
    {
        var sample = await Db.Samples.AsNoTracking().Include(s => s.Occasion).ThenInclude(o => o.Control).Include(s => s.Occasion.Outcomes).Include(s => s.Occasion.Checks).AsSplitQuery().FirstOrDefaultAsync(s => s.Id == id && s.DrawnAt != null, Stop);
        if (sample is null) return NotFound();
        Sample = sample;
        if (fil == "lista.txt") return File(Encoding.UTF8.GetBytes(sample.PopulationText), "text/plain; charset=utf-8", "lista.txt");
        if (fil == "resultat.json" && sample.Selection is Selection.Random) return File(Encoding.UTF8.GetBytes(SampleDocument.Of(sample).ToJsonString(FiguresJson.Options)), "application/json", "resultat.json");
        if (fil is not null) return NotFound();
        What = $"{sample.Occasion.Control.Title}, {OccasionPlace.Of(sample.Occasion, await TreeAsync())}, {sample.Occasion.Period.Name}";
        Others = await Db.Samples.AsNoTracking().Where(s => s.OccasionId == sample.OccasionId && s.Id != id && s.DrawnAt != null).OrderBy(s => s.Number).ToListAsync(Stop);
        MayDraw = Me.May(Thing.Samples, Right.Write, sample) && sample.Occasion.Result is null && sample.Occasion.Checks.All(c => !c.IsAnswered) && Others.All(o => o.Number < sample.Number);
        CountBefore = await Db.Samples.AsNoTracking().Where(s => s.Occasion.Control.Key == sample.Occasion.Control.Key && s.UnitId == sample.UnitId && s.DrawnAt < sample.DrawnAt && s.OccasionId != sample.OccasionId).OrderByDescending(s => s.DrawnAt).Select(s => (int?)s.PopulationCount).FirstOrDefaultAsync(Stop);
        return Page();
    }
}
