using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Medicines;

[Needs(Thing.Medicines, Right.Write)]
public sealed class EndLineModel(VattenpassDb db) : StorePage<EndInput>(db)
{
    public StoreLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid line)
    {
        if (!await LoadAsync(id) || Store.Lines.FirstOrDefault(l => l.Id == line) is not { } found) return NotFound();
        (Line, Input.Day) = (found, Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid line)
    {
        if (!await LoadAsync(id) || Store.Lines.FirstOrDefault(l => l.Id == line) is not { } found) return NotFound();
        Line = found;
        return await SaveAsync(Acts.ChangeStore, () => found.End(Input.Day ?? Today), () => Redirect($"/lakemedel/forrad/{id}"), "Preparatet räknas inte längre.");
    }

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Line = Store.Line(Line.Id);
    }
}

public sealed class EndInput
{
    public DateOnly? Day { get; set; }
}
