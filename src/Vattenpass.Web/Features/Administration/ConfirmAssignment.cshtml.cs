using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>The head of department, or a second administrator, confirms a top role.</summary>
[Needs(Thing.People)]
public sealed class ConfirmAssignmentModel(VattenpassDb db) : AssignmentPage<NoInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Me.Can(Thing.People, Right.Decide) ? Acts.ConfirmAssignment : Acts.ChangePeople,
            () => Assignment.Confirm(Me.PersonId), "Uppdraget är bekräftat och gäller.");
}
