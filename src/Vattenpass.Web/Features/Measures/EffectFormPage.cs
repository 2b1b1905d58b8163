using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Measures;

/// <summary>What planning an effect control and changing it share.</summary>
public abstract class EffectFormPage(VattenpassDb db) : FormPage<EffectInput>(db)
{
    private List<Control> controls = [];

    public Measure Measure { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Controls { get; private set; } = [];
    public static readonly IReadOnlyList<SelectListItem> AllSeries =
        [new("Välj mätserie", ""), .. StaffMeasure.All.Select(m => new SelectListItem(Prose.Capital(m.Name), m.Key))];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public static readonly IReadOnlyList<SelectListItem> Indicators = [.. Enum.GetValues<EffectIndicator>().Select(i => new SelectListItem(i.Swedish(), i.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Spans = [.. EffectControl.MonthsToChoose.Select(m => new SelectListItem($"{m} månader", $"{m}"))];

    /// <summary>The control that is planned already; null for a new one.</summary>
    protected EffectControl? Stored { get; private set; }

    protected async Task<bool> LoadAsync(Guid measure, EffectControl? effect = null)
    {
        Measure = (await Db.Measures.Include(m => m.Comments).FirstOrDefaultAsync(m => m.Id == measure, Stop))!;
        if (Measure is null || !Me.May(Thing.Measures, Right.Write, Measure.UnitId, Measure.Field, own: false)) return false;
        Stored = effect;
        // The newest of each, in every plan that is no draft.
        var all = await Db.Plans.AsNoTracking().Where(p => p.Status != PlanStatus.Draft).OrderByDescending(p => p.Year).SelectMany(p => p.Controls).ToListAsync(Stop);
        controls = [.. all.DistinctBy(c => (c.Key, c.Title)).OrderBy(c => c.Title, SwedishOrder.Comparer)];
        Controls = [new("Välj kontroll", ""), .. controls.Select(c => new SelectListItem(c.Title, $"{c.Id}"))];
        People = [.. (await PeopleToChoose.ReadAsync(Db, Stop, Stored?.PerformerId)).Where(await MayLookAsync())];
        return true;
    }

    /// <summary>Those who can be given something to do with a measure: others could never put down what they saw.</summary>
    private async Task<Func<SelectListItem, bool>> MayLookAsync()
    {
        var roles = Enum.GetValues<Role>().Where(r => Permissions.Of(r, Thing.Measures).Any(g => g.Right.HasFlag(Right.Write))).ToList();
        var holders = await Db.Assignments.AsNoTracking().Where(a => roles.Contains(a.Title.Role) && a.From <= Today && (a.To == null || a.To >= Today))
            .Select(a => a.PersonId).ToListAsync(Stop);
        var people = holders.Select(p => $"{p}").ToHashSet();
        return choice => choice.Value.Length == 0 || people.Contains(choice.Value) || choice.Value == $"{Stored?.PerformerId}";
    }

    /// <summary>Only what may be seen can be chosen, whatever the form says.</summary>
    protected async Task<EffectContent> StatedAsync()
    {
        Refusal.If(Input.PerformerId is { } person && People.All(p => p.Value != $"{person}"), "Välj en person i listan.", nameof(Input.PerformerId));
        Refusal.If(Input.Control is { } chosen && Controls.All(c => c.Value != $"{chosen}"), "Välj en kontroll i listan.", nameof(Input.Control));
        var control = controls.Find(c => c.Id == Input.Control);
        var series = StaffMeasure.Find(Input.Series ?? "")?.Series;
        Refusal.If(!string.IsNullOrEmpty(Input.Series) && series is null, "Välj en mätserie i listan.", nameof(Input.Series));
        return new(Input.Indicator, control is null ? null : NamedControl.Of(control), Input.Question ?? "", Input.ChangedOn, Input.Months, Input.PerformerId)
        {
            UnitIds = [.. (await TreeAsync()).SelfAndBelow(Measure.AtUnit)],
            Series = series,
        };
    }

    protected EffectInput InputOf(EffectControl effect) => new()
    {
        Indicator = effect.Indicator,
        Control = effect.Control is { } named ? controls.Find(named.Names)?.Id ?? Guid.Empty : null,
        Series = effect.Series?.Key,
        Question = effect.Question,
        ChangedOn = effect.ChangedOn,
        Months = effect.Months,
        PerformerId = effect.PerformerId,
    };
}

public sealed class EffectInput
{
    public EffectIndicator? Indicator { get; set; }
    public Guid? Control { get; set; }
    public string? Series { get; set; }
    public string? Question { get; set; }
    public DateOnly? ChangedOn { get; set; }
    public int? Months { get; set; }
    public Guid? PerformerId { get; set; }
}
