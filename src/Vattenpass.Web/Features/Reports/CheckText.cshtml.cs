using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Consistency;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

/// <summary>Any report, pasted or as a file, against the rules of consistency. Nothing is saved.</summary>
[Needs(Thing.Reports)]
[RequestFormLimits(MultipartBodyLengthLimit = 6 * 1024 * 1024, ValueLengthLimit = 1024 * 1024)]
public sealed class CheckTextModel(VattenpassDb db) : VattenpassPage(db)
{
    public string Text { get; private set; } = "";
    public bool IsChecked { get; private set; }
    public IReadOnlyList<Finding> Findings { get; private set; } = [];
    public IReadOnlyList<Confirmation> Confirmed { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string? text, IFormFile? fil)
    {
        Text = text ?? "";
        try
        {
            Refusal.If(fil is not null && Text.Trim().Length > 0, "Välj antingen en fil eller klistra in en text, inte båda.");
            var report = fil is null ? ReportTextReader.Of(Text) : await ReadAsync(fil);
            (Findings, Confirmed) = Checker.Check(report);
            IsChecked = true;
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        return Page();
    }

    private async Task<ReportText> ReadAsync(IFormFile file)
    {
        var (name, bytes) = (await HeldFiles.BytesOfAsync([file], Stop))[0];
        return ReportTextReader.Read(name, bytes, Stop);
    }
}
