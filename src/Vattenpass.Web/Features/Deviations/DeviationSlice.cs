using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>A part of the deviations, as an address names it: what a number of the analysis counts, and opens.</summary>
public sealed class DeviationSlice
{
    [FromQuery(Name = "enhet")] public Guid? UnitId { get; set; }
    /// <summary>The area and all below it.</summary>
    [FromQuery(Name = "omrade")] public Guid? AreaId { get; set; }
    [FromQuery(Name = "slag")] public string? Kind { get; set; }
    [FromQuery(Name = "grad")] public string? Grade { get; set; }
    /// <summary>How grave, whatever the local scale calls it.</summary>
    [FromQuery(Name = "allvar")] public string? Gravity { get; set; }
    [FromQuery(Name = "kalla")] public OriginKind? Origin { get; set; }
    [FromQuery(Name = "manad")] public int? Month { get; set; }
    /// <summary>Found on this day or later.</summary>
    [FromQuery(Name = "fran")] public DateOnly? Since { get; set; }

    public IQueryable<Deviation> Of(IQueryable<Deviation> all, OrganisationTree tree)
    {
        if (AreaId is { } area && tree.SelfAndBelow(area).ToList() is var within) all = all.Where(d => within.Contains(d.UnitId!.Value));
        if (UnitId is { } unit) all = all.Where(d => d.UnitId == unit);
        if (Kind is { } kind) all = all.Where(d => d.Kind == kind);
        if (Grade is { } grade)
        {
            // One that was never given a grade is told by its severity.
            var severities = Enum.GetValues<Severity>().Where(s => s.Swedish() == grade).ToList();
            all = all.Where(d => d.Grade == grade || (d.Grade == "" && severities.Contains(d.Severity)));
        }
        if (Enum.GetValues<Severity>().Where(s => s.Swedish() == Gravity).ToList() is [var gravity]) all = all.Where(d => d.Severity == gravity);
        if (Origin is { } origin) all = all.Where(d => d.OriginKind == origin);
        if (Month is { } month) all = all.Where(d => d.FoundOn.Month == month);
        if (Since is { } since) all = all.Where(d => d.FoundOn >= since);
        return all;
    }

    public IEnumerable<(string Name, string Value)> Fields => new (string Name, string? Value)[]
    {
        ("enhet", UnitId?.ToString()),
        ("omrade", AreaId?.ToString()),
        ("slag", Kind),
        ("grad", Grade),
        ("allvar", Gravity),
        ("kalla", Origin?.ToString()),
        ("manad", Month?.ToString(CultureInfo.InvariantCulture)),
        ("fran", Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    }.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (f.Name, f.Value!));

    /// <summary>The same at the end of an address.</summary>
    public string Query => string.Concat(Fields.Select(f => $"&{f.Name}={Uri.EscapeDataString(f.Value)}"));

    /// <summary>What it is narrowed to, in words.</summary>
    public string Text(OrganisationTree tree) => string.Join(", ", new[]
    {
        UnitId is { } unit ? tree.NameOf(unit) : "",
        AreaId is { } area ? tree.NameOf(area) : "",
        Prose.Capital(Kind ?? ""),
        Grade ?? "",
        Gravity ?? "",
        Origin?.Swedish() ?? "",
        Month is >= 1 and <= 12 ? Period.SwedishMonths[Month.Value - 1] : "",
        Since is { } since ? $"från {since:yyyy-MM-dd}" : "",
    }.Where(t => t.Length > 0));
}
