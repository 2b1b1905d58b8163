using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.LogAnalysis;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class UnclearModel(VattenpassDb db, Databases databases) : CasePage<UnclearInput>(db)
{
    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var answer = await StepAsync(id, () => Case.LeaveUnclear(Input.Text ?? "", Me.PersonId, Db.Now), "Antecknat som oklart.");
        if (answer is RedirectResult) await LogMonths.FinishAsync(databases, Stop);
        return answer;
    }
}

public sealed class UnclearInput
{
    public string? Text { get; set; }
}
