using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Mine;

[Needs(Thing.Mine, Right.Write)]
public sealed class NewAbsenceModel(VattenpassDb db, Databases databases) : FormPage<AbsenceInput>(db)
{
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Who { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Input = new() { PersonId = Me.PersonId, From = Today };
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(Acts.RegisterAbsence, async () =>
    {
        Refusal.If(Input.From is null, "Ange första dagen.", nameof(Input.From));
        Refusal.If(Input.To is null, "Ange sista dagen.", nameof(Input.To));
        Refusal.If(Input.SubstituteId is null, "Välj vem som ersätter.", nameof(Input.SubstituteId));
        await ShowAsync();
        Refusal.If(Who.All(w => w.Value != Input.PersonId?.ToString()), "Välj vem som är borta.", nameof(Input.PersonId));
        var person = await Db.People.FirstOrDefaultAsync(p => p.Id == Input.PersonId, Stop)
            ?? throw new Refusal("Välj vem som är borta.", nameof(Input.PersonId));
        var substitute = await Db.People.FirstOrDefaultAsync(p => p.Id == Input.SubstituteId, Stop)
            ?? throw new Refusal("Välj vem som ersätter.", nameof(Input.SubstituteId));
        var (from, to) = (Input.From!.Value, Input.To!.Value);
        // Read with the product's own eyes: what somebody holds elsewhere, and is away, counts too.
        await using var system = databases.OpenAsSystem("frånvaro");
        var superiors = await Superiors.ReadAsync(system, Stop);
        Refusal.If(!superiors.MayAct(substitute.Id, Thing.Occasions, from) || !superiors.MayAct(substitute.Id, Thing.Occasions, to),
            $"{substitute.Name} har inget uppdrag som ger rätt att göra kontroller alla de dagarna. Välj någon annan.",
            nameof(Input.SubstituteId));
        var others = await system.Absences.AsNoTracking().Where(a => a.PersonId == person.Id).ToListAsync(Stop);
        Refusal.If(await system.Absences.AnyAsync(a => a.PersonId == substitute.Id && a.SubstituteId == person.Id && a.From <= to && a.To >= from, Stop),
            $"{person.Name} ersätter {substitute.Name} de dagarna. Välj någon annan.", nameof(Input.SubstituteId));
        var away = await system.Absences.FirstOrDefaultAsync(a => a.PersonId == substitute.Id && a.From <= to && a.To >= from, Stop);
        Refusal.If(away is not null, $"{substitute.Name} är själv borta {away?.From:yyyy-MM-dd}–{away?.To:yyyy-MM-dd}. Välj någon annan.",
            nameof(Input.SubstituteId));
        Db.Absences.Add(new(Db.NewId(), person, substitute.Id, from, to, others));
    }, () => Redirect("/jag"), "Frånvaron är sparad. Ersättaren får påminnelserna under tiden.");

    protected override async Task ShowAsync()
    {
        People = await Choices.PeopleAsync(Db, null, Stop);
        var extent = Me.Of(Thing.Mine, Right.Write);
        var mine = await Db.People.AsNoTracking()
            .Where(p => p.Id == Me.PersonId || extent.Units.Contains(p.UnitId!.Value))
            .OrderBy(p => p.Name)
            .ToListAsync(Stop);
        Who = [.. mine.Select(p => new SelectListItem(p.Id == Me.PersonId ? $"{p.Name} (jag)" : p.Name, p.Id.ToString()))];
    }
}

public sealed class AbsenceInput
{
    public Guid? PersonId { get; set; }
    public Guid? SubstituteId { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
}
