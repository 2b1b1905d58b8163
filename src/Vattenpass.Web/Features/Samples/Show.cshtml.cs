using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Samples;

/// <summary>How a sample came to be: the list's hash, the seed, the drawn, and the files to draw it again with.</summary>
[Needs(Thing.Samples)]
public sealed class ShowModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public Sample Sample { get; private set; } = null!;
    public Occasion Occasion { get; private set; } = null!;
    public string What { get; private set; } = "";
    public IReadOnlyList<Sample> Others { get; private set; } = [];
    public bool MayDraw { get; private set; }
    public bool MaySeeOccasion { get; private set; }
    public int? CountBefore { get; private set; }
    public string ListName { get; private set; } = "";
    public IReadOnlyList<SampleGroup> Groups { get; private set; } = [];

    /// <summary>A population that differs more than this from the one before is worth a look.</summary>
    private const int WorthALookPercent = 20;
    public bool CountIsOdd => CountBefore is { } before && Math.Abs(Sample.PopulationCount - before) * 100 > before * WorthALookPercent;

    public async Task<IActionResult> OnGetAsync(Guid id, string? fil)
    {
        var sample = await Db.Samples.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.DrawnAt != null, Stop);
        if (sample is null) return NotFound();
        Sample = sample;
        var list = SampleDocument.List(sample);
        ListName = list.Name;
        if (fil == list.Name) return File(Encoding.UTF8.GetBytes(list.Text), "text/plain; charset=utf-8", list.Name);
        if (fil == "resultat.json" && sample.Selection is Selection.Random)
            return File(Encoding.UTF8.GetBytes(SampleDocument.Of(sample)
                .ToJsonString(ReadableJson.Options)), "application/json", "resultat.json");
        if (fil is not null) return NotFound();
        // Who may see the sample may see what it was drawn for, also where the occasion is somebody else's to do.
        await using var system = databases.OpenAsSystem("stickprov");
        Occasion = await system.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Include(o => o.Outcomes)
            .Include(o => o.Checks)
            .AsSplitQuery()
            .FirstAsync(o => o.Id == sample.OccasionId, Stop);
        Groups = sample.Groups(Occasion.Checks);
        MaySeeOccasion = await Db.Occasions.AnyAsync(o => o.Id == sample.OccasionId, Stop);
        What = $"{Occasion.Control.Title}, {Occasion.Place(await TreeAsync())}, {Occasion.Period.Name}";
        Others = await Db.Samples.AsNoTracking()
            .Where(s => s.OccasionId == sample.OccasionId && s.Id != id && s.DrawnAt != null)
            .OrderBy(s => s.Number)
            .ToListAsync(Stop);
        MayDraw = MaySeeOccasion
            && Me.May(Thing.Samples, Right.Write, sample)
            && Occasion.Result is null
            && Occasion.Checks.All(c => !c.IsAnswered)
            && Others.All(o => o.Number < sample.Number);
        CountBefore = await system.Samples.AsNoTracking()
            .Where(s => s.Occasion.Control.Key == Occasion.Control.Key
                && s.UnitId == sample.UnitId
                && s.Id != id
                && s.OccasionId != sample.OccasionId
                && s.DrawnAt != null
                && s.Occasion.From < Occasion.From)
            .OrderByDescending(s => s.Occasion.From)
            .Select(s => (int?)s.PopulationCount)
            .FirstOrDefaultAsync(Stop);
        return Page();
    }
}
