using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class TalkModel(VattenpassDb db) : CasePage<TalkInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, () => Case.TalkTo(Input.TalkedOn ?? Today, Today), "Samtalet är antecknat.");
}

public sealed class TalkInput
{
    public DateOnly? TalkedOn { get; set; }
}
