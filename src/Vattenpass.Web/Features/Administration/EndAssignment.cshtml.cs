using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People, Right.Write)]
public sealed class EndAssignmentModel(VattenpassDb db) : AssignmentPage<EndAssignmentInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.ChangePeople, () => Assignment.End(Input.LastDay ?? Today), "Uppdraget är avslutat.");
}

public sealed class EndAssignmentInput
{
    public DateOnly? LastDay { get; set; }
}
