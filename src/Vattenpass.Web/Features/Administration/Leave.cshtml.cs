using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>Somebody leaves: everything that is not done goes to another in one act; what is done keeps its name.</summary>
[Needs(Thing.People, Right.Write)]
public sealed class LeaveModel(VattenpassDb db, Databases databases) : FormPage<LeaveInput>(db)
{
    public Person Person { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public int Occasions { get; private set; }
    public int Measures { get; private set; }
    public int Assignments { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.LastDay = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.HandOverEverything, async () =>
        {
            Refusal.If(Input.LastDay is null, "Ange sista dagen.", nameof(Input.LastDay));
            Refusal.If(Input.SuccessorId is null && Occasions + Measures > 0, "Välj vem som tar över.", nameof(Input.SuccessorId));
            var successor = Input.SuccessorId is null ? null : await Db.People.FirstOrDefaultAsync(p => p.Id == Input.SuccessorId, Stop) ?? throw new Refusal("Välj vem som tar över.", nameof(Input.SuccessorId));
            Refusal.If(successor is not null && !successor.WorksOn(Today), "Den personen har slutat. Välj någon annan.", nameof(Input.SuccessorId));
            Person.Leave(Input.LastDay!.Value);
            foreach (var assignment in await Db.Assignments.Include(a => a.Title).Include(a => a.Person).Where(a => a.PersonId == id && (a.To == null || a.To > Input.LastDay)).ToListAsync(Stop))
                if (assignment.From <= Input.LastDay) assignment.End(Input.LastDay.Value);
            if (successor is not null) await HandOverAsync(id, successor.Id);
        }, () => Redirect("/administration/personer"), $"{Person.Name} slutar. Allt som inte är gjort har lämnats över.");
    }

    /// <summary>An administrator sees no content but may hand it over: the rows are fetched by the product and saved through the door.</summary>
    private async Task HandOverAsync(Guid from, Guid to)
    {
        await using var system = databases.OpenAsSystem("överlämning");
        foreach (var occasion in await system.Occasions.Include(o => o.Outcomes).Where(o => o.Result == null && o.EndedOn == null && (o.ResponsibleId == from || o.HandedToId == from)).ToListAsync(Stop))
        {
            Db.Attach(occasion);
            occasion.TakeOver(from, to);
        }
        foreach (var measure in await system.Measures.Where(m => m.OwnerId == from || m.ReportingOfficerId == from).ToListAsync(Stop))
        {
            Db.Attach(measure);
            measure.TakeOver(from, to);
        }
        foreach (var deviation in await system.Deviations.Where(d => d.InvestigatorId == from && d.ClosedOn == null).ToListAsync(Stop))
        {
            Db.Attach(deviation);
            deviation.GiveTo(to);
        }
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var person = await Db.People.FirstOrDefaultAsync(p => p.Id == id, Stop);
        if (person is null || !Me.May(Thing.People, Right.Write, person)) return false;
        Person = person;
        People = await Choices.PeopleAsync(Db, id, Stop, "Ingen");
        await using var system = databases.OpenAsSystem("överlämning");
        Occasions = await system.Occasions.CountAsync(o => o.Result == null && o.EndedOn == null && (o.ResponsibleId == id || o.HandedToId == id), Stop);
        Measures = await system.Measures.CountAsync(m => (m.OwnerId == id || m.ReportingOfficerId == id) && m.Status != MeasureStatus.Done && m.Status != MeasureStatus.Closed && m.Status != MeasureStatus.Cancelled, Stop);
        Assignments = await Db.Assignments.CountAsync(a => a.PersonId == id && (a.To == null || a.To > Today), Stop);
        return true;
    }
}

public sealed class LeaveInput
{
    public DateOnly? LastDay { get; set; }
    public Guid? SuccessorId { get; set; }
}
