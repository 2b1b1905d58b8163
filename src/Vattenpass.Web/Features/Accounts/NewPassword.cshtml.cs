using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Accounts;

/// <summary>Where a one-time link leads: the owner chooses a password, and is in. The page tells nothing about whether the code holds until it is used.</summary>
[AllowAnonymous]
[EnableRateLimiting(SigningIn.Limiter)]
public sealed class NewPasswordModel(Databases databases, Passwords passwords) : PageModel
{
    [BindProperty]
    public NewPasswordInput Input { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string kod)
    {
        var stop = HttpContext.RequestAborted;
        await using var db = databases.OpenAsSystem("nytt lösenord");
        try
        {
            // No code can be guessed: it has 256 bits. The queue of its own for each source is brake enough.
            var hash = OneTimeSecret.HashOf(kod);
            var account = await db.Accounts.Include(a => a.Person).FirstOrDefaultAsync(a => a.ResetSha256 == hash, stop);
            if (account?.CanReset(db.Now) != true || !account.Person.WorksOn(db.Today))
                throw new Refusal("Länken gäller inte längre. Be administratören om en ny.");
            passwords.Choose(account, Input.Password ?? "");
            await db.SaveAsync(Acts.ChangePassword, stop: stop);
            await SigningIn.OpenAsync(HttpContext, account);
            TempData["Kvitto"] = "Lösenordet är valt.";
            return Redirect("/");
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("Input.Password", refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }
}

public sealed class NewPasswordInput
{
    public string? Password { get; set; }
}
