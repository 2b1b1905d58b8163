using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>The difference cannot be traced. It is then a loss (svinn), and always a care deviation.</summary>
[Needs(Thing.Deviations, Right.Write)]
public sealed class CallLossModel(VattenpassDb db) : DrugPage<CallLossInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.InvestigateDeviation, () => Drug.CallLoss(Input.Text ?? "", Input.CareDeviation ?? "", Me.Name, Today),
            "Det är antecknat att differensen inte går att spåra.");
}

public sealed class CallLossInput
{
    public string? Text { get; set; }
    public string? CareDeviation { get; set; }
}
