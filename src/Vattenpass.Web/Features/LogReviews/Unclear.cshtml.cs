using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class UnclearModel(VattenpassDb db, Databases databases) : CasePage<UnclearInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) => JudgeAsync(databases, id, () =>
    {
        Case.LeaveUnclear(Input.Text ?? "", Me.PersonId, Db.Now);
        return Task.CompletedTask;
    }, "Antecknat som oklart.");
}

public sealed class UnclearInput
{
    public string? Text { get; set; }
}
