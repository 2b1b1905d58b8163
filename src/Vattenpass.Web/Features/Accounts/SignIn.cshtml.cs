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

    /// <summary>The same form, opened by the one who wrote it.</summary>
    public KeptForm? Back { get; private set; }

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
        HttpContext.User = await SigningIn.OpenAsync(HttpContext, account);
        Back = account.MustChangePassword ? null : KeptForm.Open(Kept, account.Id, protection);
        if (Back is not null) return Page();
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
