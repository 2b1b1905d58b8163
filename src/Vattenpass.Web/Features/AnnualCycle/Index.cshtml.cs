using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Reminders;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.AnnualCycle;

[Needs(Thing.Occasions)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    [BindProperty(SupportsGet = true, Name = "ar")] public int? AskedYear { get; set; }
    [BindProperty(SupportsGet = true, Name = "enhet")] public Guid? AskedUnitId { get; set; }
    [BindProperty(SupportsGet = true, Name = "roll")] public string? RoleName { get; set; }

    public YearView Year { get; private set; } = null!;
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];
    public IReadOnlyList<string> Roles { get; private set; } = [];
    public bool MayChange => Me.Can(Thing.Plans, Right.Write);
    public bool SeesOthers => Me.Of(Thing.Occasions, Right.Read) is { } extent && (extent.Everything || extent.Units.Length > 0);

    public async Task OnGetAsync()
    {
        var tree = await TreeAsync();
        Years = await Db.Plans.AsNoTracking()
            .Where(p => p.Status == PlanStatus.Adopted)
            .Select(p => p.Year)
            .OrderByDescending(y => y)
            .ToListAsync(Stop);
        if (AskedYear is < 2000 or > 2100) AskedYear = null;
        AskedYear ??= Years.Contains(Today.Year) || Years.Count == 0 ? Today.Year : Years[0];
        var all = await Db.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Include(o => o.Responsible)
            .Include(o => o.HandedTo)
            .Where(o => o.Control.Plan.Year == AskedYear && o.EndedOn == null && o.Planned)
            .ToListAsync(Stop);
        Units = [.. tree.All.Where(u => all.Exists(o => o.UnitId == u.Id)).Select(u => (u.Id, tree.NameOf(u.Id)))];
        Roles = [.. all.SelectMany(o => CommaList.Read(o.Control.PerformerTitles)).Distinct().Order(SwedishOrder.Comparer)];
        var dates = await Db.BoardDates.AsNoTracking()
            .Where(d => d.Date.Year == AskedYear || d.Date.Year == AskedYear + 1)
            .ToListAsync(Stop);
        var rules = await RulesInUse.ReadAsync(Db, Stop);
        Year = new(AskedYear.Value,
            [.. all.Where(o => (AskedUnitId is null || o.UnitId == AskedUnitId)
                && (string.IsNullOrEmpty(RoleName) || CommaList.Read(o.Control.PerformerTitles).Contains(RoleName)))
                .Select(o => new PlannedCheck(
                    o.Control.Title, tree.AreaOf(o.UnitId)?.Name ?? tree.NameOf(o.UnitId), tree.NameOf(o.UnitId),
                    (o.HandedTo ?? o.Responsible)?.Name, o.From, o.To, o.MeantFor ?? o.Due, o.Control.Minutes,
                    o.Result is not null))], dates, rules.QuietMonths);
        Clashes = Year.Clashes(Today);
    }
}
