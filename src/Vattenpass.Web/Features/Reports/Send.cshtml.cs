using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

[Needs(Thing.Reports, Right.Register)]
public sealed class SendModel(VattenpassDb db) : ReportPage<SendInput>(db)
{
    protected override Right Needed => Right.Register;

    protected override Basis MadeFrom => Basis.Whole(Report);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input.On = Today;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.RegisterReport, () =>
    {
        Refusal.If(Input.On > Today, "Dagen ligger i framtiden.", nameof(Input.On));
        Report.Send(Input.RegistryNumber ?? "", Input.On ?? Today);
    }, "Rapporten är diarieförd och skickad.");
}

public sealed class SendInput
{
    public string? RegistryNumber { get; set; }
    public DateOnly? On { get; set; }
}
