using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>Gives a deviation to somebody to investigate and feed back.</summary>
[Needs(Thing.Deviations, Right.Decide)]
public sealed class GiveToModel(VattenpassDb db) : DeviationPage<GiveToInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Decide);

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        await ShowPeopleAsync();
        return await base.OnGetAsync(id);
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await ShowPeopleAsync();
        return await StepAsync(id, Acts.GiveDeviation, async () =>
        {
            var person = await Db.People.FirstOrDefaultAsync(p => p.Id == Input.PersonId, Stop)
                ?? throw new Refusal("Välj en person.", nameof(Input.PersonId));
            Deviation.GiveTo(person.Id);
        }, "Avvikelsen har fått en utredare.");
    }

    private async Task ShowPeopleAsync() => People = await Choices.PeopleAsync(Db, null, Stop);
}

public sealed class GiveToInput
{
    public Guid? PersonId { get; set; }
}
