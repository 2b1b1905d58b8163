using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

[Needs(Thing.Deviations, Right.Write)]
public sealed class ConcludeModel(VattenpassDb db) : DeviationPage<ConcludeInput>(db)
{
    protected override Basis MadeFrom => Basis.Values(Stored);

    private ConcludeInput Stored => new() { Cause = Deviation.Cause, ActionTaken = Deviation.ActionTaken };

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        var shown = await base.OnGetAsync(id);
        if (Deviation is not null) Input = Stored;
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.InvestigateDeviation, () =>
    {
        if (Deviation.Investigation is InvestigationState.Concluded)
            Deviation.Complete(Input.Cause ?? "", Input.ActionTaken ?? "", Me.PersonId);
        else Deviation.ConcludeInvestigation(Input.Cause ?? "", Input.ActionTaken ?? "", Today, Me.PersonId);
    }, "Utredningen är sparad.");
}

public sealed class ConcludeInput
{
    public string? Cause { get; set; }
    public string? ActionTaken { get; set; }
}
