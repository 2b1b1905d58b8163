using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Accounts;

/// <summary>
/// Gives back a form that could not be taken: one that was carried through the sign-in, or one from a page that was opened under another
/// sign-in and whose key no longer holds. Nothing is saved here; the button sends it again with a key that holds.
/// </summary>
[NeedsSignIn]
[IgnoreAntiforgeryToken]
public sealed class KeptModel(IDataProtectionProvider protection, CurrentAccess current) : PageModel
{
    [FromQuery(Name = "till")]
    public string? GoesOnTo { get; set; }

    public KeptForm Form { get; private set; } = null!;
    public bool MustChangePassword => current.MustChangePassword;

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (SigningIn.AccountOf(User) is not { } account) return LocalRedirect("/");
        var sent = await KeptForm.FormAsync(HttpContext);
        var kept = sent is null ? null : KeptForm.Open(sent["Kept"], account, protection)
            ?? (GoesOnTo is { } address && Url.IsLocalUrl(address) && !sent.ContainsKey("Kept") ? KeptForm.Of(account, address, sent) : null);
        if (kept is null) return LocalRedirect(Url.IsLocalUrl(GoesOnTo) ? GoesOnTo : "/");
        Form = kept;
        return Page();
    }
}
