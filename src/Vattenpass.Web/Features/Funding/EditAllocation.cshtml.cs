using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Funding;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditAllocationModel(VattenpassDb db) : AllocationPage(db)
{
    private Allocation item = null!;

    protected override Basis MadeFrom => Basis.Values(AllocationInput.Of(item));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid post)
    {
        if (!await FindAsync(id, post)) return NotFound();
        Input = AllocationInput.Of(item);
        return Page();
    }

    /// <param name="tabort">Set when it is to be removed.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid post, string? tabort)
    {
        if (!await FindAsync(id, post)) return await GoneAsync(() => Redirect($"/medel/{id}"));
        return tabort is null
            ? await SaveAsync(Acts.ChangeFunding, () => item.Describe(Stated()), () => Redirect($"/medel/{id}"), "Posten är sparad.")
            : await SaveAsync(Acts.ChangeFunding, () => Envelope.Remove(item), () => Redirect($"/medel/{id}"), "Posten är borttagen.");
    }

    protected override Task ShowAsync() => LoadMeasuresAsync(item.MeasureId);

    private async Task<bool> FindAsync(Guid id, Guid post)
    {
        if (!await LoadAsync(id) || Envelope.Allocations.FirstOrDefault(a => a.Id == post) is not { } found) return false;
        item = found;
        await ShowAsync();
        return true;
    }
}
