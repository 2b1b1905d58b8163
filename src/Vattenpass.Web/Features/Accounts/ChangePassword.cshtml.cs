using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Accounts;

[NeedsSignIn]
[EnableRateLimiting(SigningIn.Limiter)]
public sealed class ChangePasswordModel(VattenpassDb db, Databases databases, Passwords passwords, Attempts attempts) : FormPage<ChangePasswordInput>(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        // The own account is changed by the product on the person's behalf: no role gives anyone a right over accounts here.
        await using var own = databases.OpenAsSystem(Me.Name);
        var account = await own.Accounts.Include(a => a.Person).FirstAsync(a => a.PersonId == Me.PersonId, Stop);
        try
        {
            // Whoever finds a session open must not be able to guess on, either.
            if (attempts.Begin(SigningIn.SourceOf(HttpContext), account.UserName) is { } wait)
                throw new Refusal(SigningIn.Slower(wait), nameof(Input.Current));
            Refusal.If(!passwords.IsRight(account, Input.Current ?? ""), "Det nuvarande lösenordet är fel.", nameof(Input.Current));
            attempts.Succeeded(SigningIn.SourceOf(HttpContext), account.UserName);
            passwords.Choose(account, Input.Password ?? "");
            await own.SaveAsync(Acts.ChangePassword, stop: Stop);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError($"Input.{refusal.Field}", refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await SigningIn.OpenAsync(HttpContext, account);
        Receipt("Lösenordet är bytt. Andra inloggningar är avslutade.");
        return Redirect("/");
    }
}

public sealed class ChangePasswordInput
{
    public string? Current { get; set; }
    public string? Password { get; set; }
}
