using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People, Right.Write)]
public sealed class EndAssignmentModel(VattenpassDb db, Databases databases) : AssignmentPage<EndAssignmentInput>(db)
{
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await using var system = databases.OpenAsSystem("uppdrag");
        var superiors = await Superiors.ReadAsync(system, Stop);
        return await StepAsync(id, Acts.ChangePeople, () =>
        {
            var last = Input.LastDay ?? Today;
            var isLast = Assignment.Title.Role is Role.Administrator && superiors.IsOnly(Role.Administrator, Assignment.PersonId, last.AddDays(1));
            Refusal.If(isLast, "Ingen annan är administratör den dagen. Ge någon annan uppdraget först.", nameof(Input.LastDay));
            Assignment.End(last);
        }, "Uppdraget är avslutat.");
    }
}

public sealed class EndAssignmentInput
{
    public DateOnly? LastDay { get; set; }
}
