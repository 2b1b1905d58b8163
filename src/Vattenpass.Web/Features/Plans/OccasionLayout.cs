using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Plans;

/// <summary>
/// Lays a plan's controls out as occasions, at adoption and again when a register has changed. What is laid out stays: a
/// target that is gone ends its undone occasions from that day, a new one adds occasions, and both are written in the plan.
/// </summary>
public sealed class OccasionLayout(VattenpassDb db, OrganisationTree tree, IReadOnlyList<RegisterRow> registerRows,
    IReadOnlyList<MedicineStore> stores, MeetingDays meetings)
{
    public static async Task<OccasionLayout> ForAsync(VattenpassDb db, int year, CancellationToken stop)
    {
        // In the running year it is those who are there today that do what is left of it: a municipality may begin in the autumn.
        var tree = new OrganisationTree(await db.Units.ToListAsync(stop), year == db.Today.Year ? db.Today : new(year, 1, 1));
        var latest = await db.RegisterRows.Where(r => r.ReplacedByImportId == null && r.Year <= year)
            .Select(r => new { r.Register, r.Year })
            .Distinct()
            .ToListAsync(stop);
        // A plan for a coming year is laid out on the newest register there is.
        var rows = new List<RegisterRow>();
        foreach (var register in latest.GroupBy(r => r.Register))
        {
            var newest = register.Max(r => r.Year);
            rows.AddRange(await db.RegisterRows.Where(r => r.Register == register.Key
                && r.Year == newest
                && r.ReplacedByImportId == null).ToListAsync(stop));
        }
        return new(db, tree, rows, await db.Stores.Include(s => s.Duties).ToListAsync(stop), await MeetingsAsync(db, year, stop));
    }

    public static async Task<MeetingDays> MeetingsAsync(VattenpassDb db, int year, CancellationToken stop)
    {
        var days = await db.BoardDates.AsNoTracking()
            .Where(d => (d.Kind == BoardDateKind.Meeting || d.Kind == BoardDateKind.CommitteeMeeting) && d.Date.Year == year).ToListAsync(stop);
        List<DateOnly> Of(BoardDateKind kind) => [.. days.Where(d => d.Kind == kind).Select(d => d.Date)];
        return new(Of(BoardDateKind.Meeting), Of(BoardDateKind.CommitteeMeeting));
    }

    /// <summary>Lays out a plan that has just been adopted, into the context that saves the adoption.</summary>
    public async Task LayOutAsync(Plan plan, VattenpassDb into, CancellationToken stop)
    {
        var holders = await db.Assignments.Include(a => a.Title).ToListAsync(stop);
        foreach (var control in plan.Controls)
        {
            into.Occasions.AddRange(LayOut(plan, control, holders));
            TellTimeless(plan, control, into);
        }
    }

    /// <param name="onlyRead">Touches only the controls of what has been read, and no other register that may have changed.</param>
    /// <summary>Adds and ends occasions so that they fit the registers. Returns how many were added and ended.</summary>
    public async Task<(int Added, int Ended)> FitAsync(Plan plan, bool first, IReadOnlyCollection<string> read, CancellationToken stop,
        bool onlyRead = false)
    {
        var holders = await db.Assignments.Include(a => a.Title).ToListAsync(stop);
        var known = first ? [] : (await db.Occasions.Include(o => o.Control)
            .Include(o => o.Checks)
            .Where(o => o.PlanId == plan.Id)
            .AsSplitQuery()
            .ToListAsync(stop)).GroupBy(o => o.Key)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(o => o.Planned).First());
        var places = known.Keys.Select(k => (k.ControlId, k.Place)).ToHashSet();
        List<string> added = [], ended = [], moved = [];
        // Only what has been read in can have changed: a register that is not known for the year says nothing about its control.
        foreach (var control in plan.Controls.Where(c => first
            || (c.Register is { } register && (!onlyRead || c.Scope is ScopeKind.Objects or ScopeKind.UnitsWithObjects)
                ? read.Contains(register) || (!onlyRead && registerRows.Any(r => r.Register == register))
                : read.Contains(RegisterKinds.Organisation.Key))))
        {
            var wanted = LayOut(plan, control, holders).ToDictionary(o => o.Key);
            foreach (var (key, occasion) in wanted)
            {
                if (known.TryGetValue(key, out var there))
                {
                    if (control.Recurrence.NeedsRow() && there.Reschedule(new(occasion.Period, occasion.Opens, occasion.Due), db.Today))
                        moved.Add($"{control.Title}, {occasion.Place(tree)}");
                    if ((there.Planned && there.EndedOn is null) || (there.EndedOn is not null && !there.Resume())) continue;
                    there.BecomePlanned();
                }
                // A place that was there keeps its past: what no schedule asked for then is not late now.
                else if (!first
                    && plan.Status is not PlanStatus.Retrospective
                    && places.Contains((key.ControlId, key.Place))
                    && occasion.Due < db.Today)
                    continue;
                else db.Occasions.Add(occasion);
                added.Add($"{control.Title}, {occasion.Place(tree)}");
            }
            foreach (var occasion in known.Values.Where(o => o.ControlId == control.Id
                && o.Planned
                && o.Result is null
                && o.EndedOn is null
                && o.BegunOn is null
                && !wanted.ContainsKey(o.Key)
                && MayEnd(o, plan)))
            {
                occasion.End(db.Today, Occasion.GoneFromRegister);
                ended.Add($"{control.Title}, {occasion.Place(tree)}");
            }
            TellTimeless(plan, control, db);
        }
        if (!first) Record(plan, added, "Tillkomna tillfällen");
        Record(plan, ended, "Avslutade tillfällen");
        Record(plan, moved, "Flyttade tillfällen");
        return (added.Count, ended.Count);
    }

    /// <summary>The adopted plans of this year on, fitted to what has changed: the plan is the board's, and the product keeps it laid out.</summary>
    public static async Task FitAllAsync(VattenpassDb system, string register, Act act, CancellationToken stop)
    {
        foreach (var plan in await system.Plans.Include(p => p.Controls)
            .Include(p => p.Changes)
            .Where(p => p.Status == PlanStatus.Adopted && p.Year >= system.Today.Year)
            .AsSplitQuery()
            .ToListAsync(stop))
            await (await ForAsync(system, plan.Year, stop)).FitAsync(plan, first: false, [register], stop, onlyRead: true);
        if (system.ChangeTracker.HasChanges()) await system.SaveAsync(act, stop: stop);
    }

    /// <summary>Fits one control's occasions to its new schedule: untouched ones ahead move, or end when they no longer occur; new ones
    /// come from today on. What is done, begun or late stays as it is.
    /// </summary>
    public async Task<ScheduleChange> RescheduleAsync(Plan plan, Control control, CancellationToken stop)
    {
        // What the plan says already is not said twice.
        await db.Entry(plan).Collection(p => p.Changes).LoadAsync(stop);
        var holders = await db.Assignments.Include(a => a.Title).ToListAsync(stop);
        var known = (await db.Occasions.Include(o => o.Control)
            .Include(o => o.Checks)
            .Where(o => o.ControlId == control.Id && o.Planned)
            .ToListAsync(stop)).ToDictionary(o => o.Key);
        var wanted = LayOut(plan, control, holders).ToDictionary(o => o.Key);
        var (moved, ended, added) = (0, 0, 0);
        foreach (var (key, occasion) in known)
        {
            if (wanted.TryGetValue(key, out var now)
                && occasion.EndedReason == Occasion.ScheduleChanged
                && now.Due >= db.Today
                && occasion.Resume())
            {
                occasion.Reschedule(new(now.Period, now.Opens, now.Due), db.Today);
                added++;
            }
            else if (now is not null) { if (occasion.Reschedule(new(now.Period, now.Opens, now.Due), db.Today)) moved++; }
            else if (occasion.IsUntouched(db.Today))
            {
                occasion.End(db.Today, Occasion.ScheduleChanged);
                ended++;
            }
        }
        foreach (var occasion in wanted.Values.Where(o => !known.ContainsKey(o.Key) && o.Due >= db.Today))
        {
            db.Occasions.Add(occasion);
            added++;
        }
        TellTimeless(plan, control, db);
        return new(moved, ended, added, Without(plan, control));
    }

    /// <summary>How many rows of the register have no time by the control's schedule.</summary>
    private int Without(Plan plan, Control control) =>
        control.Recurrence.NeedsRow() ? Targets(control, plan.Year).Count(t => control.Recurrence.IsUnknownFor(t.Row)) : 0;

    /// <summary>What was missed before the change stays missed; only a year without a decision is corrected backwards.</summary>
    private bool MayEnd(Occasion occasion, Plan plan) => plan.Status is PlanStatus.Retrospective || occasion.To >= db.Today;

    private IEnumerable<Occasion> LayOut(Plan plan, Control control, List<Assignment> holders) =>
        Layout.LayOut(control, plan.Year, Targets(control, plan.Year), tree,
            unit => Layout.Responsible(CommaList.Read(control.PerformerTitles), unit, holders, tree), db.NewId, meetings);

    private IEnumerable<Target> Targets(Control control, int year) => control.Scope switch
    {
        ScopeKind.Objects when control.Register == RegisterKinds.Stores.Key => StoresInUse.Targets(registerRows, stores),
        ScopeKind.Objects =>
            registerRows.Where(r => r.Register == control.Register)
                .Select(r => new Target(r.AtUnit, r.Key, r.Date("kontroll_från")) { Row = r.Cells }),
        ScopeKind.UnitsWithObjects when control.Register == RegisterKinds.Stores.Key =>
            StoresInUse.Units(registerRows, stores).Select(u => new Target(u)),
        ScopeKind.UnitsWithObjects =>
            registerRows.Where(r => r.Register == control.Register).Select(r => r.AtUnit).Distinct().Select(u => new Target(u)),
        _ => Layout.Targets(control, year, tree),
    };

    /// <summary>Objects whose row has no date or no class that was decided on get no occasion, and the plan says so, once.</summary>
    private void TellTimeless(Plan plan, Control control, VattenpassDb into)
    {
        if (control.Scope is ScopeKind.UnitsOfActivity) { TellWithoutActivity(plan, control, into); return; }
        if (control.Recurrence.Kind is RecurrenceKind.AtCommittee && meetings.Committee.Count == 0)
            RecordOnce(plan, $"Utan sammanträde: {control.Title}. Kalendern har inga sammanträden med utskottet {plan.Year}. Kontrollen ligger på periodens sista dag.", into);
        if (control.Recurrence.Kind is RecurrenceKind.BeforeBoard && meetings.Board.Count == 0)
            RecordOnce(plan, $"Utan tillfälle: {control.Title}. Nämndens kalender har inga sammanträden {plan.Year}.", into);
        if (Without(plan, control) is not (> 0 and var without)) return;
        var text = $"Utan tillfälle: {control.Title}, {Prose.Number(without, "rad", "rader")} i registret. Raden saknar datum, eller har en klass som ingen frekvens är beslutad för.";
        RecordOnce(plan, text, into);
    }

    /// <summary>A unit that nobody has said what it does can lie under no such control, and the plan says so.</summary>
    private void TellWithoutActivity(Plan plan, Control control, VattenpassDb into)
    {
        var unsaid = tree.Working.Where(u => u.Activity.Length == 0).Select(u => tree.NameOf(u.Id)).ToList();
        if (unsaid.Count > 0)
            RecordOnce(plan, $"Utan tillfälle: {control.Title}. {Prose.Capital(Prose.Count(unsaid.Count, "enhet", "enheter"))} saknar verksamhetsform: {Prose.Some(unsaid, 10)}.", into);
    }

    private void RecordOnce(Plan plan, string text, VattenpassDb into)
    {
        if (plan.Changes.All(c => c.Text != text)) into.Add(plan.Record(new(db.NewId(), plan, db.Today, text)));
    }

    private void Record(Plan plan, List<string> places, string what)
    {
        foreach (var place in places.GroupBy(p => p))
            db.Add(plan.Record(new(db.NewId(), plan, db.Today, $"{what}: {place.Key}, {Prose.Number(place.Count(), "tillfälle", "tillfällen")}.")));
    }
}

/// <summary>What a new schedule did to the occasions ahead.</summary>
public sealed record ScheduleChange(int Moved, int Ended, int Added, int Without)
{
    public override string ToString() => Moved + Ended + Added == 0 && Without == 0
        ? "Inget tillfälle ändras."
        : $"{Prose.Capital(Prose.List(new[] { Part(Moved, "flyttas"), Part(Ended, "utgår"), Part(Added, "tillkommer") }.Where(p => p.Length > 0)))}."
            + (Without == 0 ? "" : $" {Prose.Number(Without, "rad", "rader")} i registret får inget tillfälle: datum saknas, eller klassen har ingen frekvens.");

    private static string Part(int count, string what) => count == 0 ? "" : $"{count} {what}";
}
