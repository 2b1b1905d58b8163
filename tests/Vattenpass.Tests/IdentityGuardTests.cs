using Vattenpass.Domain.Words;

namespace Vattenpass.Tests;

/// <summary>The numbers are test numbers, made to fit the check digit; no one has them.</summary>
public sealed class IdentityGuardTests
{
    [Theory]
    [InlineData("189001019802", true)]
    [InlineData("18900101-9802", true)]
    [InlineData("9001019802", true)]
    [InlineData("900101-9802", true)]
    [InlineData("900101+9802", true)]
    [InlineData("19900101 9802", true)]
    [InlineData("gäller 900101 - 9802 idag", true)]
    [InlineData("900161-9809", true)]
    [InlineData("900101-9803")]
    [InlineData("901301-9802")]
    [InlineData("SN 2026/123, dnr 2026-0043, lag 2001:454 10 §, 2026-03-31, T1304, L05, R2026-001, E0012")]
    [InlineData("SoL 2025:400 20 kap. 3 §, HSLF-FS 2017:37, 8 000 kr, 121 av 144 (84 %), kl. 14.10–15.30")]
    [InlineData("ärende 2024 900101-9802", true)]
    [InlineData("1990-01-01-9802", true)]
    [InlineData("900101.9802", true)]
    [InlineData("900101\u20119802", true)]
    [InlineData("070-123-45-67", true)]
    [InlineData("(070) 123 45 67", true)]
    [InlineData("08 - 123 456 78", true)]
    [InlineData("0701234567", true)]
    [InlineData("kl 08 15 2026 och 01 02 2026")]
    [InlineData("2026-01-02 03-04, vecka 05-06 2026")]
    [InlineData("Ring mig på 070-123 45 67", true)]
    [InlineData("+46 70 123 45 67", true)]
    [InlineData("08-123 456 78", true)]
    [InlineData("skriv till namn.efternamn@kommun.example", true)]
    [InlineData("mejla via snabel-a i intranätet")]
    [InlineData("")]
    public void Finds_what_may_point_somebody_out(string text, bool found = false) =>
        Assert.Equal(found, IdentityGuard.Find(text).Count > 0);
}
