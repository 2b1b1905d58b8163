using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

/// <summary>Takes an occasion out of the plan by decision. It stays to be seen, with who decided and why, also in the plan and the report.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class RemoveModel(VattenpassDb db) : OccasionPage<RemoveInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        await LoadAsync(id) && Occasion.Result is null && Occasion.EndedOn is null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.RemoveOccasion, async () =>
        {
            Occasion.Remove(Today, Input.DecidedBy ?? "", Input.Reason ?? "");
            var plan = await Db.Plans.FirstAsync(p => p.Id == Occasion.PlanId, Stop);
            Db.Add(plan.Record(new(Db.NewId(), plan, Today,
                $"Borttaget tillfälle: {Occasion.Control.Title}, {Place}, {Occasion.Period.Name}. Beslutat av {Input.DecidedBy!.Trim()}: {Input.Reason!.Trim()}")));
        }, () => Redirect($"/kontroller/{id}"), "Tillfället är borttaget.");
    }
}

public sealed class RemoveInput
{
    public string? DecidedBy { get; set; }
    public string? Reason { get; set; }
}
