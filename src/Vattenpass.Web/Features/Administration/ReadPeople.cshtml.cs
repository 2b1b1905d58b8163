using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People, Right.Write)]
public sealed class ReadPeopleModel(VattenpassDb db, HeldFiles held) : ListFilePage<PeopleFile>(db, held)
{
    public void OnGet() { }

    protected override async Task<PeopleFile> EmptyAsync() => new(Db, await TreeAsync());

    public Task<IActionResult> OnPostAsync(IFormFile? fil, bool spara) =>
        ReadAsync(fil, spara, Acts.ChangePeople, () => FirstSteps.AfterAsync(Db, Me, "/administration/personer", Stop), "Personerna är inlästa.");
}
