using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.Figures;

/// <summary>Reports of one term: one report is one phone.</summary>
public sealed record PhoneTerm(string Term, int Reports, int Deviating, int Serious);

/// <summary>
/// Confidentiality checks of phones. The goal, at least 20 % of each unit's phones in the year, is judged on distinct phones
/// and whole numbers; a unit without phones is left out.
/// </summary>
public sealed record PhoneFigures(int DistinctChecked, Share? Checked, IReadOnlyList<PhoneTerm> Terms, IReadOnlyList<Share> PerUnit, IReadOnlyList<string> ShortUnits)
{
    private static readonly Goal Goal = new(20);

    public static PhoneFigures? Of(YearFacts facts)
    {
        var knowsChecks = facts.Knows("mobilkontroller") || facts.Runs("mobiltelefoner");
        if (!facts.Knows("mobiltelefoner") && !knowsChecks) return null;
        var checkedByUnit = facts.PhoneChecks.GroupBy(c => c.Unit).ToDictionary(g => g.Key, g => Distinct(g));
        var all = new Share(Distinct(facts.PhoneChecks), facts.Phones.Count, "mobiltelefon", facts.Period, RowSets.Phones, Goal);
        var perUnit = facts.Phones.GroupBy(p => p.Unit).OrderBy(g => g.Key, SwedishOrder.Comparer)
            .Select(g => (Unit: g.Key, Share: new Share(checkedByUnit.GetValueOrDefault(g.Key), g.Count(), g.Key, facts.Period, RowSets.Phones, Goal))).ToList();
        return new(
            all.Numerator,
            facts.Knows("mobiltelefoner") ? all : null,
            knowsChecks ? [Term("höst", facts), Term("vår", facts)] : [],
            [.. perUnit.Select(u => u.Share)],
            [.. perUnit.Where(u => !u.Share.Reached).Select(u => u.Unit)]);
    }

    /// <summary>Named phones are counted once however often they were checked; checks without named phones count as stated.</summary>
    private static int Distinct(IEnumerable<OccasionFact> checks)
    {
        var all = checks.ToList();
        return all.SelectMany(c => c.Objects).Distinct(StringComparer.Ordinal).Count() + all.Where(c => c.Objects.Count == 0).Sum(c => c.Checked);
    }

    private static PhoneTerm Term(string term, YearFacts facts)
    {
        var checks = facts.PhoneChecks.Where(c => c.PeriodKey.EndsWith(term == "vår" ? "H1" : "H2", StringComparison.Ordinal)).ToList();
        return new(term, checks.Sum(c => c.Checked), checks.Sum(c => c.Deviating), checks.Sum(c => c.Serious));
    }
}
