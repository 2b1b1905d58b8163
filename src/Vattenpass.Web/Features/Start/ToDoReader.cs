using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Start;

public sealed record ToDoItem(string Title, string Detail, string Status, string Tone, string Link);

/// <summary>What a person shall do now, what is late in their care, what waits for their decision and what they wait for.</summary>
public sealed record ToDoList(IReadOnlyList<ToDoItem> Doing, int Minutes, IReadOnlyList<ToDoItem> Late, IReadOnlyList<ToDoItem> Decisions, IReadOnlyList<ToDoItem> Waiting, IReadOnlyList<ToDoItem> ToRead);

public sealed class ToDoReader(VattenpassDb db, OrganisationTree tree)
{
    private const int MinutesForAMeasure = 10;
    private const int MonthsLastYearStaysOpen = 1;
    private const int DaysToInformChair = 30;
    private Access Me => db.Access;

    public async Task<ToDoList> ReadAsync(CancellationToken stop)
    {
        var today = db.Today;
        // Last year's undone checks stay in its report; as things to do they end when its books close.
        var oldest = today.Month <= MonthsLastYearStaysOpen ? today.Year - 1 : today.Year;
        var open = await db.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Responsible).Include(o => o.HandedTo)
            .Where(o => o.Result == null && o.EndedOn == null && o.Opens <= today && o.Control.Plan.Status == PlanStatus.Adopted && o.Control.Plan.Year >= oldest).OrderBy(o => o.Due).ThenBy(o => o.Id).ToListAsync(stop);
        var mine = open.Where(o => o.DoerId is { } doer && Me.Selves.Contains(doer)).ToList();
        var measures = await db.Measures.AsNoTracking().Include(m => m.Owner).Where(m => m.Status != MeasureStatus.Done && m.Status != MeasureStatus.Closed && m.Status != MeasureStatus.Cancelled).ToListAsync(stop);
        var myMeasures = measures.Where(m => Me.IsMine(m) && m.Status is not MeasureStatus.Suggested && (m.IsLate(today) || m.Checkpoints.Any(c => c <= today.AddDays(14) && m.Comments.All(k => DateOnly.FromDateTime(k.At.DateTime) < c)))).ToList();

