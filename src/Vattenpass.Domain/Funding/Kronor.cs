using System.Globalization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Funding;

/// <summary>Amounts in whole Swedish kronor, as they are written and read.</summary>
public static class Kronor
{
    /// <summary>More than any social board has in a year.</summary>
    public const long Most = 100_000_000_000;

    private static readonly (string Unit, long Times)[] Units =
        [("miljoner kronor", 1_000_000), ("miljoner", 1_000_000), ("miljon", 1_000_000), ("mnkr", 1_000_000), ("mkr", 1_000_000), ("tkr", 1_000), ("kronor", 1), ("kr", 1), (":-", 1)];

    /// <summary>Reads "10 000 000", "10 mnkr", "2,5 miljoner", "250 tkr" or "1500 kr"; null for nothing.</summary>
    /// <exception cref="Refusal">It is no amount, is negative, has öre, or is larger than any budget.</exception>
    public static long? Read(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var written = new string([.. text.Trim().ToLowerInvariant().Select(c => char.IsWhiteSpace(c) ? ' ' : c)]);
        var (unit, times) = Units.FirstOrDefault(u => written.EndsWith(u.Unit, StringComparison.Ordinal)) is { Unit: not null } found ? found : ("", 1);
        var digits = written[..^unit.Length].Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        var isNumber = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        // Two points are thousands, and so is one before exactly three digits of whole kronor: which is meant cannot be told.
        Refusal.If(!isNumber || (times == 1 && number != decimal.Truncate(number)) || (times == 1 && digits.Contains('.', StringComparison.Ordinal)),
            $"”{text.Trim()}” är inget belopp i hela kronor. Skriv till exempel 10 000 000, 10 mnkr eller 250 tkr.", field);
        Refusal.If(number < 0 || number * times > Most, "Beloppet är för stort.", field);
        var kronor = number * times;
        Refusal.If(kronor != decimal.Truncate(kronor), "Skriv beloppet i hela kronor.", field);
        return (long)kronor;
    }

    public static string Text(long kronor) => $"{Prose.Thousands(kronor)} kr";
}
