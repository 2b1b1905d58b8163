namespace Vattenpass.Domain.Words;

/// <summary>A law reference as data, valid between two days (open end = still in force).</summary>
public sealed record LegalBasis(string Reference, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>The day SoL 2025:400 took over from SoL 2001:453.</summary>
    public static readonly DateOnly NewSoL = new(2025, 7, 1);

    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);

    /// <summary>A rule of SoL as it stood in the old act and as it stands in the new.</summary>
    public static LegalBasis[] SoL(string old, string now) =>
        [new($"SoL 2001:453 {old}", null, NewSoL.AddDays(-1)), new($"SoL 2025:400 {now}", NewSoL)];
}
