using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Occasions, Right.Write)]
public sealed class CorrectOutcomeModel(VattenpassDb db) : OutcomePage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (Occasion.Current is not { } now) return Redirect($"/kontroller/{id}/utfall");
        Input = new()
        {
            Result = now.Result, PerformedOn = now.PerformedOn, Checked = now.Checked, Deviating = now.Deviating, Serious = now.Serious,
            Independence = now.Independence, Reason = now.Reason, Comment = now.Comment,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.CorrectOutcome, async () =>
        {
            Refusal.If(Input.Result is null, "Välj hur det gick.", nameof(Input.Result));
            var before = Occasion.Current?.Content;
            var outcome = Occasion.Correct(Db.NewId(), Stated, Input.CorrectionReason ?? "", Me.PersonId, Me.Name, Db.Now, Today);
            if (before is { } b && (b.Deviating, b.Serious) == (outcome.Deviating, outcome.Serious)) return;
            foreach (var old in await Db.Deviations.Where(d => d.OccasionId == id && !d.Withdrawn).ToListAsync(Stop)) old.Withdraw();
            Follow(outcome);
        }, () => Redirect($"/kontroller/{id}"), "Rättelsen är sparad.");
    }
}
