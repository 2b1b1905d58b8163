using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Routines;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditRiskModel(VattenpassDb db) : PlanPage<EditRiskInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Responses =
        [new("Inte bestämt än", nameof(RiskResponse.Undecided)), new("Accepteras", nameof(RiskResponse.Accept)),
            new("Kontroll", nameof(RiskResponse.Control)), new("Åtgärd", nameof(RiskResponse.Measure)),
            new("Kontroll och åtgärd", nameof(RiskResponse.Both))];

    public static readonly IReadOnlyList<SelectListItem> Sources = [new("Inte angivet", ""), .. Enum.GetValues<RiskSource>().Select(s => new SelectListItem(Prose.Capital(s.Swedish()), s.ToString()))];

    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Routines => [.. routines.Select(r => new SelectListItem(r.Title, $"{r.Id}"))];
    public Guid? Id { get; private set; }

    private List<Routine> routines = [];
    public string Heading => Id is null ? "Ny risk" : "Ändra risken";

    private Risk? Risk => Plan.Risks.FirstOrDefault(r => r.Id == Id);

    protected override Basis MadeFrom => Risk is null ? Basis.Nothing : Basis.Values(Stored);

    private EditRiskInput Stored => Risk is null ? new() : new()
    {
        Title = Risk.Title,
        Description = Risk.Description,
        Process = Risk.Process,
        OwnerId = Risk.OwnerId,
        Response = Risk.Response,
        AcceptReason = Risk.AcceptReason,
        Source = Risk.Background.Source,
        From = Risk.Background.From,
        Category = Risk.Background.Category,
        Cause = Risk.Background.Cause,
        Consequence = Risk.Background.Consequence,
        OngoingChecks = Risk.Background.OngoingChecks,
        RoutineIds = [.. routines.Where(r => r.RiskIds.Contains(Risk.Id)).Select(r => r.Id)],
    };

    public async Task<IActionResult> OnGetAsync(int year, Guid? id)
    {
        Id = id;
        if (!await LoadAsync(year)) return NotFound();
        await ShowAsync();
        if (id is null) return Page();
        if (Risk is null) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, Guid? id)
    {
        Id = id;
        await ShowAsync();
        return await StepAsync(year, Acts.ChangePlan, () =>
        {
            Refusal.If(Input.OwnerId is not null && People.All(p =>
                p.Value != Input.OwnerId.ToString()), "Välj en person i listan.", nameof(Input.OwnerId));
            var risk = id is null
                ? Plan.Add(new Risk(Db.NewId(), Plan, Input.Title ?? "", Input.Description ?? "", Input.Process ?? "", Input.OwnerId))
                : Risk ?? throw new Refusal("Någon annan har tagit bort risken under tiden. Lägg in den som en ny om den ska vara kvar.");
            risk.Describe(Input.Title ?? "", Input.Description, Input.Process, Input.OwnerId);
            risk.Explain(new(Input.Source, Input.From ?? "", Input.Category ?? "", Input.Cause ?? "", Input.Consequence ?? "", Input.OngoingChecks ?? ""));
            risk.Decide(Input.Response, Input.AcceptReason);
            foreach (var routine in routines) routine.Meet(risk.Id, Input.RoutineIds.Contains(routine.Id));
        }, "Risken är sparad.");
    }

    protected override async Task ShowAsync()
    {
        People = [new("Ingen", ""),
            .. (await Db.People.AsNoTracking()
                .OrderBy(p => p.Name)
                .ToListAsync(Stop)).Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        // Those that hold, and those that are named already.
        routines = [.. (await Db.Routines.OrderBy(r => r.Title).ToListAsync(Stop)).Where(r => r.StandingOn(Today) is not RoutineStanding.RunOut || (Id is { } risk && r.RiskIds.Contains(risk)))];
    }
}

public sealed class EditRiskInput
{
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Process { get; set; }
    public Guid? OwnerId { get; set; }
    public RiskResponse Response { get; set; }
    /// <summary>Routines that are there to meet it.</summary>
    public List<Guid> RoutineIds { get; set; } = [];
    public string? AcceptReason { get; set; }
    public RiskSource? Source { get; set; }
    public string? From { get; set; }
    public string? Category { get; set; }
    public string? Cause { get; set; }
    public string? Consequence { get; set; }
    public string? OngoingChecks { get; set; }
}
