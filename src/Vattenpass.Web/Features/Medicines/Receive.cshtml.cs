using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>MAS's receipt of the feedback. Without it a difference cannot be closed.</summary>
[Needs(Thing.Medicines, Right.Decide)]
public sealed class ReceiveModel(VattenpassDb db) : DrugPage<NoInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Medicines, Right.Decide);

    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.ReceiveFeedback, () => Drug.Receive(Today, Me.PersonId), "Återkopplingen är kvitterad.");
}
