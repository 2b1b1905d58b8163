using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Occasions, Right.Write)]
public sealed class MoveModel(VattenpassDb db) : OccasionPage<MoveInput>(db)
{
    protected override Basis MadeFrom => Basis.Values(Stored);

    private MoveInput Stored => new() { MeantFor = Occasion.MeantFor };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.MoveOccasion, () =>
    {
        Refusal.If(Input.MeantFor is null, "Välj en dag.", nameof(Input.MeantFor));
        Occasion.MoveTo(Input.MeantFor!.Value);
    }, "Dagen är sparad.");
}

public sealed class MoveInput
{
    public DateOnly? MeantFor { get; set; }
}
