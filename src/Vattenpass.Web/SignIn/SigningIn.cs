using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.SignIn;

/// <summary>
/// Signing in with a local account. Other ways in (OpenID Connect, passkeys, a second factor) belong here too and end in the
/// same <see cref="OpenAsync"/>.
/// </summary>
public static class SigningIn
{
    public const string AccountClaim = "konto", StampClaim = "stampel";
    public const string Limiter = "inloggning";
    /// <summary>A session ends when so long has gone by without a page.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Cookie.Name = "vattenpass";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            (o.LoginPath, o.AccessDeniedPath, o.ReturnUrlParameter) = ("/logga-in", "/fel/403", "till");
            (o.ExpireTimeSpan, o.SlidingExpiration) = (Idle, true);
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        // A hash costs some hundred milliseconds of a core: without a limit of its own a few bots would stop the whole site.
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(Limiter, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetConcurrencyLimiter("alla",
                    _ => new() { PermitLimit = 2, QueueLimit = 20, QueueProcessingOrder = QueueProcessingOrder.OldestFirst })
                : RateLimitPartition.GetNoLimiter("visa"));
        });
    }

    /// <returns>The account when the password is right; else null and what to tell, the same for an unknown user as for a wrong password.</returns>
    public static async Task<(Account? Account, string Problem)> TryAsync(Databases databases, Passwords passwords, string userName,
        string password, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("inloggning");
        var wanted = userName.Trim().ToLower(CultureInfo.CurrentCulture);
        var account = await db.Accounts.Include(a => a.Person).FirstOrDefaultAsync(a => a.UserName == wanted, stop);
        if (account is null)
        {
            passwords.SpendTheSameTime(password);
            return (null, Wrong);
        }
        if (account.IsLocked(db.Now))
            return (null, $"Kontot är låst till {SwedishTime.Text(account.LockedUntil!.Value)} efter flera felaktiga försök. Vänta eller be en administratör om hjälp.");
        var right = passwords.IsRight(account, password) && account.Person.WorksOn(db.Today);
        if (right) account.Succeeded();
        else account.Failed(db.Now);
        await db.SaveAsync(right ? Acts.SignIn : Acts.SignInFailed, stop: stop);
        return right ? (account, "") : (null, Wrong);
    }

    private const string Wrong = "Fel användarnamn eller lösenord. Försök igen.";

    /// <summary>Opens a session: a fresh cookie every time, bound to the account's stamp.</summary>
    public static Task OpenAsync(HttpContext context, Account account) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new(AccountClaim, account.Id.ToString()), new(StampClaim, account.SecurityStamp)],
            CookieAuthenticationDefaults.AuthenticationScheme)));
}
