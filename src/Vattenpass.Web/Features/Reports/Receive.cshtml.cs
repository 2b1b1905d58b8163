using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

/// <summary>The executive board's registrar answers that the report has come.</summary>
[Needs(Thing.Reports, Right.Register)]
public sealed class ReceiveModel(VattenpassDb db) : ReportPage<ReceiveInput>(db)
{
    protected override Right Needed => Right.Register;
    protected override Basis MadeFrom => Basis.Values(Stored);

    private ReceiveInput Stored => new() { On = Report.Receipt?.On, RegistryNumber = Report.Receipt?.RegistryNumber };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    /// <param name="tabort">Set when it is to be removed.</param>
    public Task<IActionResult> OnPostAsync(Guid id, string? tabort) => tabort is not null
        ? StepAsync(id, Acts.DecideOnReport, () => Report.WithdrawReceipt(), "Kvittensen är borttagen.")
        : StepAsync(id, Acts.DecideOnReport, () => Report.Receive(Input.RegistryNumber ?? "", Input.On, Today), "Kvittensen är sparad.");
}

public sealed class ReceiveInput
{
    public DateOnly? On { get; set; }
    public string? RegistryNumber { get; set; }
}
