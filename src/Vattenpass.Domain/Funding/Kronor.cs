using System.Globalization;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Funding;

/// <summary>Amounts in whole Swedish kronor, as they are written and read.</summary>
public static class Kronor
{
    /// <summary>More than any social board has in a year.</summary>
    public const long Most = 100_000_000_000;

    private static readonly (string Unit, long Times)[] Units =
        [("miljoner kronor", 1_000_000), ("miljon kronor", 1_000_000), ("miljoner kr", 1_000_000), ("miljoner", 1_000_000), ("miljon", 1_000_000), ("mnkr", 1_000_000), ("mkr", 1_000_000), ("msek", 1_000_000), ("tkr", 1_000), ("kronor", 1), ("kr", 1), (":-", 1)];

    /// <summary>Reads "10 000 000", "10 mnkr", "2,5 miljoner", "250 tkr" or "1500 kr"; null for nothing.</summary>
    /// <exception cref="Refusal">It is no amount, is negative, has öre, or is larger than any budget.</exception>
    public static long? Read(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var written = new string([.. text.Trim().TrimEnd('.').ToLowerInvariant().Select(c => char.IsWhiteSpace(c) ? ' ' : c)]);
        var (unit, times) = Units.FirstOrDefault(u => written.EndsWith(u.Unit, StringComparison.Ordinal)) is { Unit: not null } found ? found : ("", 1);
        var parts = written[..^unit.Length].Trim().Split(['.', ',']);
        var groups = parts[0].Split(' ');
        // A point before three digits may be of thousands or of decimals: which is meant cannot be told.
        var isClear = parts is [_] or [_, { Length: > 0 and not 3 }] && groups.Skip(1).All(g => g.Length == 3);
        var isNumber = decimal.TryParse($"{string.Concat(groups)}.{(parts.Length > 1 ? parts[1] : "0")}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        Refusal.If(!isNumber || !isClear || groups.Any(g => g.Length == 0) || (times == 1 && number != decimal.Truncate(number)),
            $"”{text.Trim()}” är inget belopp i hela kronor. Skriv till exempel 10 000 000, 10 mnkr eller 250 tkr.", field);
        Refusal.If(number > (decimal)Most / times, "Beloppet är för stort.", field);
        var kronor = number * times;
        Refusal.If(kronor != decimal.Truncate(kronor), "Skriv beloppet i hela kronor.", field);
        return (long)kronor;
    }

    public static string Text(long kronor) => $"{Prose.Thousands(kronor)} kr";
}
