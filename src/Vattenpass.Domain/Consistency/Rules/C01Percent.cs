using System.Globalization;
using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A share in per cent is its part of its whole, rounded to the decimals it is written with.</summary>
public sealed partial class C01Percent : Rule
{
    public override string Id => "C1";
    public override string Says => "Procenttalet stämmer med delen och det hela.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        Sentence? before = null;
        foreach (var sentence in report.Sentences)
        {
            var parts = Parts.In(sentence.Text);
            foreach (var part in parts.Where(p => p.Percent is not null)) Judge(ruling, sentence, part, part.Percent!, sentence.Text);
            // "199 ärenden, varav 119. Det innebär att 59 procent …": in the same sentence, or in the one that follows.
            if (Means().Match(sentence.Text) is { Success: true } said)
            {
                var among = parts.Where(p => p.End <= said.Index && p.Percent is null).ToList();
                if (among.Count == 0 && before is not null && before.Paragraph == sentence.Paragraph && said.Index < LatestStart) among = [.. Parts.In(before.Text).Where(p => p.Percent is null)];
                if (among is [var only]) Judge(ruling, sentence, only, said.Groups["p"].Value, $"{only.Text} … {said.Groups["p"].Value} procent");
            }
            before = sentence;
        }
    }

    /// <summary>A sentence that tells what the one before means says so at once.</summary>
    private const int LatestStart = 20;

    private static void Judge(Ruling ruling, Sentence sentence, PartOf part, string written, string text)
    {
        var percent = decimal.Parse(written.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var decimals = Quantity.DecimalsOf(written.Replace('.', ','));
        if (part.Whole <= 0 || part.Part > part.Whole) return;
        if (Quantity.IsRight(percent, decimals, part.Part, part.Whole)) ruling.Confirm(sentence.Line, text);
        // "40 procent saknar plan" of the 60 that have one.
        else if (!Quantity.IsRight(100 - percent, decimals, part.Part, part.Whole))
        {
            var right = Quantity.Share(part.Part, part.Whole, decimals);
            ruling.Find(sentence.Line, text, $"{part.Part:0.##} av {part.Whole:0.##} är {Exact(part)}{(100 * part.Part % part.Whole == 0 ? " procent" : "")}. I texten står {written}.", right, written);
        }
    }

    /// <summary>"59,80 procent, avrundat 60"; a whole number as it is.</summary>
    private static string Exact(PartOf part) => 100 * part.Part % part.Whole == 0 ? Quantity.Share(part.Part, part.Whole, 0)
        : $"{Quantity.Share(part.Part, part.Whole, 2)} procent, avrundat {Quantity.Share(part.Part, part.Whole, 0)}";

    // Nothing between that makes it about, a goal, or another number: "drygt 80", "lägre än målet 90".
    [GeneratedRegex(@"\b(?:innebär|motsvarar|utgör|det vill säga|dvs\.?|d\.v\.s\.|vilket är|vilket ger|det är|alltså)\s+(?:att\s+)?(?:totalt\s+)?(?<p>[0-9]+(?:[.,][0-9]+)?)\s*(?:%|procent)(?!\s*-?\s*enhet)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Means();
}
