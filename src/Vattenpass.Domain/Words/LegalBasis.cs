namespace Vattenpass.Domain.Words;

/// <summary>A law reference as data, valid between two days (open end = still in force).</summary>
public sealed record LegalBasis(string Reference, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The day SoL 2025:400 took over from SoL 2001:453.</summary>
    public static readonly DateOnly NewSoL = new(2025, 7, 1);

    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>When the statute texts behind the built-in references were last read.</summary>
    public const string ReadOn = "2026-11";

    /// <summary>Regulations that rest on the old SoL, or whose last change has not been read: shown with a mark until somebody has.</summary>
    private static readonly string[] Unread = ["SOSFS 2011:5", "SOSFS 2011:9", "SOSFS 2014:5", "HSLF-FS 2016:40", "HSLF-FS 2017:37"];

    /// <summary>The reference as it is shown, with "(kontrollera)" where it has not been read since it may have changed.</summary>
    public string Told() => Unread.Any(u => Reference.Contains(u, StringComparison.Ordinal)) ? $"{Reference} (kontrollera)" : Reference;

    /// <summary>A rule of SoL as it stood in the old act and as it stands in the new.</summary>
    public static LegalBasis[] SoL(string old, string now) =>
        [new($"SoL 2001:453 {old}", null, NewSoL.AddDays(-1)), new($"SoL 2025:400 {now}", NewSoL)];
}
