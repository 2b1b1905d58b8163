using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

[Needs(Thing.Deviations, Right.Write)]
public sealed class FeedBackModel(VattenpassDb db) : DeviationPage<FeedBackInput>(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.FeedBackDeviation, () => Deviation.GiveFeedback(Input.Text ?? "", Input.Day ?? Today),
            "Återkopplingen är sparad.");
}

public sealed class FeedBackInput
{
    public string? Text { get; set; }
    public DateOnly? Day { get; set; }
}
