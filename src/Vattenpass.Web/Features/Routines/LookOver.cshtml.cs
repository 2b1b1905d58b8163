using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Routines;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

/// <summary>Whoever owns a routine says whether it still holds, or what must be changed.</summary>
[Needs(Thing.Plans)]
public sealed class LookOverModel(VattenpassDb db) : FormPage<LookOverInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Answers = [new("håller och gäller vidare", "true"), new("behöver ändras", "false")];

    public Routine Routine { get; private set; } = null!;

    protected override Basis MadeFrom => Basis.Values(new { Routine.Edition, Routine.ReviewBy, Routine.Looks.Count });

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.ReviewBy = Today.AddYears(1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Me.IsMine(Routine) ? Acts.LookOverRoutine : Acts.ChangeRoutine, () => Routine.LookOver(Input.Holds, Input.ReviewBy, Input.Note ?? "", Me.Name, Today),
            () => Redirect($"/rutiner/{id}"), "Översynen är sparad.")
        : NotFound();

    /// <summary>One's own, or any for whoever writes routines.</summary>
    public static bool MayLookOver(Access me, Routine routine) => me.IsMine(routine) || me.May(Thing.Plans, Right.Write, routine);

    private async Task<bool> LoadAsync(Guid id)
    {
        Routine = (await Db.Routines.FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        return Routine is not null && MayLookOver(Me, Routine);
    }
}

public sealed class LookOverInput
{
    public bool? Holds { get; set; }
    public DateOnly? ReviewBy { get; set; }
    public string? Note { get; set; }
}
