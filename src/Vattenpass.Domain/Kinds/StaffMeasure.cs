using System.Globalization;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>A unit's staffing in a month ("2024-05"), as the register has it. A value that it does not have is null, never zero.</summary>
public sealed record StaffMonth(Guid RowId, Guid UnitId, string Month, IReadOnlyDictionary<string, string> Cells)
{
    public static StaffMonth? Of(RegisterRow row) =>
        row.Register == RegisterKinds.Staffing.Key && row.UnitId is { } unit ? new(row.Id, unit, row["månad"], row.Cells) : null;

    public decimal? this[string column] =>
        Cells.GetValueOrDefault(column) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
}

/// <summary>How months and units are put together.</summary>
public enum StaffSum
{
    /// <summary>Part and whole are added up over months and units: hours.</summary>
    Added = 1,
    /// <summary>Each unit's newest month, added up over the units: who there is.</summary>
    Newest = 2,
    /// <summary>The part is added up over the months and held against the mean of the whole: who has left.</summary>
    AgainstMean = 3,
    /// <summary>The middle of the units' newest months: what cannot be added up.</summary>
    Middle = 4,
}

/// <summary>
/// Something that is followed of the staffing, month by month. The value is per cent where there is a whole, else a number. Nothing is weighed or
/// filled in: a month counts for a measure only when the unit has given what it is made of.
/// </summary>
/// <param name="Unit">The unit of the parts, in the plural: "timmar".</param>
public sealed record StaffMeasure(string Key, string Name, StaffSum Sum, string Part, string? Whole, string Unit)
{
    public static readonly IReadOnlyList<StaffMeasure> All =
    [
        new("sjukfranvaro", "sjukfrånvaro", StaffSum.Added, "sjuktimmar", "ordinarie_timmar", "ordinarie timmar"),
        new("vikarier", "timmar av vikarier", StaffSum.Added, "vikarietimmar", "arbetade_timmar", "arbetade timmar"),
        new("omsattning", "anställda som har slutat", StaffSum.AgainstMean, "slutat", "anställda", "anställda"),
        new("utan-utbildning", "anställda utan formell utbildning", StaffSum.Newest, "utan_utbildning", "anställda", "anställda"),
        new("medarbetare-per-chef", "medarbetare per chef", StaffSum.Middle, "medarbetare_per_chef", null, "medarbetare"),
        new("enheter-per-chef", "enheter per chef", StaffSum.Middle, "enheter_per_chef", null, "enheter"),
        new("kontinuitet", "personer som en brukare möter på 14 dagar", StaffSum.Middle, "personal_per_brukare", null, "personer"),
    ];

    /// <summary>Every month counts, and not only each unit's newest.</summary>
    public bool IsOverMonths => Sum is StaffSum.Added or StaffSum.AgainstMean;

    public static StaffMeasure? Find(string key) => All.FirstOrDefault(m => m.Key == key);

    /// <summary>The rows that the measure is counted from: those that have what it is made of and, for a state, each unit's newest.</summary>
    public IReadOnlyList<StaffMonth> Counted(IEnumerable<StaffMonth> months)
    {
        var given = months.Where(m => m[Part] is not null && (Whole is null || m[Whole] > 0)).OrderBy(m => m.Month, StringComparer.Ordinal).ToList();
        return IsOverMonths ? given : [.. given.GroupBy(m => m.UnitId).Select(g => g.Last())];
    }

    /// <summary>Per cent (0–100, or more where more left than there were), or a number; null where nothing is given.</summary>
    public decimal? Of(IEnumerable<StaffMonth> months)
    {
        var counted = Counted(months);
        if (counted.Count == 0) return null;
        if (Whole is null) return Median.Exact(counted.Select(m => m[Part]!.Value).Order().ToList());
        var (part, whole) = Parts(counted);
        return 100 * part / whole;
    }

    /// <summary>Numerator and denominator of the rows that are counted.</summary>
    private (decimal Part, decimal Whole) Parts(IReadOnlyList<StaffMonth> counted) => (counted.Sum(m => m[Part]!.Value),
        Sum is StaffSum.AgainstMean ? counted.GroupBy(m => m.UnitId).Sum(g => g.Average(m => m[Whole!]!.Value)) : counted.Sum(m => m[Whole!]!.Value));

    /// <summary>"7,4 %" or "28".</summary>
    public string Text(decimal value) => Whole is null ? value.ToString("0.#", Swedish)
        : $"{Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", Swedish)} %";

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>What the months of a period sum to, with the rows; null where nothing is given.</summary>
    public Figure? Figure(IEnumerable<StaffMonth> months, Period period)
    {
        var counted = Counted(months);
        if (Of(counted) is not { } value) return null;
        var units = counted.Select(m => m.UnitId).Distinct().Count();
        var rows = counted.Select(m => Sum is StaffSum.Added or StaffSum.Newest
            ? new FigureRow(m.RowId, Rounded(m[Part]!.Value), Rounded(m[Whole!]!.Value)) : new(m.RowId, 1));
        var figure = Figures.Figure.Of($"bemanning-{Key}", Name, Unit, period, RowsOf.Register, rows);
        return figure with { Value = $"{Text(value)} ({MadeOf(counted, figure.Share, units)})" };
    }

    private string MadeOf(IReadOnlyList<StaffMonth> counted, Share share, int units) => Sum switch
    {
        StaffSum.Middle => $"{(units == 1 ? "en enhet" : $"mitten av {units} enheter")}, {Span(counted)}",
        StaffSum.AgainstMean => $"{Parts(counted).Part:0} av i medeltal {Rounded(Parts(counted).Whole)} {Unit}, {Units(units)}, {Span(counted)}",
        _ => $"{Prose.Thousands(share.Numerator)} av {Prose.Thousands(share.Denominator)} {Unit}, {Units(units)}, {Span(counted)}",
    };

    private static string Units(int units) => Prose.Count(units, "enhet", "enheter");

    /// <summary>"oktober", or "januari–oktober": the months that the numbers are of.</summary>
    private static string Span(IReadOnlyList<StaffMonth> counted)
    {
        string Name(string month) => Period.SwedishMonths[int.Parse(month[5..], CultureInfo.InvariantCulture) - 1];
        var (first, last) = (counted.Min(m => m.Month)!, counted.Max(m => m.Month)!);
        return first == last ? Name(first) : $"{Name(first)}–{Name(last)}";
    }

    /// <summary>As an effect control follows it.</summary>
    public Measures.EffectSeries Series => new(Key, Name, Whole is null ? "" : "%");

    /// <summary>What it is called of one month.</summary>
    public string InMonth() => Sum is StaffSum.AgainstMean ? "anställda som slutade under månaden" : Name;

    /// <summary>It counts people: so few that they can be told apart are not told of a unit to the board.</summary>
    public bool CountsPeople => Unit == "anställda";

    /// <summary>Whole hours: a row counts for what is written of it.</summary>
    private static int Rounded(decimal n) => (int)Math.Round(n, MidpointRounding.AwayFromZero);
}
