using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>Something is destroyed, and a second nurse confirms it on the same phone with a sign-in of their own.</summary>
[Needs(Thing.Medicines, Right.Write)]
[EnableRateLimiting(SigningIn.Limiter)]
public sealed class DestroyModel(VattenpassDb db, Databases databases, Passwords passwords) : StorePage<DestroyInput>(db)
{
    public IReadOnlyList<SelectListItem> Lines { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.DestroyMedicine, async () =>
    {
        Refusal.If(Input.LineId is null, "Välj preparat.", nameof(Input.LineId));
        var second = await SecondPerson.SignInAsync(HttpContext, databases, passwords, Input.SecondUserName, Input.SecondPassword, Store.AtUnit, Stop);
        Db.Add(Store.Destroy(Db.NewId(), Input.LineId!.Value, Amount.Read(Input.Quantity, nameof(Input.Quantity)), Input.Reason ?? "",
            Me.PersonId, Me.Name, second.Id, second.Name, Today, Db.Now));
    }, "Kassationen är registrerad och bekräftad.");

    protected override async Task<bool> LoadAsync(Guid id)
    {
        if (!await base.LoadAsync(id)) return false;
        Lines = Amount.Lines(Store, Today);
        return true;
    }
}

public sealed class DestroyInput
{
    public Guid? LineId { get; set; }
    public string? Quantity { get; set; }
    public string? Reason { get; set; }
    public string? SecondUserName { get; set; }
    public string? SecondPassword { get; set; }
}
