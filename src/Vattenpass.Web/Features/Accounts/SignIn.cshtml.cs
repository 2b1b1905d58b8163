using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Accounts;

[AllowAnonymous]
[EnableRateLimiting(SigningIn.Limiter)]
public sealed class SignInModel(Databases databases, Passwords passwords, Installation installation, IDataProtectionProvider protection) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "till")]
    public string? GoesOnTo { get; set; }

    /// <summary>A form whose session ended while it was written, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>There was a form, too large to be carried through the sign-in.</summary>
    [FromQuery(Name = "borta")]
    public bool IsLost { get; set; }

    public IReadOnlyList<(string User, string Name)> DemoSignIns { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (account, problem) = await SigningIn.TryAsync(HttpContext, databases, passwords, Input.UserName ?? "", Input.Password ?? "",
            HttpContext.RequestAborted);
        if (account is not null) return await OpenAsync(account);
        ModelState.AddModelError("Input.UserName", problem);
        await ShowAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>One click in the demo; in any other installation it does not exist.</summary>
    public async Task<IActionResult> OnPostDemoAsync(string user)
    {
        if (!installation.IsDemo) return NotFound();
        await using var db = databases.OpenAsSystem("demo");
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.UserName == user, HttpContext.RequestAborted);
        return account is null ? NotFound() : await OpenAsync(account);
    }

    private async Task<IActionResult> OpenAsync(Domain.Organisation.Account account)
    {
        await SigningIn.OpenAsync(HttpContext, account);
        // Sent on as it is: the page that shows it needs the new session for a key that holds.
        if (KeptForm.Open(Kept, account.Id, protection) is not null) return RedirectPreserveMethod(KeptForm.Back);
        return LocalRedirect(Url.IsLocalUrl(GoesOnTo) ? GoesOnTo : "/");
    }

    private async Task ShowAsync()
    {
        if (!installation.IsDemo) return;
        await using var db = databases.OpenAsSystem("demo");
        var accounts = await db.Accounts.AsNoTracking().Include(a => a.Person).OrderBy(a => a.Id).ToListAsync(HttpContext.RequestAborted);
        DemoSignIns = [.. accounts.Select(a => (a.UserName, a.Person.Name))];
    }
}

public sealed class SignInInput
{
    public string? UserName { get; set; }
    public string? Password { get; set; }
}
