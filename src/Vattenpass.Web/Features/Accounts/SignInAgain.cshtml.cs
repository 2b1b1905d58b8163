using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Accounts;

/// <summary>
/// Where a form is sent on to when its session has ended. The form's key belongs to that session and cannot hold here; nothing is saved,
/// and who it came from is told by the session's own cookie.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class SignInAgainModel(IDataProtectionProvider protection, IOptionsMonitor<CookieAuthenticationOptions> cookies) : PageModel
{
    [FromQuery(Name = "till")]
    public string? GoesOnTo { get; set; }

    public SignInInput Input { get; } = new();
    public string? Kept { get; private set; }

    public IActionResult OnGet() => SignIn();

    public async Task<IActionResult> OnPostAsync()
    {
        if (GoesOnTo is not { } address || !Url.IsLocalUrl(address)) return SignIn();
        (Kept, var isLost) = await KeptForm.SealAsync(HttpContext, cookies.Get(CookieAuthenticationDefaults.AuthenticationScheme), protection, address);
        return Kept is null ? SignIn(isLost) : Page();
    }

    private RedirectToPageResult SignIn(bool isLost = false) => RedirectToPage("SignIn", isLost ? new { till = GoesOnTo, borta = true } : new { till = GoesOnTo });
}
