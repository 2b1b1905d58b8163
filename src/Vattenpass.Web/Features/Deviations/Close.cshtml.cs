using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

[Needs(Thing.Deviations, Right.Decide)]
public sealed class CloseModel(VattenpassDb db) : DeviationPage<CloseInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Decide);

    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.CloseDeviation, () =>
        {
            MustBeAssessed(Deviation);
            Deviation.Close(Input.Note ?? "", Today, Me.PersonId);
        }, "Avvikelsen är avslutad.");

    /// <summary>What the law asks of it is answered before it is closed.</summary>
    internal static void MustBeAssessed(Deviation deviation)
    {
        var unanswered = ControlKinds.UnansweredOf(deviation);
        Refusal.If(unanswered.Count > 0, $"Bedömningen saknas: {Prose.List(unanswered.Select(a => a.Swedish()))}. Bedöm innan avvikelsen avslutas.");
    }
}

public sealed class CloseInput
{
    public string? Note { get; set; }
}
