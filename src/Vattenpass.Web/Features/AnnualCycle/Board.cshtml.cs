using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.AnnualCycle;

/// <summary>The board's days: meetings, reports and each role's last day.</summary>
[NeedsSignIn]
public sealed class BoardModel(VattenpassDb db) : FormPage<BoardDateInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<BoardDateKind>()
        .Select(k => new SelectListItem(k.Swedish(), k.ToString()))];
    public IReadOnlyList<BoardDate> Dates { get; private set; } = [];
    public bool MayChange => Me.Can(Thing.Plans, Right.Write);

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayChange) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        return await SaveAsync(Acts.ChangeCalendar, async () =>
        {
            Refusal.If(Input.Date is null, "Ange dagen.", nameof(Input.Date));
            Db.BoardDates.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id, Input.Kind, Input.Date!.Value, Input.Title));
        }, () => Redirect("/arshjul/namnd"), "Dagen är tillagd. Kontroller som utgår från sammanträdena räknas om när deras schema sparas.");
    }

    protected override async Task ShowAsync() =>
        Dates = await Db.BoardDates.AsNoTracking().Where(d => d.Date.Year >= Today.Year - 1).OrderBy(d => d.Date).ToListAsync(Stop);
}

public sealed class BoardDateInput
{
    public BoardDateKind Kind { get; set; } = BoardDateKind.Meeting;
    public DateOnly? Date { get; set; }
    public string? Title { get; set; }
}
