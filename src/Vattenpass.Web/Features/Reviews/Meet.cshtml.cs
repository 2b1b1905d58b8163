using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>A finding is met by a measure: one there is, or a new one with somebody who answers for it and a day.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class MeetModel(VattenpassDb db) : ReviewPage<MeetInput>(db)
{
    private List<Measure> open = [];
    private OrganisationTree tree = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Measures => [new("Ingen av dem", ""), .. open.Select(m => new SelectListItem(MeasureChoice.Text(m, tree), $"{m.Id}"))];

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid brist) => await FindAsync(id, brist) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid brist) => await FindAsync(id, brist)
        ? await SaveAsync(Acts.MeetFinding, Meet, () => Redirect($"/granskningar/{id}/brist/{brist}"), "Åtgärden är kopplad till bristen.")
        : NotFound();

    private void Meet()
    {
        var isNew = !string.IsNullOrWhiteSpace(Input.Title);
        var wanted = isNew ? "Välj en åtgärd som finns, eller skriv en ny. Inte båda." : "Välj en åtgärd, eller skriv en ny.";
        Refusal.If(isNew == Input.MeasureId is not null, wanted, nameof(Input.MeasureId));
        Refusal.If(Input.MeasureId is { } chosen && !open.Exists(m => m.Id == chosen), "Välj en åtgärd i listan.", nameof(Input.MeasureId));
        Finding.MeetWith(Input.MeasureId ?? Make());
    }

    private Guid Make()
    {
        Refusal.If(Input.OwnerId is not { } owner || People.All(p => p.Value != $"{owner}"), "Välj vem som ansvarar.", nameof(Input.OwnerId));
        var unit = Finding.UnitIds.Count == 1 ? Finding.UnitIds[0] : Review.AtUnit;
        var why = $"Svarar mot bristen ”{Finding.Title}” i {Review.Title}.";
        var measure = Measure.Begin(Db.NewId, unit, Input.Title!, why, Input.OwnerId, Today, Input.End);
        Db.Measures.Add(measure);
        return measure.Id;
    }

    private async Task<bool> FindAsync(Guid id, Guid brist)
    {
        if (!await LoadAsync(id, brist) || !Me.Can(Thing.Measures, Right.Write)) return false;
        tree = await TreeAsync();
        open = await Db.Measures.Where(m => m.Status != MeasureStatus.Cancelled && m.Status != MeasureStatus.Merged && !Finding.MeasureIds.Contains(m.Id))
            .OrderBy(m => m.Title).ToListAsync(Stop);
        People = await PeopleToChoose.ReadAsync(Db, Stop);
        return true;
    }
}

public sealed class MeetInput
{
    public Guid? MeasureId { get; set; }
    public string? Title { get; set; }
    public Guid? OwnerId { get; set; }
    public DateOnly? End { get; set; }
}
