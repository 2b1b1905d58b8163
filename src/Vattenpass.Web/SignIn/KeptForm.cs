using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Vattenpass.Web.SignIn;

/// <summary>
/// What was typed in a form that came in after its session had ended. It is carried through the sign-in in the form itself, sealed, and given
/// back only to the account that typed it. The server keeps nothing, and it works without script.
/// </summary>
public sealed record KeptForm(Guid Account, string Address, IReadOnlyList<KeptField> Fields, bool HadFiles)
{
    public const string SignInAgain = "/logga-in/igen";

    /// <summary>The longest sealed form, in characters: what is longer is not carried.</summary>
    private const int Longest = 1_000_000;
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    private static readonly string[] OfTheSending = ["__RequestVerificationToken", "Submission", "Seen"];

    /// <summary>The texts a person wrote, to be read before they are sent again.</summary>
    public IEnumerable<string> Written() =>
        Fields.Where(f => !OfTheSending.Contains(f.Name)).Select(f => f.Value.Trim()).Where(v => v.Contains(' ', StringComparison.Ordinal));

    /// <summary>
    /// A form that comes in when its session has ended is sent on, as it is, to be kept while the person signs in. Only one whose session cookie
    /// still tells who it was, so that no other site can put words into the form. Everything else goes to the ordinary sign-in.
    /// </summary>
    public static Task AtChallenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var isForm = HttpMethods.IsPost(request.Method) && request.HasFormContentType
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (!isForm || WhoseSession(context.HttpContext, context.Options) is null)
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = QueryHelpers.AddQueryString(SignInAgain, "till", request.Path + request.QueryString);
        return Task.CompletedTask;
    }

    /// <summary>The account of the session that has ended, as its cookie tells; null when there is none.</summary>
    private static Guid? WhoseSession(HttpContext context, CookieAuthenticationOptions options) =>
        context.Request.Cookies[options.Cookie.Name!] is { } cookie
        && options.TicketDataFormat.Unprotect(cookie) is { } ticket
        && Guid.TryParse(ticket.Principal.FindFirstValue(SigningIn.AccountClaim), out var account) ? account : null;

    /// <returns>The form that came in, sealed; null when there is nothing to keep, or when it holds a password.</returns>
    public static string? Seal(HttpContext context, CookieAuthenticationOptions options, IDataProtectionProvider protection, string address)
    {
        var form = context.Request.Form;
        if (WhoseSession(context, options) is not { } account || form.Keys.Any(IsSecret)) return null;
        var fields = form.Where(f => f.Key != OfTheSending[0]).SelectMany(f => f.Value.Select(v => new KeptField(f.Key, v ?? ""))).ToList();
        var kept = new KeptForm(account, address, fields, form.Files.Count > 0);
        if (!fields.Any(f => !OfTheSending.Contains(f.Name))) return null;
        var text = Protector(protection).Protect(JsonSerializer.Serialize(kept), Lasts);
        return text.Length <= Longest ? text : null;
    }

    /// <returns>The form as it was, when it is the account's own and not too old.</returns>
    public static KeptForm? Open(string? text, Guid account, IDataProtectionProvider protection)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<KeptForm>(Protector(protection).Unprotect(text));
            return kept?.Account == account ? kept : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) =>
        protection.CreateProtector("Vattenpass.KeptForm").ToTimeLimitedDataProtector();

    private static bool IsSecret(string name) => name.EndsWith("Password", StringComparison.Ordinal) || name is "Input.Current" or "Secret";
}

public sealed record KeptField(string Name, string Value);
