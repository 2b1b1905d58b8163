using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

[Needs(Thing.Deviations, Right.Write)]
public sealed class InvestigateModel(VattenpassDb db) : DeviationPage<InvestigateInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.InvestigateDeviation, () => Deviation.StartInvestigation(Input.Day ?? Today), "Utredningen är påbörjad.");
}

public sealed class InvestigateInput
{
    public DateOnly? Day { get; set; }
}
