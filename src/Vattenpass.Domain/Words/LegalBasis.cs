namespace Vattenpass.Domain.Words;

/// <summary>A law reference as data, valid between two days (open end = still in force).</summary>
public sealed record LegalBasis(string Reference, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The day SoL 2025:400 took over from SoL 2001:453.</summary>
    public static readonly DateOnly NewSoL = new(2025, 7, 1);

    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>
    /// The month in which the text behind a built-in reference was last read, an act a line. An empty one rests on the old SoL, or its last
    /// change has not been read: it is shown with a mark until somebody has. An act that is not here is the municipality's own to answer for.
    /// </summary>
    private static readonly IReadOnlyList<(string Act, string Month)> Readings =
    [
        ("SoL 2001:453", "2026-11"), ("SoL 2025:400", "2026-11"), ("LVU 1990:52", "2026-11"), ("LSS 1993:387", "2026-11"),
        ("lag 2001:454", "2026-11"), ("PDL 2008:355", "2026-11"), ("OSL 2009:400", "2026-11"), ("PSL 2010:659", "2026-11"),
        ("SFB 2010:110", "2026-11"), ("AML 1977:1160", "2026-11"), ("GDPR", "2026-11"), ("SOSFS 2015:10", "2026-11"),
        ("HSLF-FS 2022:44", "2026-11"), ("KL 2017:725", "2025-09"), ("HSF 2017:80", "2025-09"),
        ("FL 2017:900", ""), ("HSL 2017:30", ""), ("HSLF-FS 2017:41", ""), ("SOSFS 2011:5", ""), ("SOSFS 2011:9", ""), ("SOSFS 2014:5", ""), ("HSLF-FS 2016:40", ""), ("HSLF-FS 2017:37", ""),
    ];

    /// <summary>The months in which the acts of a reference were read, in its own order; an empty one has not been.</summary>
    private static List<string> MonthsOf(string reference) =>
        [.. Readings.Where(r => reference.Contains(r.Act, StringComparison.Ordinal)).Select(r => r.Month)];

    /// <summary>The reference as it is shown, with "(kontrollera)" where it has not been read since it may have changed.</summary>
    public string Told() => MonthsOf(Reference).Contains("") ? $"{Reference} (kontrollera)" : Reference;

    /// <summary>The same, with the month of the oldest reading.</summary>
    public string ToldAsRead() => ToldAsRead(Reference);

    /// <summary>A reference with the month in which its text was last read.</summary>
    public static string ToldAsRead(string reference) => MonthsOf(reference) switch
    {
        [] => reference,
        var months when months.Contains("") => $"{reference} (kontrollera)",
        var months => $"{reference} (läst {months.Min(StringComparer.Ordinal)})",
    };

    /// <summary>A rule of SoL as it stood in the old act and as it stands in the new.</summary>
    public static LegalBasis[] SoL(string old, string now) =>
        [new($"SoL 2001:453 {old}", null, NewSoL.AddDays(-1)), new($"SoL 2025:400 {now}", NewSoL)];
}
