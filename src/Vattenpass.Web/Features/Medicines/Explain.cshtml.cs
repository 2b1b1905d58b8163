using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>The difference could be traced: what it came from.</summary>
[Needs(Thing.Deviations, Right.Write)]
public sealed class ExplainModel(VattenpassDb db) : DrugPage<ExplainInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.InvestigateDeviation, () => Drug.Explain(Input.Text ?? "", Me.Name, Today), "Differensen är förklarad.");
}

public sealed class ExplainInput
{
    public string? Text { get; set; }
}
