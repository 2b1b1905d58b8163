using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People, Right.Write)]
[RequestFormLimits(MultipartBodyLengthLimit = 30 * 1024 * 1024)]
public sealed class ReadPeopleModel(VattenpassDb db, HeldFiles held) : FormPage<ReadPeopleInput>(db)
{
    public PeopleFile? List { get; private set; }
    public string FileName { get; private set; } = "";

    protected override Basis MadeFrom => Basis.Nothing;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(IFormFile? fil, bool spara)
    {
        try
        {
            if (fil is not null)
            {
                Input.Held = await held.HoldAsync(await HeldFiles.BytesOfAsync([fil], Stop), Input.Held, Stop);
                ModelState.Remove("Input.Held");
            }
            Refusal.If(Input.Held is null, "Välj en fil.");
            var (name, content) = (await held.OpenAsync(Input.Held!.Value, Stop))[0];
            (List, FileName) = (new(Db, await TreeAsync()), name);
            await List.ReadAsync(name, content, Stop);
        }
        catch (Refusal refusal)
        {
            Db.ChangeTracker.Clear();
            List = null;
            ModelState.AddModelError("", refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (!spara) return Page();
        var then = await FirstSteps.AfterAsync(Db, Me, "/administration/personer", Stop);
        return await SaveAsync(Acts.ChangePeople, async () =>
        {
            ReceiptOfWork = await List.ApplyAsync(Stop);
            await HeldFiles.ForgetAsync(Db, Input.Held!.Value, Stop);
        }, () => Redirect(then), "Personerna är inlästa.");
    }
}

public sealed class ReadPeopleInput
{
    public Guid? Held { get; set; }
}
