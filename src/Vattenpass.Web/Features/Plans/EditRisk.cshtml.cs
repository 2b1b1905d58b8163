using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditRiskModel(VattenpassDb db) : PlanPage<EditRiskInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Responses =
        [new("Inte bestämt än", nameof(RiskResponse.Undecided)), new("Accepteras", nameof(RiskResponse.Accept)),
            new("Kontroll", nameof(RiskResponse.Control)), new("Åtgärd", nameof(RiskResponse.Measure)),
            new("Kontroll och åtgärd", nameof(RiskResponse.Both))];

    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public string Heading { get; private set; } = "Ny risk";

    public async Task<IActionResult> OnGetAsync(int year, Guid? id)
    {
        if (!await LoadAsync(year)) return NotFound();
        await ShowAsync();
        if (id is null) return Page();
        if (Plan.Risks.FirstOrDefault(r => r.Id == id) is not { } risk) return NotFound();
        Heading = "Ändra risken";
        Input = new()
        {
            Title = risk.Title,
            Description = risk.Description,
            Process = risk.Process,
            OwnerId = risk.OwnerId,
            Response = risk.Response,
            AcceptReason = risk.AcceptReason
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, Guid? id)
    {
        await ShowAsync();
        Heading = id is null ? "Ny risk" : "Ändra risken";
        return await StepAsync(year, Acts.ChangePlan, () =>
        {
            Refusal.If(Input.OwnerId is not null && People.All(p =>
                p.Value != Input.OwnerId.ToString()), "Välj en person i listan.", nameof(Input.OwnerId));
            var risk = id is null
                ? Plan.Add(new Risk(Db.NewId(), Plan, Input.Title ?? "", Input.Description ?? "", Input.Process ?? "", Input.OwnerId))
                : Plan.Risks.First(r => r.Id == id);
            risk.Describe(Input.Title ?? "", Input.Description, Input.Process, Input.OwnerId);
            risk.Decide(Input.Response, Input.AcceptReason);
        }, "Risken är sparad.");
    }

    protected override async Task ShowAsync() =>
        People = [new("Ingen", ""),
            .. (await Db.People.AsNoTracking()
                .OrderBy(p => p.Name)
                .ToListAsync(Stop)).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
}

public sealed class EditRiskInput
{
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Process { get; set; }
    public Guid? OwnerId { get; set; }
    public RiskResponse Response { get; set; }
    public string? AcceptReason { get; set; }
}
