using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Routines;

/// <summary>What making and changing a routine share: the fields, and what is chosen from.</summary>
public abstract class RoutinePage(VattenpassDb db) : FormPage<RoutineInput>(db)
{
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Controls { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Risks { get; private set; } = [];
    public IReadOnlyList<string> Processes { get; private set; } = [];

    private List<Control> controls = [];

    /// <summary>The routine that is changed; what is chosen in it stays to choose, also when it has ended.</summary>
    protected Routine? Stored { get; set; }

    protected async Task LoadChoicesAsync()
    {
        var tree = await TreeAsync();
        People = await PeopleToChoose.ReadAsync(Db, Stop, Stored?.OwnerId);
        Units = [.. tree.All.Where(u => u.ExistsOn(Today) || Stored?.ForUnits.Contains(u.Id) == true).Select(u => new SelectListItem(tree.NameOf(u.Id), $"{u.Id}"))];
        // This year's plan and what may come after it, and whatever was chosen in an earlier one.
        var plans = await Db.Plans.AsNoTracking().Include(p => p.Controls).Include(p => p.Risks).AsSplitQuery().OrderByDescending(p => p.Year).ToListAsync(Stop);
        var now = plans.Where(p => p.Year >= Today.Year).ToList();
        if (now.Count == 0) now = [.. plans.Take(1)];
        controls = [.. plans.SelectMany(p => p.Controls)];
        Controls = [.. now.SelectMany(p => p.Controls).Concat(controls.Where(c => Input.ControlIds.Contains(c.Id)))
            .OrderByDescending(c => Input.ControlIds.Contains(c.Id)).ThenByDescending(c => c.Plan.Year == Today.Year).DistinctBy(c => (c.Key, c.Title))
            .OrderBy(c => c.Title, SwedishOrder.Comparer).Select(c => new SelectListItem(c.Title, $"{c.Id}"))];
        Risks = [.. now.SelectMany(p => p.Risks).Concat(plans.SelectMany(p => p.Risks).Where(r => Input.RiskIds.Contains(r.Id))).DistinctBy(r => r.Id)
            .OrderBy(r => r.Title, SwedishOrder.Comparer).Select(r => new SelectListItem($"{r.Title} ({r.Plan.Year})", $"{r.Id}"))];
        Processes = await Db.Routines.AsNoTracking().Select(r => r.Process).Distinct().OrderBy(p => p).ToListAsync(Stop);
    }

    protected override Task ShowAsync() => LoadChoicesAsync();

    /// <summary>Only what may be seen can be chosen, whatever the form says.</summary>
    protected RoutineContent Stated()
    {
        Refusal.If(Input.OwnerId is { } owner && People.All(p => p.Value != $"{owner}"), "Välj en person i listan.", nameof(Input.OwnerId));
        Refusal.If(Input.ForUnits.Any(u => Units.All(o => o.Value != $"{u}")), "Välj enheter i listan.", nameof(Input.ForUnits));
        Refusal.If(Input.ControlIds.Any(c => Controls.All(o => o.Value != $"{c}")), "Välj kontroller i listan.", nameof(Input.ControlIds));
        Refusal.If(Input.RiskIds.Any(r => Risks.All(o => o.Value != $"{r}")), "Välj risker i listan.", nameof(Input.RiskIds));
        var process = Processes.FirstOrDefault(p => p.Equals(Input.Process?.Trim(), StringComparison.CurrentCultureIgnoreCase)) ?? Input.Process ?? "";
        return new(process, Input.Title ?? "", Input.Place ?? "", Input.ValidFrom)
        {
            Edition = Input.Edition ?? "",
            ValidTo = Input.ValidTo,
            ReviewBy = Input.ReviewBy,
            OwnerId = Input.OwnerId,
            ForUnits = Input.ForUnits,
            Tests = [.. controls.Where(c => Input.ControlIds.Contains(c.Id)).Select(NamedControl.Of)],
            RiskIds = Input.RiskIds,
        };
    }
}

public sealed class RoutineInput
{
    public string? Title { get; set; }
    public string? Process { get; set; }
    public string? Place { get; set; }
    public string? Edition { get; set; }
    public Guid? OwnerId { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public DateOnly? ReviewBy { get; set; }
    public List<Guid> ForUnits { get; set; } = [];
    public List<Guid> ControlIds { get; set; } = [];
    public List<Guid> RiskIds { get; set; } = [];

    public static RoutineInput Of(Routine routine) => new()
    {
        Title = routine.Title,
        Process = routine.Process,
        Place = routine.Place,
        Edition = routine.Edition,
        OwnerId = routine.OwnerId,
        ValidFrom = routine.ValidFrom,
        ValidTo = routine.ValidTo,
        ReviewBy = routine.ReviewBy,
        ForUnits = [.. routine.ForUnits],
        ControlIds = [.. routine.Tests.Select(t => t.ControlId)],
        RiskIds = [.. routine.RiskIds],
    };
}
