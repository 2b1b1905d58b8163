using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

[Needs(Thing.Reports, Right.Write)]
public sealed class HeadModel(VattenpassDb db) : ReportPage<HeadInput>(db)
{
    protected override Right Needed => Right.Write;

    protected override Basis MadeFrom => Basis.Values(Stored);

    private HeadInput Stored => new()
    {
        DocumentType = Report.Head.DocumentType,
        QualityArea = Report.Head.QualityArea,
        AppliesTo = Report.Head.AppliesTo,
        Responsible = Report.Head.Responsible,
        Process = Report.Head.Process,
        LinkedDocument = Report.Head.LinkedDocument,
        PreparedBy = Report.Head.PreparedBy,
        ReportedTo = Report.Head.ReportedTo,
        CheckedOn = Report.Head.CheckedOn,
        Elsewhere = Report.Head.Elsewhere,
        Place = Report.Head.Place,
        SignatoryTitle = Report.Head.SignatoryTitle,
    };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.WriteReport, () => Report.Describe(new(
        Input.DocumentType ?? "", Input.QualityArea ?? "", Input.AppliesTo ?? "", Input.Responsible ?? "", Input.Process ?? "",
        Input.LinkedDocument ?? "",
        Input.PreparedBy ?? "", Input.ReportedTo ?? "", Input.CheckedOn, Input.Place ?? "",
        Input.SignatoryTitle ?? "")
    { Elsewhere = Input.Elsewhere?.Trim() ?? "" }), "Dokumenthuvudet är sparat.");
}

public sealed class HeadInput
{
    public string? DocumentType { get; set; }
    public string? QualityArea { get; set; }
    public string? AppliesTo { get; set; }
    public string? Responsible { get; set; }
    public string? Process { get; set; }
    public string? LinkedDocument { get; set; }
    public string? PreparedBy { get; set; }
    public string? ReportedTo { get; set; }
    public DateOnly? CheckedOn { get; set; }
    public string? Elsewhere { get; set; }
    public string? Place { get; set; }
    public string? SignatoryTitle { get; set; }
}
