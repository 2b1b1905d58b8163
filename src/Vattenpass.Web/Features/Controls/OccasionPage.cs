using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Controls;

/// <summary>A step in an occasion's life: load it, ask it, save, and go back to it.</summary>
public abstract class OccasionPage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    private Guid id;

    public Occasion Occasion { get; private set; } = null!;
    public string Place { get; private set; } = "";

    protected virtual (Thing Thing, Right Right) Needed => (Thing.Occasions, Right.Write);

    protected override Basis MadeFrom => Basis.Whole(Occasion);

    protected virtual async Task<bool> LoadAsync(Guid occasionId)
    {
        id = occasionId;
        var occasion = await Db.Occasions.Include(o => o.Control)
            .Include(o => o.Outcomes)
            .Include(o => o.Checks)
            .AsSplitQuery()
            .FirstOrDefaultAsync(o => o.Id == occasionId, Stop);
        if (occasion is null || !Me.May(Needed.Thing, Needed.Right, occasion)) return false;
        Occasion = occasion;
        Place = occasion.Place(await TreeAsync());
        return true;
    }

    protected override Task ShowAsync() => LoadAsync(id);

    protected async Task<IActionResult> StepAsync(Guid occasionId, Act act, Action step, string receipt) =>
        await LoadAsync(occasionId) ? await SaveAsync(act, step, () => Redirect($"/kontroller/{occasionId}"), receipt) : NotFound();
}
