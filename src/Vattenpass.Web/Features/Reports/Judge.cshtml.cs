using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

/// <summary>The executive board has received a report that the board handed on, and judges the internal control by itself.</summary>
[Needs(Thing.Reports, Right.Register)]
public sealed class JudgeModel(VattenpassDb db) : ReportPage<JudgeInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Grades = [.. Enum.GetValues<Sufficiency>().Select(s => new SelectListItem(s.Swedish(), s.ToString()))];

    protected override Right Needed => Right.Register;
    protected override Basis MadeFrom => Basis.Values(Stored);

    private JudgeInput Stored => Report.Judgement is not { } judgement ? new() : new()
    {
        Sufficiency = judgement.Sufficiency,
        On = judgement.On,
        Reference = judgement.Reference,
        Motive = judgement.Motive,
    };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    /// <param name="tabort">Set when it is to be removed.</param>
    public Task<IActionResult> OnPostAsync(Guid id, string? tabort) => tabort is not null
        ? StepAsync(id, Acts.DecideOnReport, () => Report.WithdrawJudgement(), "Bedömningen är borttagen.")
        : StepAsync(id, Acts.DecideOnReport, () => Report.Judge(ExecutiveJudgement.Read(Input.Sufficiency, Input.On, Input.Reference ?? "", Input.Motive ?? ""), Today),
            "Kommunstyrelsens bedömning är sparad.");
}

public sealed class JudgeInput
{
    public Sufficiency? Sufficiency { get; set; }
    public DateOnly? On { get; set; }
    public string? Reference { get; set; }
    public string? Motive { get; set; }
}
