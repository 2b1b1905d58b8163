using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditModel(VattenpassDb db) : ReviewFormPage(db)
{
    private Review review = null!;

    /// <summary>A review that was registered by mistake can go as long as it holds no findings.</summary>
    public bool IsEmpty => review.Findings.Count == 0;

    protected override Basis MadeFrom => Basis.Values(ReviewInput.Of(review));

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = ReviewInput.Of(review);
        return Page();
    }

    /// <param name="tabort">Set when it is to be removed.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? tabort)
    {
        if (!await LoadAsync(id)) return await GoneAsync(() => Redirect("/granskningar"));
        return tabort is null
            ? await SaveAsync(Acts.ChangeReview, () => review.Describe(Stated()), () => Redirect($"/granskningar/{id}"), "Granskningen är sparad.")
            : await SaveAsync(Acts.ChangeReview, () =>
            {
                Refusal.If(!IsEmpty, "Ta bort bristerna först.");
                Db.Reviews.Remove(review);
            }, () => Redirect("/granskningar"), "Granskningen är borttagen.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        review = (await Db.Reviews.Include(r => r.Findings).FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        return review is not null && Me.May(Thing.Plans, Right.Write, review);
    }
}
