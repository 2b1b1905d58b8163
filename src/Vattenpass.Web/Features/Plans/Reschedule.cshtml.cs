using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

/// <summary>
/// Changes when a control of an adopted plan is done. Untouched occasions ahead move or give way; what is done, begun or late
/// never changes. The decision and what it did stand in the plan and in the report.
/// </summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class RescheduleModel(VattenpassDb db) : PlanPage<RescheduleInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);
    public Control Control { get; private set; } = null!;
    public string? Preview { get; private set; }

    protected override Basis MadeFrom => Basis.Values(Stored);

    private RescheduleInput Stored => RescheduleInput.Of(Control.Recurrence);

    public async Task<IActionResult> OnGetAsync(int year, Guid id)
    {
        if (!await FindAsync(year, id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, Guid id, bool spara)
    {
        if (!await FindAsync(year, id)) return NotFound();
        if (!spara) return await ShowEffectAsync();
        var told = "";
        return await SaveAsync(Acts.ChangeSchedule, async () =>
        {
            var decision = Refusal.IfEmpty(Input.DecidedBy, "Skriv vem som har beslutat.", nameof(Input.DecidedBy));
            var reason = Refusal.IfEmpty(Input.Reason, "Skriv varför schemat ändras.", nameof(Input.Reason));
            told = (await ChangeAsync()).ToString();
            Db.Add(Plan.Record(new(Db.NewId(), Plan, Today,
                $"Ändrat schema för {Control.Title}: {Control.Recurrence}. {told} Beslutat av {decision}: {reason}")));
        }, () => Redirect($"/plan/{year}"), "Schemat är ändrat.");
    }

    private async Task<IActionResult> ShowEffectAsync()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        try
        {
            var change = await ChangeAsync();
            Preview = $"{Control.Recurrence}. {change}";
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError(refusal.Field is { } field ? $"Input.{field}" : "", refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        return Page();
    }

    private async Task<ScheduleChange> ChangeAsync()
    {
        Input.MustFit((await KindsInUse.ReadAsync(Db, Stop)).Find(Control.Register));
        Control.Reschedule(Input.ToRecurrence());
        return await (await OccasionLayout.ForAsync(Db, Plan.Year, Stop)).RescheduleAsync(Plan, Control, Stop);
    }

    private async Task<bool> FindAsync(int year, Guid id)
    {
        if (!await LoadAsync(year) || !Plan.IsFrozen || Plan.Controls.FirstOrDefault(c => c.Id == id) is not { } control) return false;
        Control = control;
        ViewData["Kolumner"] = RegisterColumns.Of((await KindsInUse.ReadAsync(Db, Stop)).Kinds.Where(k => k.Key == control.Register));
        return true;
    }
}

public sealed class RescheduleInput : ScheduleInput
{
    public string? DecidedBy { get; set; }
    public string? Reason { get; set; }

    public static RescheduleInput Of(Recurrence recurrence)
    {
        var input = new RescheduleInput();
        input.Show(recurrence);
        return input;
    }
}
