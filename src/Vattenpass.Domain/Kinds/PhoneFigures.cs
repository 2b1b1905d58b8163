using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

public sealed record PhoneFact(string Id, string Unit, Guid RowId = default);

/// <summary>Reports of one term: one report is one phone. The figure is reports with a deviation, of all reports.</summary>
public sealed record PhoneTerm(bool IsSpring, Figure Figure, int Serious)
{
    public string Name => IsSpring ? "vår" : "höst";
}

/// <summary>
/// Confidentiality checks of phones. The goal, the local rule's share of each unit's phones in the year, is judged on distinct phones
/// and whole numbers; a unit without phones is left out.
/// </summary>
public sealed record PhoneFigures(int DistinctChecked, Figure? Checked, IReadOnlyList<PhoneTerm> Terms, Figure? Short) : KindFigures
{
    public static PhoneFigures? Of(YearFacts facts)
    {
        var knowsChecks = facts.Knows(RegisterKinds.PhoneChecks) || facts.Runs(Phones.ControlKey);
        if (!facts.Knows(RegisterKinds.Phones) && !knowsChecks) return null;
        var checks = facts.ChecksOf(Phones.ControlKey);
        var phones = facts.Of<PhoneFact>().ToList();
        var known = facts.Knows(RegisterKinds.Phones);
        var goal = new Goal(facts.Rules[LocalRules.PhonesPercent]);
        return new(Distinct(checks), known ? CheckedOf(phones, checks, facts.Period, goal) : null,
            knowsChecks ? [Term(false, checks, facts), Term(true, checks, facts)] : [],
            known ? ShortOf(phones, checks, facts.Period, goal) : null);
    }

    /// <summary>Named phones are counted once however often they were checked; checks without named phones count as stated.</summary>
    private static int Distinct(IEnumerable<OccasionFact> checks)
    {
        var all = checks.ToList();
        return all.SelectMany(c => c.Objects).Distinct(StringComparer.Ordinal).Count() + Unnamed(all);
    }

    private static int Unnamed(IEnumerable<OccasionFact> checks) => checks.Where(c => c.Objects.Count == 0).Sum(c => c.Checked);

    /// <summary>The phones of the register, and beside them what was checked without being in it: by name, or stated without names.</summary>
    private static Figure CheckedOf(List<PhoneFact> phones, IReadOnlyList<OccasionFact> checks, Period period, Goal goal)
    {
        var named = checks.SelectMany(c => c.Objects).ToHashSet(StringComparer.Ordinal);
        var registered = phones.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var outside = checks.SelectMany(c => c.Objects.Count == 0
            ? [new FigureRow(c.Id, c.Checked, 0, "utan namngiven telefon", [$"{c.Checked} telefoner", c.Unit])]
            : Array.Empty<FigureRow>()).Where(r => r.Numerator > 0);
        var unknown = named.Except(registered)
            .Order(StringComparer.Ordinal)
            .Select(id => new FigureRow(Guid.Empty, 1, 0, "finns inte i registret", [id, ""]));
        var rows = phones.OrderBy(p => p.Unit, SwedishOrder.Comparer).ThenBy(p => p.Id, StringComparer.Ordinal)
            .Select(p => new FigureRow(p.RowId, named.Contains(p.Id) ? 1 : 0, 1, "", [p.Id, p.Unit]));
        return Figure.Of("mobiltelefoner-kontrollerade", "kontrollerade mobiltelefoner", "mobiltelefon", period, RowsOf.Own,
            [.. rows, .. unknown, .. outside], goal) with
        {
            Header = ["Telefon", "Enhet"],
            NoteHeader = "Anmärkning",
        };
    }

    /// <summary>The units that have not reached the goal, each with its own count.</summary>
    private static Figure ShortOf(List<PhoneFact> phones, IReadOnlyList<OccasionFact> checks, Period period, Goal goal)
    {
        var checkedByUnit = checks.GroupBy(c => c.Unit).ToDictionary(g => g.Key, g => Distinct(g));
        var units = phones.GroupBy(p => p.Unit).OrderBy(g => g.Key, SwedishOrder.Comparer)
            .Select(g => (Unit: g.Key, Share: new Share(checkedByUnit.GetValueOrDefault(g.Key), g.Count(), "mobiltelefon", period, goal)))
            .Where(u => !u.Share.Reached).ToList();
        return Figure.Count("mobiltelefoner-enheter-under-malet", $"enheter under {goal.AtLeastPercent} %", "enhet", period, RowsOf.Own,
            units.Select(u => new FigureRow(Guid.Empty, 1, Cells: [u.Unit, u.Share.ToString()])),
            ["Enhet", "Kontrollerade av telefonerna i bruk"]) with
        {
            Value = units.Count == 0 ? "inga" : Prose.List(units.Select(u => u.Unit)),
            NeedsAction = units.Count > 0,
        };
    }

    private static PhoneTerm Term(bool isSpring, IReadOnlyList<OccasionFact> all, YearFacts facts)
    {
        var checks = all.Where(c => c.PeriodKey.EndsWith(isSpring ? "H1" : "H2", StringComparison.Ordinal)).ToList();
        var serious = checks.Sum(c => c.Serious);
        var name = isSpring ? "vår" : "höst";
        var figure =
            Figure.Of($"mobiltelefoner-rapporter-{Figure.Slug(name)}", $"telefoner med avvikelse, {name}", "mobiltelefon", facts.Period, RowsOf.Occasions,
                checks.Where(c => c.Checked > 0).Select(c => new FigureRow(c.Id, c.Deviating, c.Checked)));
        return new(isSpring, figure with
        {
            Value =
                $"{figure.Share.Numerator} av {figure.Share.Denominator}, varav {serious} {(serious == 1 ? "allvarlig" : "allvarliga")}",
            IsListed = figure.Share.Denominator > 0,
        }, serious);
    }

    public IReadOnlyList<string> ShortUnits => [.. (Short?.Rows ?? []).Select(r => r.Cells![0])];

    public override string Section => "Sekretess – mobiltelefoner";
    public override IReadOnlyList<Figure> All =>
        [.. new[] { Checked }.OfType<Figure>(), .. Terms.Select(t => t.Figure), .. new[] { Short }.OfType<Figure>()];
    public override string JsonKey => "mobiltelefoner";

    public override JsonObject Json
    {
        get
        {
            var json = new JsonObject();
            if (Checked is { } share) json["i_bruk"] = share.Share.Denominator;
            if (Terms.Count > 0) json["kontrollerade"] = DistinctChecked;
            foreach (var term in Terms)
                json[term.Name] = new JsonObject
                {
                    ["rapporter"] = term.Figure.Share.Denominator,
                    ["med_avvikelse"] = term.Figure.Share.Numerator,
                    ["allvarliga"] = term.Serious
                };
            if (Checked is not null) json["enheter_under_20_procent"] = Names(ShortUnits);
            return json;
        }
    }
}
