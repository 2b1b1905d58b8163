using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

[Needs(Thing.Reports, Right.Decide)]
public sealed class SignModel(VattenpassDb db, ReportComposer composer) : ReportPage<SignInput>(db)
{
    protected override Right Needed => Right.Decide;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.SignReport, () =>
    {
        Refusal.If(!Input.Read, "Kryssa i att du har läst rapporten.", nameof(Input.Read));
        return composer.SignAsync(Db, Report, Me.PersonId, Me.Name, Stop);
    }, "Rapporten är signerad och fryst.");
}

public sealed class SignInput
{
    public bool Read { get; set; }
}
