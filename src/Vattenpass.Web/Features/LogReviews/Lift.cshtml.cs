using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class LiftModel(VattenpassDb db) : CasePage<LiftInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, () => Case.LiftRestriction(Input.LiftedOn ?? Today, Today), "Begränsningen är hävd.");
}

public sealed class LiftInput
{
    public DateOnly? LiftedOn { get; set; }
}
