using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class AskModel(VattenpassDb db) : CasePage<AskInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, () => Case.Ask(Input.AskedOn ?? Today, Input.Answer ?? "", Today), "Svaret är sparat. Bedöm nu åtkomsten.");
}

public sealed class AskInput
{
    public DateOnly? AskedOn { get; set; }
    public string? Answer { get; set; }
}
