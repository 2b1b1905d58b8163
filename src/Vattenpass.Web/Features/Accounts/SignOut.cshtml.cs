using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vattenpass.Web.Features.Accounts;

// A page whose session has ended has a key that no longer holds, and signing out must work from there too.
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class SignOutModel : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\"";
        return Redirect("/logga-ut");
    }
}