        var others = open.Except(mine).Where(o => o.Due < today && MayLead(o)).ToList();
        List<ToDoItem> doing = [.. mine.Select(o => Of(o, today)), .. myMeasures.Select(m => Of(m, today))];
        return new(doing, mine.Sum(o => o.Control.Minutes) + myMeasures.Count * MinutesForAMeasure, [.. others.Select(o => Of(o, today))], await DecisionsAsync(measures, stop), await WaitingAsync(open, today, stop), await ToReadAsync(stop));
    }

    private bool MayLead(Occasion occasion) => !Me.Has(Role.Auditor) && Me.May(Thing.Occasions, Right.Write, occasion);

    private async Task<List<ToDoItem>> DecisionsAsync(List<Measure> measures, CancellationToken stop)
    {
        List<ToDoItem> items = [];
        if (Me.Can(Thing.Plans, Right.Decide))
            items.AddRange((await db.Plans.AsNoTracking().Where(p => p.Status == PlanStatus.Draft && p.Year > db.Today.Year).ToListAsync(stop)).Select(p => new ToDoItem(p.Title, "Föreslå planen för nämnden när den är klar", "utkast", "info", $"/plan/{p.Year}")));
        if (Me.Can(Thing.Adoption, Right.Write))
            items.AddRange((await db.Plans.AsNoTracking().Where(p => p.Status == PlanStatus.Proposed).ToListAsync(stop)).Select(p => new ToDoItem(p.Title, "Anteckna nämndens beslut", "föreslagen", "info", $"/plan/{p.Year}/faststall")));
        if (Me.Can(Thing.Reports, Right.Decide))
            items.AddRange((await db.Reports.AsNoTracking().Where(r => r.Status == ReportStatus.Draft && r.To < db.Today).ToListAsync(stop)).Select(r => new ToDoItem(r.Title, "Läs och signera", "utkast", "info", $"/rapporter/{r.Id}")));
        if (Me.Can(Thing.Reports, Right.Register))
            items.AddRange((await db.Reports.AsNoTracking().Where(r => r.Status == ReportStatus.Signed).ToListAsync(stop)).Select(r => new ToDoItem(r.Title, "Diarieför och skicka till nämnden", "signerad", "info", $"/rapporter/{r.Id}")));
        if (Me.Can(Thing.Approvals, Right.Decide))
            items.AddRange((await db.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Outcomes).Include(o => o.Checks).Include(o => o.Counts).Where(o => o.Result != null && o.Control.NeedsApproval && o.ApprovedById == null).AsSplitQuery().ToListAsync(stop))
                .Where(o => Me.May(Thing.Approvals, Right.Decide, o) && !o.HasPerformed(Me.PersonId)).Select(o => new ToDoItem(Title(o), "Godkänn utfallet", "väntar", "info", $"/kontroller/{o.Id}")));
        if (Me.Can(Thing.Deviations, Right.Decide))
        {
            var open = (await db.Deviations.AsNoTracking().Include(d => d.Drug).Where(d => !d.Withdrawn && d.ClosedOn == null).OrderByDescending(d => d.Severity).ThenBy(d => d.FoundOn).ToListAsync(stop)).Where(d => Me.May(Thing.Deviations, Right.Decide, d)).ToList();
            var untouched = open.Count(d => d.IsUntouched);
            if (untouched > 0) items.Add(new(Prose.Capital(Prose.Count(untouched, "avvikelse", "avvikelser")) + " är inte påbörjad" + (untouched > 1 ? "e" : ""), "Ingen utreder dem än", "inte påbörjad", "danger", "/avvikelser?visa=ororda"));
            items.AddRange(open.Where(d => d.WhyNotClose(Me.PersonId) is null).Select(d => new ToDoItem($"{Prose.Capital(d.Kind)}, {Place(d)}", "Utredd och återkopplad: avsluta", d.StatusText, d.Severity is Severity.Serious ? "danger" : "warning", $"/avvikelser/{d.Id}")));
        }
        items.AddRange((await db.Deviations.AsNoTracking().Include(d => d.Drug).Where(d => !d.Withdrawn && d.ClosedOn == null && d.InvestigatorId != null && Me.Selves.Contains(d.InvestigatorId.Value)).OrderBy(d => d.FoundOn).ToListAsync(stop))
            .Where(d => !d.IsHome).Select(d => new ToDoItem($"{Prose.Capital(d.Kind)}, {Place(d)}", $"{(d.Drug is { Preparation.Length: > 0 } drug ? $"{drug.Preparation}. " : "")}Utred och återkoppla till MAS", d.StatusText, d.IsUntouched ? "danger" : "warning", $"/avvikelser/{d.Id}")));
        if (Me.IsLeader)
            items.AddRange((await db.Deviations.AsNoTracking().Where(d => !d.Withdrawn && d.ClosedOn == null && d.Drug != null && d.Drug.Trace == Domain.Medicines.Trace.Untraceable && d.Severity == Severity.Serious && d.Drug.Police == null).ToListAsync(stop)).Where(d => Me.May(Thing.Deviations, Right.Decide, d))
                .Select(d => new ToDoItem($"Svinn, {Place(d)}", "Svara om polisanmälan", "svinn", "danger", $"/avvikelser/{d.Id}/svinn/polis")));
        if (Me.Can(Thing.Medicines, Right.Decide))
        {
            var toReceive = await db.Deviations.CountAsync(d => d.ControlKey == Deviation.MedicineStores && !d.Withdrawn && d.ClosedOn == null && d.FeedbackGiven && d.ReceivedOn == null, stop);
            if (toReceive > 0) items.Add(new($"{Prose.Capital(Prose.Count(toReceive, "återkoppling", "återkopplingar"))} att kvittera", "Avvikelser i läkemedelsförråd", "väntar", "info", "/lakemedel"));
        }
        if (Me.Has(Role.DepartmentHead))
            items.AddRange((await db.Deviations.AsNoTracking().Where(d => d.Severity == Severity.Serious && d.ChairInformedOn == null && !d.Withdrawn && d.SourceRowId == null && d.ClosedOn == null && d.FoundOn >= db.Today.AddDays(-DaysToInformChair)).ToListAsync(stop))
                .Select(d => new ToDoItem($"{Prose.Capital(d.Kind)}, {Place(d)}", "Allvarlig: ta ställning till om ordföranden ska informeras", "allvarlig", "danger", $"/avvikelser/{d.Id}")));
        if (Me.Can(Thing.LogReviews, Right.Write))
        {
            var cases = (await db.LogCases.AsNoTracking().Where(LogCase.Waits).Select(c => c.DiscoveredAt).ToListAsync(stop));
            var suspected = cases.Count(c => c is not null);
            if (cases.Count > 0) items.Add(new($"{Prose.Capital(Prose.Count(cases.Count, "loggfall", "loggfall", neuter: true))} att bedöma", suspected > 0 ? $"{Prose.Count(suspected, "fall", "fall", neuter: true)} kan vara en incident: 72 timmar gäller" : "Månadens loggkontroll", suspected > 0 ? "72 timmar" : "väntar", suspected > 0 ? "danger" : "info", "/loggkontroll"));
        }
        if (Me.Has(Role.DepartmentHead) || Me.Has(Role.Coordinator))
        {
            var unanswered = await db.Occasions.CountAsync(o => o.Result == null && o.EndedOn == null && db.Reminders.Any(r => r.OccasionId == o.Id && r.PersonId == null && r.Kind == ReminderKind.Ladder), stop);
            if (unanswered > 0) items.Add(new($"{Prose.Capital(Prose.Count(unanswered, "kontroll", "kontroller"))} är påminda utan svar", Me.Can(Thing.Plans, Right.Write) ? "Se vilka och skriv till dem" : "Se vilka", "inte besvarad", "danger", "/paminnelser"));
        }
        items.AddRange(measures.Where(m => m.Status is MeasureStatus.Suggested && Me.May(Thing.Measures, Right.Write, m)).Select(m => new ToDoItem(m.Title, "Föreslagen åtgärd: ge den ansvarig och datum, eller avböj", "förslag", "info", $"/atgarder/{m.Id}")));
        if (Me.Can(Thing.People, Right.Decide))
            items.AddRange((await db.Assignments.AsNoTracking().Include(a => a.Person).Include(a => a.Title).Where(a => a.AwaitsSecond && a.GivenById != Me.PersonId).ToListAsync(stop)).Select(a => new ToDoItem($"{a.Person.Name}: {a.Title.Name}", "Bekräfta uppdraget", "väntar", "info", "/administration/uppdrag")));
        return items;
    }

    /// <summary>What I have handed over and not yet got back, and what I have given that a second person must confirm.</summary>
    private async Task<List<ToDoItem>> WaitingAsync(List<Occasion> open, DateOnly today, CancellationToken stop) =>
    [
        .. open.Where(o => o.ResponsibleId == Me.PersonId && o.HandedToId is not null && o.HandedToId != Me.PersonId).Select(o => Of(o, today) with { Detail = $"Överlämnad till {o.HandedTo?.Name ?? "en kollega"}" }),
        .. (await db.Assignments.AsNoTracking().Include(a => a.Person).Include(a => a.Title).Where(a => a.AwaitsSecond && a.GivenById == Me.PersonId).ToListAsync(stop)).Select(a => new ToDoItem($"{a.Person.Name}: {a.Title.Name}", "En andra person ska bekräfta uppdraget", "väntar", "info", "/administration/uppdrag")),
    ];

    /// <summary>For those who read rather than do, the board's members and its auditors: reports sent in the last year.</summary>
    private async Task<List<ToDoItem>> ToReadAsync(CancellationToken stop) => !Me.Has(Role.BoardMember) && !Me.Has(Role.Auditor) ? [] :
        [.. (await db.Reports.AsNoTracking().Where(r => r.Status == ReportStatus.Sent && r.SentOn >= db.Today.AddYears(-1)).OrderByDescending(r => r.SentOn).ToListAsync(stop)).Select(r => new ToDoItem(r.Title, r.PeriodText, $"skickad {r.SentOn:yyyy-MM-dd}", "success", $"/rapporter/{r.Id}"))];

    private ToDoItem Of(Occasion occasion, DateOnly today) => new(Title(occasion), $"{occasion.Period.Name}, cirka {occasion.Control.Minutes} minuter", StatusText.Of(occasion, today), StatusText.Tone(occasion, today), occasion.DoerId is { } doer && Me.Selves.Contains(doer) ? OccasionLink.ToDo(occasion) : $"/kontroller/{occasion.Id}");

    private static ToDoItem Of(Measure measure, DateOnly today) => new(measure.Title, $"Åtgärd, klar {measure.End:yyyy-MM-dd}", measure.IsLate(today) ? "försenad" : "avstämning", measure.IsLate(today) ? "danger" : "info", $"/atgarder/{measure.Id}");

    private string Title(Occasion occasion) => $"{occasion.Control.Title}, {(occasion.ObjectKey.Length > 0 ? $"{occasion.ObjectKey} " : "")}{tree.NameOf(occasion.UnitId)}";
    private string Place(Deviation deviation) => (deviation.ObjectKey.Length > 0 ? $"{deviation.ObjectKey} " : "") + tree.NameOf(deviation.UnitId);
}
