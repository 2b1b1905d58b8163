using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>Parts sum to their total: the last row of a table, and a total with all its parts in one sentence.</summary>
public sealed partial class C02Sum : Rule
{
    public override string Id => "C2";
    public override string Says => "Delarna blir tillsammans det hela.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var table in report.Tables) Columns(table, ruling);
        foreach (var sentence in report.Sentences) Listed(sentence, ruling);
    }

    private static void Columns(TextTable table, Ruling ruling)
    {
        if (table.Rows is not [.., var last] || table.Rows.Count < 3 || !Total().IsMatch(last.At(0)) || table.Rows.SkipLast(1).Any(r => Total().IsMatch(r.At(0)) || r.At(0).StartsWith("delsumma", StringComparison.OrdinalIgnoreCase))) return;
        for (var column = 1; column < table.Headers.Count; column++)
        {
            // A mean, a middle or a share is no sum.
            if (NoSum().IsMatch(table.Headers[column])) continue;
            var cells = table.Rows.Select(r => Number(r.At(column))).ToList();
            if (cells.Exists(c => c is null)) continue;
            var (sum, stated) = (cells.Take(cells.Count - 1).Sum(), cells[^1]!.Value);
            // A total among the rows is a mean, a middle or a highest.
            if (stated >= cells.Take(cells.Count - 1).Min() && stated <= cells.Take(cells.Count - 1).Max() && sum != stated) continue;
            var text = $"{table.Headers[column]}: {last.At(column)}";
            if (sum == stated) ruling.Confirm(last.Line, text);
            else ruling.Find(last.Line, text, $"Raderna blir tillsammans {sum:0.##}, men summan säger {last.At(column)}.", $"{sum:0.##}", last.At(column));
        }
    }

    private static void Listed(Sentence sentence, Ruling ruling)
    {
        if (Shared().Match(sentence.Text) is not { Success: true } m || Other().IsMatch(m.Value)) return;
        var parts = Item().Matches(m.Groups["list"].Value).Select(i => Quantity.Read(i.Groups["n"].Value)).ToList();
        if (parts.Count < 2) return;
        var (total, sum) = (Quantity.Read(m.Groups["t"].Value), parts.Sum());
        if (sum == total) ruling.Confirm(sentence.Line, m.Value);
        else ruling.Find(sentence.Line, m.Value, $"Delarna blir tillsammans {sum:0.##}, men totalen är {total:0.##}.", $"{sum:0.##}", $"{total:0.##}");
    }

    private static decimal? Number(string cell)
    {
        var plain = new string([.. cell.Where(c => !char.IsWhiteSpace(c))]);
        return plain.Length > 0 && Digits().IsMatch(plain) ? decimal.Parse(plain.Replace(',', '.').Replace('−', '-'), NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^(summa|totalt?|sammanlagt|hela .*|alla)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Total();

    [GeneratedRegex(@"%|andel|procent|medel|median|snitt|mitten|år\b|månad|nyckeltal|per |tid|dagar|nöjdhet|index|värde|betyg|ålder", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex NoSum();

    [GeneratedRegex(@"^[-−]?[0-9]+(,[0-9]+)?$", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Digits();

    // "41 avvikelser, fördelade på 20 i saldo, 12 i märkning och 9 i kassation".
    [GeneratedRegex(@"(?<t>" + Quantity.Whole + @")\s+[\p{L}-]+(?:\s+[\p{L}-]+){0,6},?\s+(?:fördelade|fördelat|fördelar sig|uppdelade|uppdelat)\s+(?:på|enligt följande:?)\s+(?<list>[^.;]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Shared();

    // Money, years, and what the total lies in rather than consists of.
    [GeneratedRegex(@"\b(mnkr|mkr|tkr|kr|kronor|miljoner|20[0-9][0-9])\b|\b(på|följande:?)\s+\S+\s+(\p{L}*enheter|år|områden|tillfällen|verksamheter|boenden|förråd)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Other();

    [GeneratedRegex(@"(?<n>" + Quantity.Whole + @")(?!\s*(?:%|procent))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Item();
}
