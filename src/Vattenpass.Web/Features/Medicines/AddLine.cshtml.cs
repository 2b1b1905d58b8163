using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A preparation more to count. Whoever controls the store may add one on the way, and comes back to the control.</summary>
[Needs(Thing.Medicines, Right.Write)]
public sealed class AddLineModel(VattenpassDb db, Databases databases) : StorePage<LineInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Lists = [.. Enum.GetNames<DrugList>().Select(l => new SelectListItem(l, l))];
    public static readonly IReadOnlyList<SelectListItem> CountUnits = [.. Enum.GetValues<CountUnit>()
        .Select(u => new SelectListItem(Prose.Capital(u.Swedish()), $"{u}"))];

    /// <summary>The control one came from.</summary>
    [BindProperty(SupportsGet = true, Name = "till")] public Guid? GoesOnTo { get; set; }

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (GoesOnTo is null)
            return await StepAsync(id, Acts.ChangeStore, () => { Db.Add(Store.AddLine(Db.NewId(), Facts, Today)); },
                "Preparatet är tillagt.");
        await using var system = databases.OpenAsSystem($"{Me.Name}, vid kontrollen");
        return await SaveAsync(Acts.ChangeStore, async () =>
        {
            var store = await system.Stores.Include(s => s.Lines).FirstAsync(s => s.Id == id, Stop);
            system.Add(store.AddLine(system.NewId(), Facts, Today));
            await system.SaveAsync(Acts.ChangeStore, stop: Stop);
            SavedBesides = true;
        }, () => Redirect($"/lakemedel/kontroll/{GoesOnTo}"), "Preparatet är tillagt. Räkna det nu.");
    }

    /// <summary>Through a control of the store one may reach it without any duty there.</summary>
    protected override async Task<bool> LoadAsync(Guid id)
    {
        if (GoesOnTo is null) return await base.LoadAsync(id);
        var code = await Db.Occasions.Where(o => o.Id == GoesOnTo && o.Result == null && o.Control.DoneBy == DoneBy.Count)
            .Select(o => o.ObjectKey)
            .FirstOrDefaultAsync(Stop);
        await using var system = databases.OpenAsSystem("förråd");
        return code is not null && await system.Stores.AnyAsync(s => s.Id == id && s.Code == code, Stop);
    }

    protected override Task ShowAsync() => Task.CompletedTask;

    private LineFacts Facts =>
        new(Input.Preparation ?? "", Input.Strength ?? "", Input.Form ?? "", Input.List, Input.Unit, Tolerance, Input.Place ?? "",
            Input.JournalSheet ?? "");

    private decimal Tolerance =>
        string.IsNullOrWhiteSpace(Input.Tolerance)
            ? 0
            : Decimals.Typed(Input.Tolerance) ?? throw new Refusal("Skriv ett tal, till exempel 2,5.", nameof(Input.Tolerance));
}

public sealed class LineInput
{
    public string? Preparation { get; set; }
    public string? Strength { get; set; }
    public string? Form { get; set; }
    public DrugList List { get; set; } = DrugList.II;
    public CountUnit Unit { get; set; } = CountUnit.Tablets;
    public string? Tolerance { get; set; }
    public string? Place { get; set; }
    public string? JournalSheet { get; set; }
}
