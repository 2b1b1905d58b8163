using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>Somebody who left is back, or never went: the same person with the same user name, and what is not done goes back to them.</summary>
[Needs(Thing.People, Right.Write)]
public sealed class ReturnModel(VattenpassDb db, Databases databases) : FormPage<ReturnInput>(db)
{
    public Person Person { get; private set; } = null!;
    /// <summary>What went over then, in words; "" when nothing did, or the trail no longer knows.</summary>
    public string HandedOver { get; private set; } = "";
    /// <summary>The last day has passed: what was held until then stays held until then.</summary>
    public bool HasBeenAway => Person.To < Today;

    protected override Basis MadeFrom => Basis.Document(HandedOver);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return await GoneAsync(() => Redirect("/administration/personer"));
        return await SaveAsync(Acts.ReturnPerson, async () =>
        {
            await using var system = databases.OpenAsSystem("överlämning");
            var person = Db.Take(await system.People.FirstAsync(p => p.Id == id, Stop));
            if (Input.TakeBack)
            {
                var done = await PutBack.ReadAsync(system, Acts.HandOverEverything, id, Stop);
                await done.PutAsync(Db, system, Stop, HasBeenAway ? [typeof(Assignment), typeof(StoreDuty), typeof(LogCase)] : []);
            }
            person.Return();
        }, () => Redirect("/administration/personer"), HasBeenAway ? $"{Person.Name} är tillbaka. Ge personen sina uppdrag på nytt." : $"{Person.Name} slutar inte.");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var person = await Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, Stop);
        if (person?.To is null || !Me.May(Thing.People, Right.Write, person)) return false;
        Person = person;
        await using var system = databases.OpenAsSystem("överlämning");
        HandedOver = (await PutBack.ReadAsync(system, Acts.HandOverEverything, id, Stop)).HandedOver;
        return true;
    }
}

public sealed class ReturnInput
{
    public bool TakeBack { get; set; } = true;
}
