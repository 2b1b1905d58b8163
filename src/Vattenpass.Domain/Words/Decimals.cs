namespace Vattenpass.Domain.Words;

/// <summary>Numbers as Swedes write them: a decimal comma, spaces between thousands; never a decimal point.</summary>
public static class Decimals
{
    public static decimal? Read(string text)
    {
        var bare = text.Replace(" ", "").Replace("\u00a0", "").Replace("\u202f", "").Replace('\u2212', '-').Replace(',', '.');
        if (text.Contains(',', StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal)) return null;
        return decimal.TryParse(bare,
            System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : null;
    }

    /// <summary>As somebody writes it in a field: with a comma, since a point may as well part the thousands. Null when it is no number.</summary>
    public static decimal? Typed(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Contains('.', StringComparison.Ordinal) ? null : Read(text);

    /// <summary>As it is stored: a decimal point, no trailing zeros.</summary>
    public static string Canonical(decimal number) => number.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}
