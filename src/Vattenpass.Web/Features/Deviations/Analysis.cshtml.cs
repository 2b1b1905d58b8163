using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>A year's deviations by unit, kind, grade, origin, month and age; what repeats itself; and who reports nothing. Every sum opens its rows.</summary>
[Needs(Thing.Deviations)]
public sealed class AnalysisModel(VattenpassDb db) : VattenpassPage(db)
{
    [BindProperty(SupportsGet = true, Name = "ar")] public int? AskedYear { get; set; }

    private List<Deviation> found = [];

    public int Year { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public OrganisationTree Tree { get; private set; } = null!;
    public IReadOnlyList<CountTable> Tables { get; private set; } = [];
    public IReadOnlyList<DeviationPattern> Patterns { get; private set; } = [];
    public IReadOnlyList<string> Silent { get; private set; } = [];
    public string Summary { get; private set; } = "";
    /// <summary>Those that are worked in other systems.</summary>
    public IReadOnlyList<OtherCount> Others { get; private set; } = [];
    public bool IsPart => !Me.SeesWhole(Thing.Deviations);

    public async Task OnGetAsync()
    {
        Tree = await TreeAsync();
        var valid = Db.Deviations.AsNoTracking().Where(d => !d.Withdrawn);
        Years = [.. (await valid.Select(d => d.FoundOn.Year).Distinct().ToListAsync(Stop)).Append(Today.Year).Distinct().OrderDescending()];
        Year = AskedYear is { } asked && Years.Contains(asked) ? asked : Years[0];
        found = await valid.Where(d => d.FoundOn.Year == Year).ToListAsync(Stop);
        // What repeats itself may have begun before the new year.
        var first = DeviationPattern.FirstDay(Today);
        Patterns = Year == Today.Year ? DeviationPattern.Of(await valid.Where(d => d.FoundOn >= first).ToListAsync(Stop), Today) : [];
        Tables = found.Count == 0 ? [] :
        [
            Table("Per enhet", "Enhet", d => d.AtUnit, u => Tree.NameOf(u), u => new() { UnitId = u }),
            Table("Per slag", "Slag", d => d.Kind, Prose.Capital, k => new() { Kind = k }),
            Table("Per grad", "Grad", d => d.Grade.Length > 0 ? d.Grade : d.Severity.Swedish(), Prose.Capital, g => new() { Grade = g }),
            Table("Varifrån de kommer", "Källa", d => d.OriginKind, o => Prose.Capital(o.Swedish()), o => new() { Origin = o }),
            Table("Per månad", "Månad", d => d.FoundOn.Month, m => Prose.Capital(Period.SwedishMonths[m - 1]), m => new() { Month = m }, byKey: true),
        ];
        var others = (await Db.RegisterRows.AsNoTracking()
            .Where(r => r.Register == RegisterKinds.OtherDeviations.Key && r.Year == Year && r.ReplacedByImportId == null)
            .ToListAsync(Stop)).Select(OtherDeviation.Of).OfType<OtherDeviation>().ToList();
        Others = OtherDeviation.Count(others, Today);
        var reporting = found.Select(d => d.AtUnit).Concat(others.Select(d => d.UnitId)).ToHashSet();
        var reach = Me.Of(Thing.Deviations, Right.Read);
        Silent = [.. Tree.Working.Where(u => !reporting.Contains(u.Id) && (reach.Everything || reach.Units.Contains(u.Id))).Select(u => Tree.NameOf(u.Id))];
        Summary = Summed();
    }

    /// <param name="slice">What a row's number opens.</param>
    private CountTable Table<T>(string title, string of, Func<Deviation, T> key, Func<T, string> name, Func<T, DeviationSlice> slice, bool byKey = false)
        where T : notnull
    {
        var rows = found.GroupBy(key).Select(g => (g.Key, Row: new CountRow(name(g.Key), slice(g.Key).Query, g.Count(),
            g.Count(d => d.Severity is Severity.Serious), g.Count(d => d.IsUntouched), g.Count(d => !d.IsClosed))));
        var ordered = byKey ? rows.OrderBy(r => r.Key) : rows.OrderByDescending(r => r.Row.Count).ThenBy(r => r.Row.Name, SwedishOrder.Comparer);
        return new(title, of, [.. ordered.Select(r => r.Row)]);
    }

    /// <summary>How many, how many nobody has begun with, and how old the oldest open one is.</summary>
    private string Summed()
    {
        var within = IsPart ? " inom det du får se" : "";
        if (found.Count == 0) return $"Inga avvikelser {Year}{within}.";
        var open = found.Where(d => !d.IsClosed).ToList();
        List<string> said =
        [
            $"{Prose.Number(found.Count, "avvikelse", "avvikelser")}{within}, varav {Prose.Number(found.Count(d => d.Severity is Severity.Serious), "allvarlig", "allvarliga")}.",
            $"{Prose.Number(open.Count, "är öppen", "är öppna")} och {Prose.Number(found.Count(d => d.IsUntouched), "är inte påbörjad", "är inte påbörjade")}.",
        ];
        if (open.Count > 0) said.Add($"Den äldsta öppna är {Prose.Number(Today.DayNumber - open.Min(d => d.FoundOn).DayNumber, "dag", "dagar")} gammal.");
        return string.Join(' ', said);
    }

    public sealed record CountTable(string Title, string Of, IReadOnlyList<CountRow> Rows);
    public sealed record CountRow(string Name, string Query, int Count, int Serious, int Untouched, int Open);
}
