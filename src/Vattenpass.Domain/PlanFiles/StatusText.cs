using System.Text.RegularExpressions;
using Vattenpass.Domain.Measures;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>A status in the words of the source. A colour or an icon alone is no status: what it stands for, only the source knows.</summary>
public static partial class StatusText
{
    private static readonly (MeasureStatus Status, string[] Words)[] Known =
    [
        (MeasureStatus.NotStarted, ["ej påbörjad", "inte påbörjad", "ej startad", "inte startad", "ej påbörjat", "inte påbörjat", "planerad", "ej igång", "ej startat"]),
        (MeasureStatus.Ongoing, ["pågående", "pågår", "påbörjad", "påbörjat", "startad", "igång", "under arbete", "under genomförande"]),
        (MeasureStatus.Done, ["genomförd", "genomfört", "klar", "klart", "utförd", "utfört", "slutförd", "slutfört", "färdig", "genomförda", "utförda"]),
        (MeasureStatus.Delayed, ["försenad", "försenat"]),
        (MeasureStatus.Closed, ["avslutad", "avslutat", "stängd"]),
        (MeasureStatus.Cancelled, ["avbruten", "avbrutet", "utgår", "utgått", "inställd"]),
        (MeasureStatus.Merged, ["sammanslagen", "sammanslaget", "ihopslagen"]),
        (MeasureStatus.Postponed, ["uppskjuten", "uppskjutet", "framflyttad", "senarelagd", "vilande", "pausad"]),
    ];

    /// <param name="own">The municipality's own words, lower case.</param>
    public static MeasureStatus? Read(string text, IReadOnlyDictionary<string, MeasureStatus> own)
    {
        if (CellText.Ticked(text) is not { } ticked) return null;
        var word = Beside().Replace(ticked, " ").Trim(' ', '.', ',', ':', '-', '–').ToLowerInvariant();
        return own.TryGetValue(word, out var said) ? said
            : Known.FirstOrDefault(k => k.Words.Contains(word)) is { Words: not null } found ? found.Status : null;
    }

    /// <summary>A day beside the word: "Genomförd 2026-03-01", "Uppskjuten till 2027".</summary>
    [GeneratedRegex(@"\s(till|per|från|sedan|den)\s+(20\d\d(-\d\d(-\d\d)?)?|(\d{1,2} )?(januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)( 20\d\d)?)$|\(?\b20\d\d-\d\d-\d\d\b\)?|\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Beside();
}
