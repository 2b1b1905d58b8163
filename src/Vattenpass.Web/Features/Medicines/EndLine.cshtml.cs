using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

[Needs(Thing.Medicines, Right.Write)]
public sealed class EndLineModel(VattenpassDb db) : StorePage<EndInput>(db)
{
    [BindProperty(SupportsGet = true, Name = "line")] public Guid LineId { get; set; }

    public StoreLine Line { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Whole(Line);

    public override Task<IActionResult> OnGetAsync(Guid id)
    {
        Input.Day = Today;
        return base.OnGetAsync(id);
    }

    public Task<IActionResult> OnPostAsync(Guid id) =>
        StepAsync(id, Acts.ChangeStore, () => Line.End(Input.Day ?? Today, Today), "Preparatet räknas inte längre.");

    protected override async Task<bool> LoadAsync(Guid id)
    {
        if (!await base.LoadAsync(id)
            || !StoreAppointing.May(Me, Store)
            || Store.Lines.FirstOrDefault(l => l.Id == LineId) is not { } found)
            return false;
        Line = found;
        return true;
    }
}

public sealed class EndInput
{
    public DateOnly? Day { get; set; }
}
