using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Files;

/// <summary>A few headers of a file, cut short: a file taken for another kind may have all its text in one.</summary>
public static class HeadersShown
{
    private const int Most = 6, Longest = 40;

    public static string Of(IEnumerable<string> headers)
    {
        List<string> named = [.. headers.Where(h => h.Length > 0).Select(h => $"”{Short(Pseudonyms.Masked(h))}”")];
        static string Short(string header) => header.Length > Longest ? header[..Longest] + "…" : header;
        return named.Count == 0 ? "tomma" : Prose.Some(named, Most);
    }
}
