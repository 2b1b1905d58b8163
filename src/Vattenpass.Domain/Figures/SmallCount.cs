namespace Vattenpass.Domain.Figures;

/// <summary>Numbers that are about so few that they may tell of persons.</summary>
public static class SmallCount
{
    /// <summary>Fewer than these are not told where anybody may read.</summary>
    public const int Few = 5;
}
