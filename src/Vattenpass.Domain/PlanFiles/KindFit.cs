using Vattenpass.Domain.Kinds;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>A built-in control that the wording of a read one fits, and the word that says so.</summary>
public sealed record KindFit(ControlKind Kind, string Word)
{
    /// <summary>The kind whose word comes first in the title, else in the rest of the text; null when none does. Offered, never taken for given.</summary>
    public static KindFit? Of(ReadItem control) => First(control.Title) ?? First(control.Description);

    private static KindFit? First(string text) => ControlKinds.All
        .SelectMany(k => k.Wordings.Select(w => (Kind: k, Word: w, At: text.IndexOf(w, StringComparison.OrdinalIgnoreCase))))
        .Where(f => f.At >= 0)
        .OrderBy(f => f.At).ThenByDescending(f => f.Word.Length)
        .Select(f => new KindFit(f.Kind, f.Word)).FirstOrDefault();
}
