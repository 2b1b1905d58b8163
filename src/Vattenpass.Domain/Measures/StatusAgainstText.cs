using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Measures;

/// <summary>A status that the words beside it do not bear out: "Genomförd" of something that "kommer att ske".</summary>
public static partial class StatusAgainstText
{
    /// <returns>The words that say otherwise; null when none do.</returns>
    public static string? Of(MeasureStatus? status, string text) => status switch
    {
        MeasureStatus.Done or MeasureStatus.Closed => Found(NotDone(), text),
        MeasureStatus.NotStarted => Found(Done(), text),
        _ => null,
    };

    private static string? Found(Regex words, string text) => words.Matches(text).FirstOrDefault(m => !IsDenied(text, m.Index))?.Value;

    /// <summary>"Inget återstår" and "inga brister kvarstår" say that it is done.</summary>
    private static bool IsDenied(string text, int at)
    {
        var from = text.AsSpan(0, at).LastIndexOfAny(".!?\n") + 1;
        return Nothing().IsMatch(text.AsSpan(from, at - from));
    }

    [GeneratedRegex(@"\b(inget|inga|ingen|ingenting)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\b(genomfördes inte|(har )?(inte|ej) (har )?(genomförts|utförts|kunnat|påbörjats)|uteblev|skjuts upp|har skjutits upp|(inte|ej) (genomförd|genomfört|genomförda|utförd|utfört|utförda|klar|klart|klara|påbörjad|påbörjat|påbörjade)|delvis (genomförd|genomfört|genomförda|klar|klart|utförd|utfört)|blev inte av|arbetet pågår|ännu inte|behöver fortlöpa|arbetet fortsätter|kvarstår|kommer( \p{L}+){0,4} (ske|genomföras|att ske|att genomföras)|återstår|pågår fortfarande|är försenad)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NotDone();

    [GeneratedRegex(@"\b(är (genomförd|utförd|klar)|har (genomförts|utförts|slutförts)|betraktas som genomförd)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Done();
}
