using System.Security.Cryptography;
using System.Text;

namespace Vattenpass.Web.Shared;

/// <summary>What a form held when it was sent, in one hash: fields and files, without what belongs to the sending itself.</summary>
internal static class SentForm
{
    private static readonly HashSet<string> OfTheSending = new(StringComparer.Ordinal) { "__RequestVerificationToken", "Submission", "Seen" };

    public static string HashOf(IFormCollection form)
    {
        var text = new StringBuilder();
        foreach (var (name, values) in form.Where(f => !OfTheSending.Contains(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
            foreach (var value in values) text.Append(name).Append('=').Append(value?.Length).Append(':').Append(value).Append('\n');
        foreach (var file in form.Files) text.Append(file.Name).Append('=').Append(file.FileName).Append(':').Append(file.Length).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
