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
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People, Right.Write)]
public sealed class GiveAssignmentModel(VattenpassDb db) : FormPage<GiveAssignmentInput>(db)
{
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Titles { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Input.From = Today;
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(Acts.ChangePeople, async () =>
    {
        var person = await Db.People.FirstOrDefaultAsync(p => p.Id == Input.PersonId, Stop);
        var title = await Db.Titles.FirstOrDefaultAsync(t => t.Id == Input.TitleId, Stop);
        Refusal.If(person is null, "Välj person.", nameof(Input.PersonId));
        Refusal.If(title is null, "Välj befattning.", nameof(Input.TitleId));
        Refusal.If(Input.UnitId is null || !await Db.Units.AnyAsync(u => u.Id == Input.UnitId, Stop), "Välj enhet.", nameof(Input.UnitId));
        Db.Assignments.Add(new(Db.NewId(), person!, title!, Input.UnitId, Input.From ?? Today, Input.To, Me.PersonId));
    }, () => Redirect("/administration/uppdrag"), "Uppdraget är sparat.");

    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        People = [new("Välj person", ""),
            .. (await Db.People.AsNoTracking().OrderBy(p => p.Name).ToListAsync(Stop)).Where(p => p.WorksOn(Today))
            .Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        Titles = [new("Välj befattning", ""),
            .. (await Db.Titles.AsNoTracking().OrderBy(t => t.Name).ToListAsync(Stop)).Select(t =>
                new SelectListItem($"{t.Name} ({t.Role.Swedish()})", t.Id.ToString()))];
        Units = [new("Välj enhet", ""),
            .. tree.All.Where(u => u.ExistsOn(Today)).Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
    }
}

public sealed class GiveAssignmentInput
{
    public Guid? PersonId { get; set; }
    public Guid? TitleId { get; set; }
    public Guid? UnitId { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
}
