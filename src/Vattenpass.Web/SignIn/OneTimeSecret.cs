using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Vattenpass.Web.SignIn;

/// <summary>
/// A secret shown once, of which only the hash is kept. It goes out with the form that makes it hold, so that the button pressed twice shows
/// the same, and one that works.
/// </summary>
public static class OneTimeSecret
{
    private const int Bytes = 32, Length = 43;

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    public static bool IsWhole(string secret) =>
        secret.Length == Length && secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
