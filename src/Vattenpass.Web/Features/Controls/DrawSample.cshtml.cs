using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Samples;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

/// <summary>Draws the list of an occasion, or draws it again with a reason. Usually the program does it the day the occasion opens.</summary>
[Needs(Thing.Samples, Right.Write)]
public sealed class DrawSampleModel(VattenpassDb db, SampleDrawer drawer) : OccasionPage<DrawInput>(db)
{
    public Sample? Earlier { get; private set; }

    protected override (Thing, Right) Needed => (Thing.Samples, Right.Write);

    protected override async Task<bool> LoadAsync(Guid occasionId)
    {
        if (!await base.LoadAsync(occasionId) || !SampleDrawer.Draws(Occasion)) return false;
        await Db.Entry(Occasion.Control).Reference(c => c.Plan).LoadAsync(Stop);
        Earlier = await Db.Samples.AsNoTracking()
            .Where(s => s.OccasionId == occasionId)
            .OrderByDescending(s => s.Number)
            .FirstOrDefaultAsync(Stop);
        return true;
    }

    protected override Basis MadeFrom => Basis.Document($"{Earlier?.Number}");

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Sample? drawn = null;
        return await SaveAsync(Acts.DrawSample, async () =>
        {
            Refusal.If(Earlier is { IsDrawn: true } && string.IsNullOrWhiteSpace(Input.Reason), "Skriv varför stickprovet dras om.", nameof(Input.Reason));
            drawn = await drawer.DrawAsync(Db, Occasion,
                Earlier is { IsDrawn: false } ? "Den förra dragningen blev inte klar." : Input.Reason ?? "", Input.Digits ?? "", Sent, Stop);
            Receipt($"{drawn.Items.Count} av {drawn.PopulationCount} är framtagna.");
        }, () => Redirect(drawn is null ? $"/kontroller/{id}/lista" : $"/stickprov/{drawn.Id}"), "");
    }
}

public sealed class DrawInput
{
    public string? Reason { get; set; }
    public string? Digits { get; set; }
}
