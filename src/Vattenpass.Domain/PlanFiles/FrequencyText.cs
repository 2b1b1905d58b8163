using System.Globalization;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.PlanFiles;

/// <summary>How often, as the source says it, and as a schedule where it can be one.</summary>
public sealed record ReadFrequency(string Phrase, Recurrence? Recurrence);

/// <summary>Recurrence as plans write it: in a column of its own, or in the middle of a control's text.</summary>
public static partial class FrequencyText
{
    private static readonly string[] Numbers = ["", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    private static readonly string[] Ordinals = ["", "", "annan", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"];

    /// <summary>The whole of a cell that is about nothing else; null when it says nothing about time.</summary>
    public static ReadFrequency? Cell(string text)
    {
        var line = text.Replace('\n', ' ').Trim().TrimEnd('.');
        if (Recurrence.Read(line) is { } spoken) return new(line, spoken);
        if (Whole.TryGetValue(line.ToLowerInvariant(), out var whole)) return new(line, whole);
        if (Find(line) is { } found) return new(line, Exactly(line, found));
        if (Tertials().IsMatch(line)) return new(line, Spans(line, 4));
        if (Quarters().IsMatch(line)) return new(line, Spans(line, 3));
        if (MonthRange().Match(line) is { Success: true } r) return new(line, Range(Month(r.Groups["a"].Value), Month(r.Groups["b"].Value)));
        if (MonthWords(line) is { Count: > 0 } months && NoMonths(line)) return new(line, new(RecurrenceKind.NamedMonths, Months: months));
        return AsNeeded().IsMatch(line) || MonthWords(line).Count > 0 ? new(line, null) : null;
    }

    private static readonly Dictionary<string, Recurrence> Whole = new()
    {
        ["månad"] = Recurrence.Monthly,
        ["kvartal"] = new(RecurrenceKind.EachQuarter),
        ["tertial"] = new(RecurrenceKind.Tertial),
        ["halvår"] = new(RecurrenceKind.HalfYear),
        ["år"] = new(RecurrenceKind.Year),
        ["helår"] = new(RecurrenceKind.Year),
        ["vecka"] = new(RecurrenceKind.Week),
        ["dag"] = new(RecurrenceKind.Day),
    };

    /// <summary>What stands beside the phrase may say more of when: months that are named go first, and what narrows it in other words leaves no schedule.</summary>
    private static Recurrence? Exactly(string line, ReadFrequency found)
    {
        var rest = line.Replace(found.Phrase, " ", StringComparison.OrdinalIgnoreCase);
        if (Narrows().IsMatch(rest)) return null;
        var months = MonthWords(rest);
        if (months.Count == 0) return found.Recurrence;
        var times = found.Recurrence?.Kind switch { RecurrenceKind.Year => 1, RecurrenceKind.HalfYear => 2, RecurrenceKind.Tertial => 3, RecurrenceKind.EachQuarter => 4, _ => 0 };
        return times == months.Count && !rest.Contains('–', StringComparison.Ordinal) && !rest.Contains('-', StringComparison.Ordinal) ? new(RecurrenceKind.NamedMonths, Months: months) : null;
    }

    /// <summary>The first phrase of a control's own text that says how often it is done, and not how often something else is.</summary>
    public static ReadFrequency? OfControl(string text) => Sentences().Split(text).Where(s => AboutChecking().IsMatch(s)).Select(s => (Sentence: s, Found: Find(s)))
        .Where(f => f.Found is not null && !Regex.IsMatch(f.Sentence[..f.Sentence.IndexOf(f.Found.Phrase, StringComparison.Ordinal)], @"\binte\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking))
        .Select(f => f.Found).FirstOrDefault() ?? AtTheEnd(text);

    /// <summary>"…, varje månad": set off at the end of the text it is about the whole of it.</summary>
    private static ReadFrequency? AtTheEnd(string text)
    {
        var end = text.TrimEnd(' ', '.', ')', '\n');
        var comma = end.LastIndexOfAny([',', '(', '–', ':']);
        return comma > 0 && Find(end[(comma + 1)..]) is { } found && end.EndsWith(found.Phrase, StringComparison.Ordinal) && end[(comma + 1)..].Trim() == found.Phrase.Trim() ? found : null;
    }

    /// <summary>The first phrase of a text that says how often.</summary>
    public static ReadFrequency? Find(string text)
    {
        if (EachMonth().Match(text) is { Success: true } m)
        {
            var without = MonthWords(m.Groups["without"].Value);
            return new(m.Value.Trim(), new(RecurrenceKind.EachMonth, Months: without.Count > 0 ? without : null));
        }
        if (EveryNth().Match(text) is { Success: true } nth) return new(nth.Value, Nth(nth));
        if (Times().Match(text) is { Success: true } times) return new(times.Value, PerPeriod(Count(times.Groups["n"].Value), times.Groups["per"].Value.ToLowerInvariant()));
        return Plain().Match(text) is { Success: true } plain ? new(plain.Value, Recurrence.Read(plain.Value)) : null;
    }

    private static Recurrence? Nth(Match m)
    {
        var word = m.Groups["nth"].Value.ToLowerInvariant();
        var n = word is "annan" or "varannan" or "vartannat" || word.Length == 0 ? 2
            : Array.IndexOf(Ordinals, word) is > 0 and var at ? at : int.TryParse(word.TrimEnd(':', 'e'), CultureInfo.InvariantCulture, out var digit) ? digit : 0;
        return n is < 2 or > 12 ? null : m.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "månad" => new(RecurrenceKind.EveryNthMonth, n),
            _ => null,
        };
    }

    private static Recurrence? PerPeriod(int n, string per) => (n, per[..Math.Min(per.Length, 3)]) switch
    {
        (1, "år" or "åre" or "kal") => new(RecurrenceKind.Year),
        (2, "år" or "åre" or "kal") => new(RecurrenceKind.HalfYear),
        (3, "år" or "åre" or "kal") => new(RecurrenceKind.Tertial),
        (4, "år" or "åre" or "kal") => new(RecurrenceKind.EachQuarter),
        (6, "år" or "åre" or "kal") => new(RecurrenceKind.EveryNthMonth, 2),
        (12, "år" or "åre" or "kal") => Recurrence.Monthly,
        (1, "hal") => new(RecurrenceKind.HalfYear),
        (1, "ter") => new(RecurrenceKind.Tertial),
        (1, "kva") => new(RecurrenceKind.EachQuarter),
        ( > 1 and <= 12, "kva") => new(RecurrenceKind.TimesPerQuarter, n),
        (1, "mån") => Recurrence.Monthly,
        (1, "vec") => new(RecurrenceKind.Week),
        (1, "dag") => new(RecurrenceKind.Day),
        _ => null,
    };

    private static int Count(string word) => word.ToLowerInvariant() is "ett" ? 1
        : Array.IndexOf(Numbers, word.ToLowerInvariant()) is > 0 and var at ? at
        : int.TryParse(word, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>"T1, T3" with four months each, "kvartal 2" with three.</summary>
    private static Recurrence? Spans(string line, int months)
    {
        List<int> numbers = [.. Digits().Matches(line).Select(d => int.Parse(d.Value, CultureInfo.InvariantCulture)).Distinct().Order()];
        if (numbers.Count == 0 || numbers.Exists(n => n < 1 || n > 12 / months)) return null;
        if (numbers.Count == 12 / months) return new(months == 4 ? RecurrenceKind.Tertial : RecurrenceKind.EachQuarter);
        return new Recurrence(RecurrenceKind.Spans, Months: [.. numbers.SelectMany(n => new[] { (n - 1) * months + 1, n * months })]).Checked();
    }

    private static Recurrence? Range(int from, int to) => from <= to ? new Recurrence(RecurrenceKind.Spans, Months: [from, to]).Checked() : null;

    public static List<int> MonthWords(string text) => [.. MonthName().Matches(text).Select(m => Month(m.Value)).Distinct().Order()];

    private static int Month(string name) => DateText.MonthNumber(name);

    private static bool NoMonths(string line) => Joining().Replace(MonthName().Replace(line, ""), "").Length == 0;

    private const string MonthNames = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec";

    [GeneratedRegex($@"\b({MonthNames})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthName();

    [GeneratedRegex($@"^(under |i )?\b(?<a>{MonthNames})\.?\s*(-|–|—|till|t\.?o\.?m\.?)\s*(?<b>{MonthNames})\b\.?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthRange();

    [GeneratedRegex($@"\bvarje månad(\s*\(?,?\s*(dock inte|dock ej|utom|förutom|ej|inte|undantaget|exklusive)\s+(i\s+)?(?<without>({MonthNames})(\s*(,|och|&|/)\s*({MonthNames}))*)\)?)?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EachMonth();

    [GeneratedRegex(@"\b(va(r|rt)\s+(?<nth>annan|annat|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|\d{1,2}:e)|(?<nth>varannan|vartannat))\s+(?<unit>månad|vecka|år|dag)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EveryNth();

    [GeneratedRegex(@"\b(minst\s+)?(?<n>\d{1,2}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)\s*(gånger|gång|ggr|ggn|tillfällen|tillfälle|x)\s*(/|per|om|i|varje|under)\s*(?<per>kalenderår|halvår|kvartal|tertial|månaden|månad|mån|veckan|vecka|dag|året|år)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(årligen|kvartalsvis|månadsvis|månatligen|veckovis|dagligen|halvårsvis|tertialvis|varje (år|halvår|kvartal|tertial|vecka|dag)|vår och höst)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(t|tertial)\s*[1-3](\s*(,|och|&|\+|/|samt)\s*(t|tertial)?\s*[1-3])*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tertials();

    [GeneratedRegex(@"^(q|kv|kvartal)\s*[1-4](\s*(,|och|&|\+|/|samt)\s*(q|kv|kvartal)?\s*[1-4])*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quarters();

    [GeneratedRegex(@"löpande|vid behov|kontinuerlig|regelbundet|vid varje|vid händelse|under året|hela året|helår|delår|höst|vår\b|\bvecka \d", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AsNeeded();

    [GeneratedRegex(@"\b(utom|inte|ej|start|från|till och med|t\.?o\.?m|[qt]\s?[1-4]|vecka|v\.)|\d", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Narrows();

    [GeneratedRegex(@"(?<=[.!?])\s+|\n", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"stickprov|kontroll(en|er|eras)?\b|gransk|genomförs|görs", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AboutChecking();

    [GeneratedRegex(@"och|samt|under|\bi\b|[\s.,;&/+]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Joining();

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
