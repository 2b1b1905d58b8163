using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

[Needs(Thing.Plans, Right.Write)]
public sealed class PrioritiseModel(VattenpassDb db) : ReviewPage<PriorityInput>(db)
{
    private PriorityInput Stored => new() { Areas = string.Join('\n', Review.Priorities.Select(p => p.Line())) };

    protected override Basis MadeFrom => Basis.Values(Stored);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.ChangeReview,
            () => Review.Prioritise([.. (Input.Areas ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Priority.Read)]),
            () => Redirect($"/granskningar/{id}"), "Ordningen är sparad.")
        : NotFound();
}

public sealed class PriorityInput
{
    public string? Areas { get; set; }
}
