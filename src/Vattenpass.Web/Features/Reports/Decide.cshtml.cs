using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

/// <summary>The board's decision on a report, as the minutes have it.</summary>
[Needs(Thing.Reports, Right.Register)]
public sealed class DecideModel(VattenpassDb db) : ReportPage<DecideInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<DecisionKind>().Select(k => new SelectListItem(k.Swedish(), k.ToString()))];

    protected override Right Needed => Right.Register;
    protected override Basis MadeFrom => Basis.Values(Stored);

    private DecideInput Stored => Report.Decision is not { } decision ? new() : new()
    {
        Kind = decision.Kind,
        On = decision.On,
        Reference = decision.Reference,
        Asked = decision.Asked,
        Motions = decision.Motions,
        Reservations = decision.Reservations,
    };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.DecideOnReport, async () =>
    {
        var decision = BoardDecision.Read(Input.Kind, Input.On, Input.Reference ?? "", Input.Asked ?? "", Input.Motions ?? "", Input.Reservations ?? "");
        // A version made because of it rests on it.
        Refusal.If(Report.IsReturned() && decision.Kind is not DecisionKind.Returned && await Db.Reports.LaterThan(Report).AnyAsync(Stop),
            "En ny version är påbörjad efter återremissen. Därför står återremissen kvar.", nameof(Input.Kind));
        Report.Decide(decision, Today);
    }, "Nämndens beslut är sparat.");
}

public sealed class DecideInput
{
    public DecisionKind? Kind { get; set; }
    public DateOnly? On { get; set; }
    public string? Reference { get; set; }
    public string? Asked { get; set; }
    public string? Motions { get; set; }
    public string? Reservations { get; set; }
}
