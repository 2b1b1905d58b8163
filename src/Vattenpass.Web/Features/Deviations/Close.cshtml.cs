using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

[Needs(Thing.Deviations, Right.Decide)]
public sealed class CloseModel(VattenpassDb db) : DeviationPage<CloseInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Decide);

    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.CloseDeviation, () => Deviation.Close(Input.Note ?? "", Today, Me.PersonId), "Avvikelsen är avslutad.");
}

public sealed class CloseInput
{
    public string? Note { get; set; }
}
