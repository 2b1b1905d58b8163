using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Routines;

[Needs(Thing.Plans, Right.Write)]
public sealed class ReadListModel(VattenpassDb db, HeldFiles held) : ListFilePage<RoutineFile>(db, held)
{
    public void OnGet() { }

    protected override async Task<RoutineFile> EmptyAsync() => new(Db, await TreeAsync());

    public Task<IActionResult> OnPostAsync(IFormFile? fil, bool spara) =>
        ReadAsync(fil, spara, Acts.ChangeRoutine, () => Task.FromResult("/rutiner"), "Rutinerna är inlästa.");
}
