using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
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
    private List<EffectRow> counted = [];

    public static readonly IReadOnlyList<SelectListItem> Verdicts =
        [new("Det är bättre", nameof(EffectVerdict.Better)), new("Ingen skillnad syns", nameof(EffectVerdict.NotShown)), new("Det är sämre", nameof(EffectVerdict.Worse))];
    public Measure Measure { get; private set; } = null!;
    public EffectControl Effect { get; private set; } = null!;
    public string Place { get; private set; } = "";
    public OrganisationTree Tree { get; private set; } = null!;
    /// <summary>As it was counted when it was done, or as it is now.</summary>
    public IReadOnlyList<EffectMonth> Months { get; private set; } = [];
    /// <summary>The checks behind that one may see.</summary>
    public IReadOnlyList<Occasion> Rows { get; private set; } = [];
    public int RowCount { get; private set; }
    public bool IsDue => Effect.Due <= Today;
    public bool MayPlan => !Effect.IsDone && Me.May(Thing.Measures, Right.Write, Measure);
    public bool MayConclude => MayPlan && IsDue && Effect.PerformerId is { } performer && Me.Selves.Contains(performer) && !Measure.IsAnsweredForBy(Me.PersonId);

    /// <summary>The counts too: what was read is what is put down.</summary>
    protected override Basis MadeFrom => Basis.Values(new { Effect.Due, Effect.DoneOn, Effect.Indicator, Counted = string.Join(' ', Months) });

    public async Task<IActionResult> OnGetAsync(Guid id, Guid effekt) => await LoadAsync(id, effekt) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid effekt)
    {
        if (!await LoadAsync(id, effekt)) return NotFound();
        if (!MayConclude) return await GoneAsync(() => Redirect($"/atgarder/{id}/effekt/{effekt}"));
        return await SaveAsync(Acts.FollowUpMeasure,
            () => Measure.ConcludeEffect(Effect, new(Months, [.. counted.Select(r => r.OccasionId)], Input.Stated, Input.Comment ?? ""), Me.PersonId, Me.Name, Today),
            () => Redirect($"/atgarder/{id}/effekt/{effekt}"), "Effekten är fastställd.");
    }

    private async Task<bool> LoadAsync(Guid id, Guid effekt)
    {
        Measure = (await Db.Measures.Include(m => m.Effects).ThenInclude(e => e.Performer).FirstOrDefaultAsync(m => m.Id == id, Stop))!;
        if (Measure?.Effects.FirstOrDefault(e => e.Id == effekt) is not { } effect) return false;
        (Effect, Tree) = (effect, await TreeAsync());
        Place = Tree.NameOf(Measure.UnitId);
        if (!effect.IsDone)
            await using (var whole = databases.OpenAsSystem("effektkontroll")) counted = await EffectReader.ReadAsync(whole, Measure, effect, Today, Stop);
        Months = effect.IsDone ? effect.Counted : EffectReader.Months(effect, counted);
        List<Guid> behind = effect.IsDone ? [.. effect.OccasionIds] : [.. counted.Select(r => r.OccasionId)];
        RowCount = behind.Count;
        Rows = await Db.Occasions.AsNoTracking().Where(o => behind.Contains(o.Id)).OrderBy(o => o.From).ToListAsync(Stop);
        return true;
    }
}

public sealed class EffectFindingInput
{
    public EffectVerdict? Stated { get; set; }
    public string? Comment { get; set; }
}
