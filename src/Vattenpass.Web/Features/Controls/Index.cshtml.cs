using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Occasions)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int PerPage = 50;
    public static readonly IReadOnlyList<(string Value, string Text)> Views = [("mina", "Mina att göra"), ("oppna", "Att göra nu"),
        ("forsenade", "Försenade"), ("skulle", "Skulle vara gjorda"), ("kommer", "Kommer"), ("gjorda", "Gjorda"), ("alla", "Alla")];

    [BindProperty(SupportsGet = true, Name = "visa")] public string Showing { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "ar")] public int? AskedYear { get; set; }
    [BindProperty(SupportsGet = true, Name = "enhet")] public Guid? AskedUnitId { get; set; }
    /// <summary>The area and all below it.</summary>
    [BindProperty(SupportsGet = true, Name = "omrade")] public Guid? AskedAreaId { get; set; }
    [BindProperty(SupportsGet = true, Name = "kontroll")] public Guid? AskedControlId { get; set; }
    /// <summary>The last day lies on this day or later, and on that day or before.</summary>
    [BindProperty(SupportsGet = true, Name = "fran")] public DateOnly? DueFrom { get; set; }
    [BindProperty(SupportsGet = true, Name = "till")] public DateOnly? DueTo { get; set; }
    /// <summary>What the address narrows the list to besides, to be kept when a page is turned.</summary>
    public string Narrowed => $"{(AskedAreaId is { } area ? $"&omrade={area}" : "")}{(AskedControlId is { } control ? $"&kontroll={control}" : "")}{(DueFrom is { } from ? $"&fran={from:yyyy-MM-dd}" : "")}{(DueTo is { } to ? $"&till={to:yyyy-MM-dd}" : "")}";
    [BindProperty(SupportsGet = true, Name = "sida")] public int PageNumber { get; set; } = 1;

    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Pages { get; private set; }
    public string Summary { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var tree = await TreeAsync();
        Years = await Db.Plans.Select(p => p.Year).Distinct().OrderByDescending(y => y).ToListAsync(Stop);
        if (Views.All(v => v.Value != Showing))
            Showing = await Db.Occasions.AnyAsync(o => Me.Selves.Contains((o.HandedToId ?? o.ResponsibleId)!.Value),
                Stop) ? "mina" : "oppna";
        // What is left to do has no year: on the first of January it is the same as the day before.
        if (Showing is "gjorda" or "alla" or "skulle" or "kommer") AskedYear ??= Years.Contains(Today.Year) ? Today.Year : Years.Count > 0 ? Years[0] : Today.Year;
        var oldest = ControlsToDo.OldestYear(Today);
        var all = Db.Occasions.AsNoTracking().Where(o => AskedYear == null ? o.Control.Plan.Year >= oldest : o.Control.Plan.Year == AskedYear);
        var unitIds = await all.Select(o => o.UnitId!.Value).Distinct().ToListAsync(Stop);
        Units = [.. tree.All.Where(u => unitIds.Contains(u.Id)).Select(u => (u.Id, tree.NameOf(u.Id)))];
        var shown = Filter(all);
        if (AskedUnitId is { } unit) shown = shown.Where(o => o.UnitId == unit);
        if (AskedAreaId is { } area && tree.SelfAndBelow(area).ToList() is var within) shown = shown.Where(o => within.Contains(o.UnitId!.Value));
        if (AskedControlId is { } control) shown = shown.Where(o => o.ControlId == control);
        if (DueFrom is { } from) shown = shown.Where(o => o.Due >= from);
        if (DueTo is { } to) shown = shown.Where(o => o.Due <= to);

        var count = await shown.CountAsync(Stop);
        Pages = (count + PerPage - 1) / PerPage;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        var occasions = await shown.Include(o => o.Control)
            .OrderBy(o => o.Due)
            .ThenBy(o => o.Id)
            .Skip((PageNumber - 1) * PerPage)
            .Take(PerPage)
            .ToListAsync(Stop);
        Rows = [.. occasions.Select(o =>
            new Row(o.Id, $"{o.Control.Title}, {o.Place(tree)}",
                o.Period.Name + (o.Planned ? "" : ", utanför planen"), StatusText.Of(o, Today), StatusText.Tone(o, Today)))];
        Summary = count == 0 ? "Inga kontroller som du når att visa." : Prose.Number(count, "kontroll", "kontroller") + ".";
    }

    private IQueryable<Occasion> Filter(IQueryable<Occasion> all) => Showing switch
    {
        "mina" =>
            all.Where(o => o.Result == null
                && o.EndedOn == null
                && o.Opens <= Today
                && Me.Selves.Contains((o.HandedToId ?? o.ResponsibleId)!.Value)),
        "oppna" => all.Where(o => o.Result == null && o.EndedOn == null && o.Opens <= Today),
        "forsenade" => all.Where(o => o.Result == null && o.EndedOn == null && o.Due < Today),
        "skulle" => Counted(all).Where(o => o.Due < Today),
        "kommer" => Counted(all).Where(o => o.Due >= Today && (o.PerformedOn == null || o.Result == OutcomeResult.NotDone)),
        "gjorda" => all.Where(o => o.Result != null),
        _ => all,
    };

    /// <summary>What the year's share counts: planned, not taken out, and not said to be of no relevance.</summary>
    private static IQueryable<Occasion> Counted(IQueryable<Occasion> all) =>
        all.Where(o => o.Planned && o.EndedOn == null && o.Result != OutcomeResult.NotApplicable && o.Control.Plan.Status != Domain.Plans.PlanStatus.Draft);

    public sealed record Row(Guid Id, string Title, string Detail, string Status, string Tone);
}
