using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>One message in the written dialogue about a deviation, kept with it.</summary>
[Needs(Thing.Deviations, Right.Write)]
public sealed class WriteModel(VattenpassDb db) : DeviationPage<WriteInput>(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.WriteToDeviation, () => { Db.Add(Deviation.Say(Db.NewId(), Input.Text ?? "", Me.PersonId, Me.Name, Db.Now)); },
            "Meddelandet är sparat i ärendet.");
}

public sealed class WriteInput
{
    public string? Text { get; set; }
}
