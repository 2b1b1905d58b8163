using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.SignIn;

/// <summary>PBKDF2 with SHA-512 through the framework's own hasher; more rounds than its default (OWASP).</summary>
public sealed class Passwords(int rounds = Passwords.ProductionRounds)
{
    public const int ProductionRounds = 220_000;
    private readonly PasswordHasher<Account> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));

    public Passwords() : this(ProductionRounds) { }

    /// <summary>Sets what the product or an installation has made: no person has chosen it.</summary>
    public void Set(Account account, string password, bool mustChange) =>
        account.SetPassword(hasher.HashPassword(account, password), NewStamp(), mustChange);

    /// <summary>Sets what the owner has chosen.</summary>
    /// <exception cref="Refusal">It is too short, easy to guess, or one that the account has had.</exception>
    public void Choose(Account account, string password)
    {
        Refusal.If(password.Length < Account.ShortestPassword,
            $"Lösenordet ska ha minst {Account.ShortestPassword} tecken. En mening går bra.", "Password");
        Refusal.If(password.Length > 200, "Lösenordet får ha högst 200 tecken.", "Password");
        Refusal.If(password.Contains(account.UserName,
            StringComparison.OrdinalIgnoreCase), "Lösenordet får inte innehålla användarnamnet.", "Password");
        Refusal.If(WeakPasswords.IsWeak(password), "Lösenordet är lätt att gissa. Skriv en mening som bara du kommer på.", "Password");
        Refusal.If(account.FormerHashes.Append(account.PasswordHash).Any(h => h.Length > 0 && IsRight(h, password)),
            "Lösenordet har använts förut. Välj ett nytt.", "Password");
        Set(account, password, mustChange: false);
    }

    public bool IsRight(Account account, string password) => IsRight(account.PasswordHash, password);

    private bool IsRight(string hash, string password) =>
        hasher.VerifyHashedPassword(null!, hash, password) is not PasswordVerificationResult.Failed;

    /// <summary>An unknown user takes as long as a wrong password, so that the time tells nothing. Never true.</summary>
    public bool IsRightForNobody(string password) => IsRight(nobody.Value, password) && false;

    private readonly Lazy<string> nobody = new(() => new PasswordHasher<Account>(
        Options.Create(new PasswordHasherOptions { IterationCount = rounds })).HashPassword(null!, "ingen har det här lösenordet"));

    public static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
