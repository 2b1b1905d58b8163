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

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People, Right.Write)]
public sealed class EditTitleModel(VattenpassDb db) : FormPage<EditTitleInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Roles = [.. RoleNames.All.Select(r =>
        new SelectListItem(Prose.Capital(r.Name), r.Role.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Fields = [.. Enum.GetValues<Field>()
        .Select(f => new SelectListItem(Prose.Capital(f.Swedish()), f.ToString()))];
    private Title? title;
    public string Heading => title is null ? "Ny befattning" : "Ändra befattningen";

    protected override Basis MadeFrom => title is null ? Basis.Nothing : Basis.Values(Stored);

    private EditTitleInput Stored => title is null ? new() : new() { Name = title.Name, Role = title.Role, Field = title.Field };

    public async Task<IActionResult> OnGetAsync(Guid? id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id) => await LoadAsync(id)
        ? await SaveAsync(Acts.ChangePeople, async () =>
        {
            // Changing what a title gives would hand out a top role past the second person.
            Refusal.If(title is not null && title.Role != Input.Role && await Db.Assignments.AnyAsync(a => a.TitleId == title.Id, Stop),
                "Befattningen används. Gör en ny befattning för den andra rollen.", nameof(Input.Role));
            if (title is null) Db.Titles.Add(new(Db.NewId(), Input.Name ?? "", Input.Role, Input.Field));
            else title.Describe(Input.Name ?? "", Input.Role, Input.Field);
        }, () => Redirect("/administration/befattningar"), "Befattningen är sparad.")
        : NotFound();

    private async Task<bool> LoadAsync(Guid? id)
    {
        if (id is null) return true;
        title = await Db.Titles.FirstOrDefaultAsync(t => t.Id == id, Stop);
        return title is not null;
    }
}

public sealed class EditTitleInput
{
    public string? Name { get; set; }
    public Role Role { get; set; } = Role.Performer;
    public Field Field { get; set; }
}
