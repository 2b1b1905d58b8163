using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;

namespace Vattenpass.Web.SignIn;

/// <summary>
/// What was typed in a form that came in after its session had ended. It is carried through the sign-in in the form itself, sealed, and given
/// back only to the account that typed it. The server keeps nothing, and it works without script.
/// </summary>
public sealed record KeptForm(Guid Account, string Address, IReadOnlyList<KeptField> Fields, bool HadFiles)
{
    public const string SignInAgain = "/logga-in/igen", Back = "/logga-in/kvar";

    /// <summary>The longest sealed form, in characters: what is longer is not carried, and that is told.</summary>
    private const int Longest = 1_500_000;
    private const int ShortestText = 20;
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);
    private static readonly string[] OfTheSending = ["__RequestVerificationToken", "Submission", "Seen"];

    /// <summary>A button that takes something away is pressed anew, by somebody who sees what goes.</summary>
    private static readonly string[] NotCarried = ["__RequestVerificationToken", "tabort"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IEnumerable<string> Answers() =>
        Fields.Where(f => !OfTheSending.Contains(f.Name) && f.Value.Length > 0 && !Guid.TryParse(f.Value, out _)).Select(f => f.Value.Trim());

    /// <summary>The texts a person wrote, to be read before they are sent again.</summary>
    public IEnumerable<string> Written() => Answers().Where(IsText);

    public int ShortAnswers() => Answers().Count(a => !IsText(a));

    private static bool IsText(string answer) => answer.Length >= ShortestText && answer.Contains(' ', StringComparison.Ordinal);

    /// <summary>
    /// A form that comes in when its session has ended is sent on, as it is, to be kept while the person signs in. Only one whose session cookie
    /// still tells who it was, so that no other site can put words into the form. Everything else goes to the ordinary sign-in.
    /// </summary>
    public static Task AtChallenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsSentByPage(context.Request) && WhoseSession(context.HttpContext, context.Options) is not null)
            context.Response.Redirect(SentOnTo(SignInAgain, context.Request), permanent: false, preserveMethod: true);
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static string SentOnTo(string page, HttpRequest request) =>
        QueryHelpers.AddQueryString(page, "till", request.Path + request.QueryString);

    /// <summary>A form a person sent from a page, and not a script that takes its answer itself.</summary>
    private static bool IsSentByPage(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.HasFormContentType
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <summary>The account of the session that has ended, as its cookie tells; null when there is none.</summary>
    private static Guid? WhoseSession(HttpContext context, CookieAuthenticationOptions options) =>
        context.Request.Cookies[options.Cookie.Name!] is { } cookie && options.TicketDataFormat.Unprotect(cookie) is { } ticket
            ? SigningIn.AccountOf(ticket.Principal) : null;

    /// <summary>The form that came in; null when it has more fields or text than is ever read.</summary>
    public static async Task<IFormCollection?> FormAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (Exception large) when (large is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>What of a form can be given back: nothing of one that holds a password, or where nothing was answered.</summary>
    public static KeptForm? Of(Guid account, string address, IFormCollection form)
    {
        if (form.Keys.Any(IsSecret)) return null;
        KeptForm kept = new(account, address,
            [.. form.Where(f => !NotCarried.Contains(f.Key)).SelectMany(f => f.Value.Select(v => new KeptField(f.Key, v ?? "")))], form.Files.Count > 0);
        return kept.Answers().Any() ? kept : null;
    }

    /// <returns>The form that came in, sealed; null when there is nothing to keep. IsLost: there was, and it is too large to be carried.</returns>
    public static async Task<(string? Sealed, bool IsLost)> SealAsync(HttpContext context, CookieAuthenticationOptions options,
        IDataProtectionProvider protection, string address)
    {
        if (WhoseSession(context, options) is not { } account) return (null, false);
        if (await FormAsync(context) is not { } form) return (null, true);
        if (Of(account, address, form) is not { } kept) return (null, false);
        var text = Protector(protection).Protect(JsonSerializer.Serialize(kept, Plain), Lasts);
        return text.Length <= Longest ? (text, false) : (null, true);
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

    /// <summary>
    /// A page opened under another sign-in has a key that no longer holds. Its form is given back instead of being refused, when it comes from
    /// this site by the browser's own word.
    /// </summary>
    public sealed class WhenKeyFails : IAlwaysRunResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            var request = context.HttpContext.Request;
            if (context.Result is not IAntiforgeryValidationFailedResult || !IsSentByPage(request)
                || context.HttpContext.User.Identity?.IsAuthenticated != true || !IsFromHere(request)) return;
            context.Result = new RedirectResult(SentOnTo(Back, request), permanent: false, preserveMethod: true);
        }

        public void OnResultExecuted(ResultExecutedContext context) { }

        private static bool IsFromHere(HttpRequest request) =>
            Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}

public sealed record KeptField(string Name, string Value);
