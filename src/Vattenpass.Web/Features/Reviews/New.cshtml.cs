using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

[Needs(Thing.Plans, Right.Write)]
public sealed class NewModel(VattenpassDb db) : ReviewFormPage(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnPostAsync()
    {
        var id = Db.NewId();
        return await SaveAsync(Acts.ChangeReview, async () => Db.Reviews.Add(new(id, (await TreeAsync()).Root!.Id, Stated())), () => Redirect($"/granskningar/{id}"), "Granskningen är sparad.");
    }
}
