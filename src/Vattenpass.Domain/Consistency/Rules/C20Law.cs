using System.Globalization;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>A report refers to the law that held in its period: SoL 2025:400 replaced SoL 2001:453 on 2025-07-01.</summary>
public sealed partial class C20Law : Rule
{
    public override string Id => "C20";
    public override string Says => "Lagrummet gällde under perioden.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        if (C21Year.YearOf(report) is not { } year) return;
        foreach (var (line, text) in report.Lines.Where(l => Act().Matches(l.Text).Select(m => m.Value).Distinct().Count() == 1 && !Change().IsMatch(l.Text)))
            foreach (Match m in Act().Matches(text))
            {
                var isOld = m.Value == "2001:453";
                if (isOld && year > LegalBasis.NewSoL.Year) ruling.Find(line, text, $"SoL 2001:453 upphörde {LegalBasis.NewSoL.AddDays(-1):yyyy-MM-dd}. Rapporten gäller {year}: hänvisa till SoL 2025:400.", "2025:400", m.Value);
                else if (!isOld && year < LegalBasis.NewSoL.Year) ruling.Find(line, text, $"SoL 2025:400 gäller från {LegalBasis.NewSoL:yyyy-MM-dd}. Rapporten gäller {year.ToString(CultureInfo.InvariantCulture)}: hänvisa till SoL 2001:453.", "2001:453", m.Value);
            }
    }

    [GeneratedRegex(@"\b(ersatt\p{L}*|ersätt\p{L}*|upphör\p{L}*|träd\p{L}* i kraft|gäller från|från (och med|den|2025)|tidigare|ny(a)? socialtjänstlag\p{L}*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(2001:453|2025:400)\b", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Act();
}
