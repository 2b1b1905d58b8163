using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>A small deviation that has been put right: cause, action and feedback in one step, and it is closed.</summary>
[Needs(Thing.Deviations, Right.Decide)]
public sealed class PutRightModel(VattenpassDb db) : DeviationPage<PutRightInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Decide);

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        var page = await base.OnGetAsync(id);
        if (Deviation is not null) Input.ActionTaken = Deviation.ImmediateAction;
        return page;
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.CloseDeviation, () =>
    {
        CloseModel.MustBeAssessed(Deviation);
        Deviation.PutRight(Input.Cause ?? "", Input.ActionTaken ?? "", Input.Feedback ?? "", Today, Me.PersonId);
    }, "Avvikelsen är rättad och avslutad.");
}

public sealed class PutRightInput
{
    public string? Cause { get; set; }
    public string? ActionTaken { get; set; }
    public string? Feedback { get; set; }
}
