using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

[Needs(Thing.Reports, Right.Decide)]
public sealed class SignModel(VattenpassDb db, ReportComposer composer) : ReportPage<SignInput>(db)
{
    protected override Right Needed => Right.Decide;

    /// <summary>What is signed is what stands on the page: the document itself, read at one moment.</summary>
    public string Html { get; private set; } = "";

    private ReportComposer.Draft draft = null!;

    protected override Basis MadeFrom => Basis.Document(draft.Text);

    protected override string OtherNow =>
        "Rapporten har ändrats sedan du öppnade den. Läs den som den är nu, och signera sedan.";

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) && await ComposeAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (!await ComposeAsync()) return await GoneAsync(() => Redirect($"/rapporter/{id}"));
        return await SaveAsync(Acts.SignReport, () =>
        {
            Refusal.If(!Input.Read, "Kryssa i att du har läst rapporten.", nameof(Input.Read));
            draft.Sign(Db, Report, Me.PersonId, Me.Name);
        }, () => Redirect($"/rapporter/{id}"), "Rapporten är signerad och fryst.");
    }

    private async Task<bool> ComposeAsync()
    {
        if (Report.Status is not ReportStatus.Draft) return false;
        draft = await composer.DraftAsync(Report, Stop);
        Html = HtmlWriter.Body(draft.Document, _ => null, deeper: 1);
        return true;
    }
}

public sealed class SignInput
{
    public bool Read { get; set; }
}
