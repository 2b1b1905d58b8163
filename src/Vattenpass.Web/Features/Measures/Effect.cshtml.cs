using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

/// <summary>Before and after on one chart, and the one who looks puts down what it showed.</summary>
[Needs(Thing.Measures)]
public sealed class EffectModel(VattenpassDb db, Databases databases) : FormPage<EffectFindingInput>(db)
{
    private EffectCount counted = new([], null);

    public static readonly IReadOnlyList<SelectListItem> Verdicts =
        [new("Det är bättre", nameof(EffectVerdict.Better)), new("Ingen skillnad syns", nameof(EffectVerdict.NotShown)), new("Det är sämre", nameof(EffectVerdict.Worse))];
    /// <summary>What it is about, also for somebody who looks and has no right to the measure itself.</summary>
    public Measure Measure { get; private set; } = null!;
    public EffectControl Effect { get; private set; } = null!;
    public string Place { get; private set; } = "";
    public OrganisationTree Tree { get; private set; } = null!;
    public bool MayOpenMeasure { get; private set; }
    /// <summary>As it was counted when it was done, or as it is now.</summary>
    public IReadOnlyList<EffectMonth> Months { get; private set; } = [];
    /// <summary>What was measured, of an effect that is not counted in checks.</summary>
    public IReadOnlyList<EffectValue> Measured { get; private set; } = [];
    public IReadOnlyList<Deviation> Deviations { get; private set; } = [];
    public string Sentence => Effect.IsMeasured ? EffectText.Sentence(Effect, Measured) : EffectText.Sentence(Months);
    /// <summary>The checks behind that one may see.</summary>
    public IReadOnlyList<Occasion> Rows { get; private set; } = [];
    public int RowCount { get; private set; }
    /// <summary>The months have passed, and so has the last day of every check that is counted.</summary>
    public DateOnly ReadyOn => counted.WaitsUntil is { } day && day >= Effect.Due ? day.AddDays(1) : Effect.ReadyFrom;
    public bool IsReady => ReadyOn <= Today;
    public bool MayPlan => !Effect.IsDone && Me.May(Thing.Measures, Right.Write, Effect.UnitId, Effect.Field, own: false);
    public bool MayConclude => !Effect.IsDone && IsReady && Effect.PerformerId is { } performer && Me.Selves.Contains(performer) && !Measure.Involves(Me.PersonId);

    /// <summary>The counts too: what was read is what is put down.</summary>
    protected override Basis MadeFrom => Basis.Values(new { Effect.Due, Effect.DoneOn, Effect.Indicator, Counted = string.Join(' ', Months), Measured = string.Join(' ', Measured) });

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (!MayConclude) return await GoneAsync(() => Redirect($"/effekt/{id}"));
        return await SaveAsync(Acts.ConcludeEffect,
            () => Effect.Conclude(Measure, new(Months, counted.RowIds, Input.Stated, Input.Comment ?? "") { Measured = Measured }, Me.PersonId, Me.Name, Today),
            () => Redirect($"/effekt/{id}"), "Effekten är fastställd.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Effect = (await Db.Effects.Include(e => e.Performer).FirstOrDefaultAsync(e => e.Id == id, Stop))!;
        if (Effect is null) return false;
        await using (var whole = databases.OpenAsSystem("effektkontroll"))
        {
            Measure = await whole.Measures.AsNoTracking().Include(m => m.Comments).FirstAsync(m => m.Id == Effect.MeasureId, Stop);
            if (!Effect.IsDone) counted = await EffectReader.ReadAsync(whole, Effect, Today, Stop);
        }
        Tree = await TreeAsync();
        Place = Tree.NameOf(Effect.UnitId);
        MayOpenMeasure = await Db.Measures.AnyAsync(m => m.Id == Effect.MeasureId, Stop);
        Months = Effect.IsDone ? Effect.Counted : counted.Months(Effect);
        Measured = Effect.IsDone ? Effect.Measured : counted.Measured;
        List<Guid> behind = [.. Effect.IsDone ? Effect.OccasionIds : counted.RowIds];
        RowCount = behind.Count;
        if (Effect.Indicator is EffectIndicator.Days) Deviations = await Db.Deviations.AsNoTracking().Where(d => behind.Contains(d.Id)).OrderBy(d => d.FoundOn).ToListAsync(Stop);
        Rows = await Db.Occasions.AsNoTracking().Where(o => behind.Contains(o.Id)).OrderBy(o => o.From).ToListAsync(Stop);
        return true;
    }
}

public sealed class EffectFindingInput
{
    public EffectVerdict? Stated { get; set; }
    public string? Comment { get; set; }
}
