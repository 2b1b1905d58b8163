using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Controls;

/// <summary>Controls to do, those that are late in one's care, outcomes to approve, and what one has handed over and waits for.</summary>
public sealed class ControlsToDo : ToDoSource
{
    private const int MonthsLastYearStaysOpen = 1;

    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        var open = await OpenAsync(look);
        var mine = open.Where(o => IsMine(o, look.Me)).ToList();
        var late = open.Except(mine).Where(o => o.Due < look.Today && MayLead(o, look.Me));
        var handedOver = open.Where(o => o.ResponsibleId == look.Me.PersonId
            && o.HandedToId is not null
            && o.HandedToId != look.Me.PersonId);
        return
        [
            .. mine.Select(o => Of(o, ToDoPart.Doing, look) with { Minutes = o.Control.Minutes }),
            .. late.Select(o => Of(o, ToDoPart.Late, look)),
            .. await ToApproveAsync(look),
            .. handedOver.Select(o =>
                Of(o, ToDoPart.Waiting, look) with { Detail = $"Överlämnad till {o.HandedTo?.Name ?? "en kollega"}" }),
        ];
    }

    /// <summary>The first year whose undone controls are still to be done.</summary>
    public static int OldestYear(DateOnly today) => today.Month <= MonthsLastYearStaysOpen ? today.Year - 1 : today.Year;

    /// <summary>Last year's undone checks stay in its report; as things to do they end when its books close.</summary>
    private static Task<List<Occasion>> OpenAsync(ToDoLook look)
    {
        var today = look.Today;
        var oldest = OldestYear(today);
        return look.Db.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Responsible).Include(o => o.HandedTo)
            .Where(o => o.Result == null
                && o.EndedOn == null
                && o.Opens <= today
                && o.Control.Plan.Status == PlanStatus.Adopted
                && o.Control.Plan.Year >= oldest)
            .OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(look.Stop);
    }

    private static async Task<IEnumerable<ToDoItem>> ToApproveAsync(ToDoLook look)
    {
        if (!look.Me.Can(Thing.Approvals, Right.Decide)) return [];
        var waiting = await look.Db.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Outcomes)
            .Where(o => o.Result != null && o.Control.NeedsApproval && o.ApprovedById == null).AsSplitQuery().ToListAsync(look.Stop);
        return waiting.Where(o => look.Me.May(Thing.Approvals, Right.Decide, o) && !o.HasPerformed(look.Me.PersonId))
            .Select(o => new ToDoItem(ToDoPart.Decision, Title(o, look), "Godkänn utfallet", "väntar", "info", $"/kontroller/{o.Id}"));
    }

    private static bool IsMine(Occasion occasion, Access me) => occasion.DoerId is { } doer && me.Selves.Contains(doer);

    private static bool MayLead(Occasion occasion, Access me) => !me.Has(Role.Auditor) && me.May(Thing.Occasions, Right.Write, occasion);

    private static ToDoItem Of(Occasion occasion, ToDoPart part, ToDoLook look) => new(
        part, Title(occasion, look), $"{occasion.Period.Name}, cirka {occasion.Control.Minutes} minuter",
        StatusText.Of(occasion, look.Today), StatusText.Tone(occasion, look.Today),
        IsMine(occasion, look.Me) ? OccasionLink.ToDo(occasion) : $"/kontroller/{occasion.Id}");

    private static string Title(Occasion occasion, ToDoLook look) => $"{occasion.Control.Title}, {occasion.Place(look.Tree)}";
}
