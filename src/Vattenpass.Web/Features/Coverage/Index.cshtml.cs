using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Coverage;

/// <summary>Control × unit (or store) × period: done, with deviation, missed, ahead; and what is in no control at all.</summary>
[Needs(Thing.Occasions)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    [BindProperty(SupportsGet = true, Name = "ar")] public int? AskedYear { get; set; }
    [BindProperty(SupportsGet = true, Name = "kontroll")] public Guid? AskedControlId { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Title)> Controls { get; private set; } = [];
    public string Title { get; private set; } = "";
    public string RowName { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public IReadOnlyList<string> Periods { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<string> Gaps { get; private set; } = [];

    /// <summary>Registers no control uses, controls with nothing in their register, and registers that have changed by a fifth.</summary>
    public IReadOnlyList<string> Loose { get; private set; } = [];
    private const int OddPercent = 20;

    public async Task OnGetAsync()
    {
        var tree = await TreeAsync();
        Years = await Db.Plans.Select(p => p.Year).Distinct().OrderByDescending(y => y).ToListAsync(Stop);
        AskedYear ??= Years.Contains(Today.Year) ? Today.Year : Years.Count > 0 ? Years[0] : Today.Year;
        var controls = await Db.Occasions.Where(o => o.Control.Plan.Year == AskedYear)
            .Select(o => new { o.Control.Id, o.Control.Title, o.Control.Order })
            .Distinct()
            .ToListAsync(Stop);
        Controls = [.. controls.OrderBy(c => c.Order).Select(c => (c.Id, c.Title))];
        AskedControlId = Controls.Any(c => c.Id == AskedControlId) ? AskedControlId : Controls.Count > 0 ? Controls[0].Id : null;
        Loose = await LooseAsync();
        if (AskedControlId is null) return;

        var occasions = await Db.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Where(o => o.ControlId == AskedControlId)
            .ToListAsync(Stop);
        Title = $"{Controls.First(c => c.Id == AskedControlId).Title} {AskedYear}";
        RowName = occasions.Exists(o => o.ObjectKey.Length > 0) ? "Förråd" : "Enhet";
        var periods = occasions.GroupBy(o => o.PeriodKey).OrderBy(g => g.First().From).Select(g => g.Key).ToList();
        Periods = [.. periods.Select(Short)];
        Rows = [.. occasions.GroupBy(o => (o.ObjectKey, o.UnitId))
            .OrderBy(g => g.Key.ObjectKey, SwedishOrder.Comparer)
            .ThenBy(g => tree.NameOf(g.Key.UnitId), SwedishOrder.Comparer)
            .Select(g => new Row(tree.Place(g.Key.ObjectKey, g.Key.UnitId),
                [.. periods.Select(p => Cell(g.FirstOrDefault(o => o.PeriodKey == p)))], ShareOf([.. g])))];
        Summary =
            $"{ShareOf(occasions)} gjorda. {(occasions.Count(o => o.StateOn(Today) is OccasionState.Late or OccasionState.NotDone) is > 0 and var left ? $"{Prose.Number(left, "kontroll är", "kontroller är")} inte gjord{(left == 1 ? "" : "a")} fast tiden har gått ut." : "Ingen är sen.")}";
        Gaps = await GapsAsync(occasions[0].Control.Register, tree);
    }

    private async Task<List<string>> LooseAsync()
    {
        if (Me.Of(Thing.Registers, Right.Read).IsNothing) return [];
        var kinds = (await KindsInUse.ReadAsync(Db, Stop)).Kinds.Where(k => k.CanBeChecked).ToList();
        var counts = (await Db.RegisterRows.Where(r => (r.Year == AskedYear || r.Year == AskedYear - 1) && r.ReplacedByImportId == null)
            .GroupBy(r => new { r.Register, r.Year })
            .Select(g => new { g.Key.Register, g.Key.Year, Count = g.Count() })
            .ToListAsync(Stop)).ToDictionary(c => (c.Register, c.Year), c => c.Count);
        var plan = await Db.Plans.AsNoTracking().Include(p => p.Controls).FirstOrDefaultAsync(p => p.Year == AskedYear, Stop);
        if (plan is null) return [];
        var used = plan.Controls.SelectMany(c => ControlKinds.Of(c.Key).WholeRegisters.Select(r => r.Key).Append(c.Register)).ToHashSet();
        List<string> loose = [];
        foreach (var kind in kinds)
        {
            var (now, before) = (counts.GetValueOrDefault((kind.Key, AskedYear!.Value)),
                counts.GetValueOrDefault((kind.Key, AskedYear.Value - 1)));
            if (now > 0 && !used.Contains(kind.Key)) loose.Add($"{kind.Name}: {now} i registret men ingen kontroll i planen");
            if (now > 0 && before > 0 && Math.Abs(now - before) * 100 > before * OddPercent)
                loose.Add($"{kind.Name}: {now} i år mot {before} förra året. Kontrollera att registret är komplett");
        }
        loose.AddRange(plan.Controls.Where(c => !string.IsNullOrEmpty(c.Register) && !counts.ContainsKey((c.Register!, AskedYear!.Value)))
            .Select(c => $"{c.Title}: kontrollen finns men registret {RegisterKinds.NameOf(c.Register)} är tomt för {AskedYear}"));
        loose.AddRange(await OutsideAsync(plan));
        return loose;
    }

    /// <summary>Objects at units where their control has not been laid out.</summary>
    private async Task<List<string>> OutsideAsync(Plan plan)
    {
        var tree = await TreeAsync();
        List<string> outside = [];
        foreach (var control in plan.Controls.Where(c => c.Scope is ScopeKind.UnitsWithObjects))
        {
            var covered = await Db.Occasions.Where(o => o.ControlId == control.Id)
                .Select(o => o.UnitId!.Value)
                .Distinct()
                .ToListAsync(Stop);
            var rows = await Db.RegisterRows.Where(r => r.Register == control.Register
                && r.Year == AskedYear
                && r.ReplacedByImportId == null
                && !covered.Contains(r.UnitId!.Value))
                .GroupBy(r => r.UnitId!.Value)
                .Select(g => new { Unit = g.Key, Count = g.Count() })
                .ToListAsync(Stop);
            if (covered.Count > 0)
                outside.AddRange(rows.Select(r =>
                    $"{control.Title}: {r.Count} i registret för {tree.NameOf(r.Unit)} ingår i ingen kontroll"));
        }
        return outside;
    }

    private static string ShareOf(List<Occasion> occasions)
    {
        var planned = occasions.Where(o => o.Planned && o.EndedOn is null).ToList();
        return new Share(planned.Count(o => o.IsDone), planned.Count, "kontroll", default).ToString();
    }

    private CellOf? Cell(Occasion? occasion)
    {
        if (occasion is null) return null;
        var (text, css) = occasion.StateOn(Today) switch
        {
            OccasionState.Done when occasion.Result is OutcomeResult.WithoutRemark or OutcomeResult.WithRemark => ("Gjord", "gjord"),
            OccasionState.Done => ("Avv", "avvikelse"),
            OccasionState.Late or OccasionState.NotDone => ("Ej", "missad"),
            OccasionState.NotApplicable => ("Gäller ej", "kommer"),
            OccasionState.Ended => ("Slut", "kommer"),
            _ => ("Kommer", "kommer"),
        };
        return new(occasion.Id, text, css, occasion.Period.Name);
    }

    private async Task<List<string>> GapsAsync(string? register, OrganisationTree tree)
    {
        if (register != RegisterKinds.Stores.Key) return [];
        var rows = await Db.RegisterRows.AsNoTracking()
            .Where(r => r.Register == register && r.Year == AskedYear && r.ReplacedByImportId == null)
            .ToListAsync(Stop);
        var stores = StoresInUse.Facts(rows, await Db.Stores.AsNoTracking().ToListAsync(Stop), tree);
        var period = Period.Year(AskedYear!.Value);
        return [.. stores.Where(s => s.IsUncontrolledOn(period.AsOf(Today)) && s.MonthsIn(period) > 0)
            .OrderBy(s => s.Code, SwedishOrder.Comparer)
            .Select(s => $"{s.Code}, {s.Kind}, {s.Unit}: i bruk men utan kontroll")];
    }

    private static string Short(string key) => key.Length > 4 ? key[5..] switch
    {
        ['K', ..] part => part,
        ['T', ..] part => part,
        "H1" => "Vår",
        "H2" => "Höst",
        ['V', ..] part => part,
        var month => int.TryParse(month, out var n) && n is >= 1 and <= 12 ? Period.SwedishMonths[n - 1][..3] : month,
    } : key;

    public sealed record Row(string Name, IReadOnlyList<CellOf?> Cells, string Share);

    public sealed record CellOf(Guid Id, string Text, string Class, string Period);
}
