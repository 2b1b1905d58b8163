using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
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
            o.Events.OnRedirectToLogin = KeptForm.AtChallenge;
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<Attempts>();
        // A hash costs some hundred milliseconds of a core. Each source has a queue of its own, so that one cannot shut the others out;
        // whoever is signed in already, and confirms something, waits in nobody else's.
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(Limiter, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetConcurrencyLimiter(context.User.FindFirstValue(AccountClaim) ?? SourceOf(context),
                    _ => new() { PermitLimit = 2, QueueLimit = 20, QueueProcessingOrder = QueueProcessingOrder.OldestFirst })
                : RateLimitPartition.GetNoLimiter("visa"));
        });
    }

    /// <summary>Where a request comes from: the address, as the proxy gives it where there is one.</summary>
    public static string SourceOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <returns>The account when the password is right; else null and what to tell, the same for every name and in the same time.</returns>
    public static async Task<(Account? Account, string Problem)> TryAsync(HttpContext context, Databases databases, Passwords passwords,
        string userName, string password, CancellationToken stop)
    {
        var wanted = userName.Trim().ToLower(CultureInfo.CurrentCulture);
        var attempts = context.RequestServices.GetRequiredService<Attempts>();
        if (attempts.Begin(SourceOf(context), wanted) is { } wait) return (null, Slower(wait));
        await using var db = databases.OpenAsSystem("inloggning");
        var account = await db.Accounts.Include(a => a.Person).FirstOrDefaultAsync(a => a.UserName == wanted, stop);
        var right = account is { PasswordHash.Length: > 0 }
            ? passwords.IsRight(account, password) && account.Person.WorksOn(db.Today)
            : passwords.IsRightForNobody(password);
        if (right) attempts.Succeeded(SourceOf(context), wanted);
        if (account is null) return (null, Wrong);
        if (right) account.Succeeded();
        else account.Failed();
        try
        {
            await db.SaveAsync(right ? Acts.SignIn : Acts.SignInFailed, stop: stop);
        }
        catch (Refusal)
        {
            // Another guess at the same account was saved meanwhile. This one has been counted where it slows down.
        }
        return right ? (account, "") : (null, Wrong);
    }

    public static string Slower(TimeSpan wait) =>
        $"För många försök. Vänta {Math.Ceiling(wait.TotalSeconds):0} sekunder och försök igen.";

    private const string Wrong = "Fel användarnamn eller lösenord. Försök igen.";

    /// <summary>Opens a session: a fresh cookie every time, bound to the account's stamp.</summary>
    public static Task OpenAsync(HttpContext context, Account account) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new(AccountClaim, account.Id.ToString()), new(StampClaim, account.SecurityStamp)],
            CookieAuthenticationDefaults.AuthenticationScheme)));

    /// <summary>The account that a session is of.</summary>
    public static Guid? AccountOf(ClaimsPrincipal session) => Guid.TryParse(session.FindFirstValue(AccountClaim), out var account) ? account : null;
}
