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

    public void Set(Account account, string password, bool mustChange)
    {
        Refusal.If(password.Length < Account.ShortestPassword,
            $"Lösenordet ska ha minst {Account.ShortestPassword} tecken. En mening går bra.", "Password");
        Refusal.If(password.Length > 200, "Lösenordet får ha högst 200 tecken.", "Password");
        Refusal.If(password.Contains(account.UserName,
            StringComparison.OrdinalIgnoreCase), "Lösenordet får inte innehålla användarnamnet.", "Password");
        account.SetPassword(hasher.HashPassword(account, password), NewStamp(), mustChange);
    }

    public bool IsRight(Account account, string password) =>
        hasher.VerifyHashedPassword(account, account.PasswordHash, password) is not PasswordVerificationResult.Failed;

    /// <summary>An unknown user takes as long as a wrong password, so that the time tells nothing.</summary>
    public void SpendTheSameTime(string password) => hasher.HashPassword(null!, password);

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
