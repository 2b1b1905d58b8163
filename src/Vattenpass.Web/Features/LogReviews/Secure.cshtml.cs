using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class SecureModel(VattenpassDb db) : CasePage<SecureInput>(db)
{
    protected override Basis MadeFrom => Basis.Values(Stored);

    private SecureInput Stored => new() { ExtractSecuredOn = Case.ExtractSecuredOn, HrToldOn = Case.HrToldOn };

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        var page = await base.OnGetAsync(id);
        if (page is PageResult) Input = Stored;
        return page;
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, () =>
    {
        Refusal.If(Input.ExtractSecuredOn is null, "Ange dagen då utdraget säkrades.", nameof(Input.ExtractSecuredOn));
        Refusal.If(Input.HrToldOn is null, "Ange dagen då HR kontaktades.", nameof(Input.HrToldOn));
        Case.Secure(Input.ExtractSecuredOn!.Value, Input.HrToldOn!.Value, Today, SwedishTime.StartOf(Input.ExtractSecuredOn.Value));
    }, "Antecknat. Nu kan frågan ställas.");
}

public sealed class SecureInput
{
    public DateOnly? ExtractSecuredOn { get; set; }
    public DateOnly? HrToldOn { get; set; }
}
