using System.Globalization;
using Microsoft.AspNetCore.Mvc;
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
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Meetings;

/// <summary>One page for the workplace meeting of a unit.</summary>
[Needs(Thing.Occasions)]
public sealed class IndexModel(VattenpassDb db) : DocumentPage(db)
{
    private const int DaysBack = 60, DaysAhead = 42;

    [BindProperty(SupportsGet = true, Name = "enhet")] public Guid? AskedUnitId { get; set; }
    [BindProperty(SupportsGet = true, Name = "sedan")] public string? AskedSince { get; set; }

    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];
    public DateOnly Since { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        var tree = await TreeAsync();
        var visible = await Db.Occasions.Where(o => o.Control.Plan.Year >= Today.Year - 1)
            .Select(o => o.UnitId!.Value)
            .Distinct()
            .ToListAsync(Stop);
        Units = [.. tree.Working.Where(u => visible.Contains(u.Id)).Select(u => (u.Id, tree.NameOf(u.Id)))];
        if (Units.Count == 0)
            return Show(new("Till APT", "Arbetsplatsträff", "", Today,
                [new HeadingBlock(1, "Till APT"),
                    Prose.Paragraph("Ingen av de enheter du kan läsa har några kontroller. När planen är fastställd finns sidan för varje enhet som ska kontrollera.")]), format, "till-apt");
        if (Units.All(u => u.Id != AskedUnitId)) AskedUnitId = Units[0].Id;
        Since = DateOnly.TryParseExact(AskedSince, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var since) && since <= Today
            ? since
            : Today.AddDays(-DaysBack);

        var occasions = await Db.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Include(o => o.Outcomes)
            .Where(o => o.UnitId == AskedUnitId
                && ((o.PerformedOn != null && o.PerformedOn >= Since)
                    || (o.Result == null
                        && o.EndedOn == null
                        && o.Due >= Today
                        && o.Due <= Today.AddDays(DaysAhead)
                        && o.Control.Plan.Status == PlanStatus.Adopted)))
            .ToListAsync(Stop);
        var deviations = await Db.Deviations.AsNoTracking()
            .Where(d => d.UnitId == AskedUnitId && d.FoundOn >= Since && !d.Withdrawn)
            .ToListAsync(Stop);
        var measures = await Db.Measures.AsNoTracking()
            .Where(m => m.UnitId == AskedUnitId
                && m.Status != MeasureStatus.Suggested
                && m.Status != MeasureStatus.Cancelled
                && m.Status != MeasureStatus.Closed
                && m.Status != MeasureStatus.Done)
            .ToListAsync(Stop);
        // What was found outside a control is told in free words, which may say too much on a wall.
        return Show(StaffMeetingPage.Compose(tree.NameOf(AskedUnitId), Since, Today,
            [.. occasions.Where(o => o.IsDone)
                .Select(o => new MeetingCheck(Title(o), o.Period.Name, o.PerformedOn!.Value, o.Current!.Checked, o.Current.Deviating))],
            [.. deviations.GroupBy(d => d.ControlKey.Length > 0 ? d.Kind : "annan avvikelse")
                .Select(g => new MeetingFinding(g.Key, g.Count(), g.Count(d => d.Severity is Severity.Serious), g.Count(d => d.IsClosed)))],
            [.. measures.Select(m => new MeetingMeasure(m.Title, m.End, m.Status.Swedish()))],
            [.. occasions.Where(o => o.Result is null)
                .OrderBy(o => o.Due)
                .Select(o => $"{Title(o)}, klar senast {o.Due:yyyy-MM-dd}")]), format, "till-apt");
    }

    private static string Title(Occasion occasion) =>
        occasion.ObjectKey.Length > 0 ? $"{occasion.Control.Title} {occasion.ObjectKey}" : occasion.Control.Title;
}
