using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Administration;

/// <summary>One kind of row that hangs on a person who leaves or a unit that closes, and how it is handed over.</summary>
/// <param name="Of">The rows, of whom or what, that are left after the last day.</param>
/// <param name="Act">What the successor has to be permitted; null where nobody has to take over.</param>
/// <param name="HandOver">Hands a row over and gives the rows that came of it.</param>
public sealed record Hanging(string One, string Many, Thing? Act, Func<VattenpassDb, Guid, DateOnly, IQueryable<Root>> Of,
    Func<Root, Parting, IEnumerable<Entity>> HandOver);

/// <summary>What hangs on a person, and what hangs on a unit: the one list that leaving, closing, succeeding and taking back go by.</summary>
public static class WhatHangs
{
    public static readonly IReadOnlyList<Hanging> OnPerson =
    [
        On<Occasion>("kontroll", "kontroller", Thing.Occasions,
            (db, who, _) =>
                db.Occasions.Where(o => o.Result == null && o.EndedOn == null && (o.ResponsibleId == who || o.HandedToId == who)),
            (occasion, p) => occasion.TakeOver(p.Of, p.Successor!.Id)),
        On<Measure>("åtgärd", "åtgärder", Thing.Measures,
            (db, who, _) => db.Measures.Where(Measure.StillOpen).Where(m => m.OwnerId == who || m.ReportingOfficerId == who || m.AlsoOwners.Any(o => o.PersonId == who)),
            (measure, p) => measure.TakeOver(p.Of, p.Successor!.Id)),
        On<EffectControl>("effektkontroll", "effektkontroller", Thing.Measures,
            (db, who, _) => db.Effects.Where(e => e.DoneOn == null && e.PerformerId == who),
            (effect, p) => effect.TakeOver(p.Successor!.Id)),
        On<Deviation>("avvikelse att utreda", "avvikelser att utreda", Thing.Deviations,
            (db, who, _) => db.Deviations.Where(d => d.ClosedOn == null && d.InvestigatorId == who),
            (deviation, p) => deviation.GiveTo(p.Successor!.Id)),
        On<Plan>("plan med egna risker", "planer med egna risker", Thing.Mine,
            (db, who, _) => db.Plans.Include(p => p.Risks).Where(p => p.Year >= db.Today.Year && p.Risks.Any(r => r.OwnerId == who)),
            (plan, p) => { foreach (var risk in plan.Risks.Where(r => r.OwnerId == p.Of)) risk.GiveTo(p.Successor!.Id); }),
        On<LogCase>("loggfall", "loggfall", null,
            (db, who, _) => db.LogCases.Where(LogCase.Waits).Where(c => c.ReviewerId == who),
            (found, p) => found.TakeOver(p.ReviewerOf(found))),
        new("läkemedelsförråd med uppdrag", "läkemedelsförråd med uppdrag", null,
            (db, who, last) =>
                db.Stores.Include(s => s.Duties).Where(s => s.Duties.Any(d => d.PersonId == who && (d.To == null || d.To > last))),
            (store, p) =>
                [.. ((MedicineStore)store).Duties.Where(d => d.PersonId == p.Of && !(d.To <= p.LastDay))
                    .ToList()
                    .Select(d => ((MedicineStore)store).HandOver(d, p.NewId(), p.Successor, p.LastDay))
                    .OfType<StoreDuty>()]),
        On<Absence>("egen frånvaroperiod", "egna frånvaroperioder", null,
            (db, who, last) => db.Absences.Where(a => a.PersonId == who && a.To > last),
            (absence, p) => absence.End(p.LastDay)),
        On<Absence>("uppdrag som ersättare", "uppdrag som ersättare", null,
            (db, who, last) => db.Absences.Where(a => a.SubstituteId == who && a.To > last),
            (absence, p) =>
            {
                // Somebody who takes over cannot stand in for themselves: then whoever leads them does.
                if (p.StandInFor(absence) is { } next) absence.StandIn(next);
                else absence.End(p.LastDay);
            }),
        On<CalendarFeed>("kalenderadress", "kalenderadresser", null,
            (db, who, _) => db.Feeds.Where(f => f.PersonId == who && f.RevokedAt == null),
            (feed, p) => feed.Revoke(p.At)),
        On<Assignment>("befattning", "befattningar", null,
            (db, who, last) =>
                db.Assignments.Where(a => a.PersonId == who && (a.To == null || (a.To > last && a.From <= a.To))),
            (assignment, p) => p.Leave(assignment)),
    ];

    public static readonly IReadOnlyList<Hanging> OnUnit =
    [
        On<Occasion>("kontroll", "kontroller", null,
            (db, unit, last) =>
                db.Occasions.Include(o => o.Control).Where(o => o.UnitId == unit && o.Result == null && o.EndedOn == null && o.Due > last),
            (occasion, p) => p.PassOn(occasion)),
        On<Sample>("stickprov", "stickprov", null,
            (db, unit, last) => db.Samples.Include(s => s.Occasion)
                .Where(s => s.UnitId == unit && s.Occasion.Result == null && s.Occasion.EndedOn == null && s.Occasion.Due > last),
            (sample, p) =>
            {
                if (p.SuccessorUnit is { } next && !p.IsDoneBySuccessor(sample.Occasion)) sample.GoTo(next.Id);
            }),
        On<Measure>("åtgärd", "åtgärder", null,
            (db, unit, _) => db.Measures.Where(Measure.StillOpen).Where(m => m.UnitId == unit),
            (measure, p) =>
            {
                if (p.SuccessorUnit is { } next) measure.GoTo(next.Id);
                foreach (var holder in new[] { measure.OwnerId, measure.ReportingOfficerId }.Concat(measure.AlsoOwners.Select(o => o.PersonId)).OfType<Guid>().Distinct().ToList())
                    if (!p.GoesOn(holder, Thing.Measures, measure) && p.LeaderAfter is { } leader) measure.TakeOver(holder, leader);
            }),
        On<EffectControl>("effektkontroll", "effektkontroller", null,
            (db, unit, _) => db.Effects.Where(e => e.UnitId == unit && e.DoneOn == null),
            (effect, p) =>
            {
                if (p.SuccessorUnit is { } next) effect.GoTo(next.Id);
                if (!p.GoesOn(effect.PerformerId, Thing.Measures, effect) && p.LeaderAbove is { } leader) effect.TakeOver(leader);
            }),
        On<Deviation>("avvikelse som inte är avslutad", "avvikelser som inte är avslutade", null,
            (db, unit, _) => db.Deviations.Where(d => d.UnitId == unit && d.ClosedOn == null && !d.Withdrawn),
            (deviation, p) =>
            {
                // It happened here, and is counted here for ever; that somebody goes on with it is another matter.
                if (!p.GoesOn(deviation.InvestigatorId, Thing.Deviations, deviation) && p.LeaderAbove is { } leader)
                    deviation.GiveTo(leader);
            }),
        On<LogCase>("loggfall", "loggfall", null,
            (db, unit, _) => db.LogCases.Where(LogCase.Waits).Where(c => c.UnitId == unit),
            (found, p) =>
            {
                if (p.SuccessorUnit is { } next && Period.IsMonth(found.PeriodKey) && Period.Month(found.PeriodKey).To > p.LastDay)
                    found.GoTo(next.Id);
                if (!p.GoesOn(found.ReviewerId, Thing.LogReviews, found)) found.TakeOver(p.ReviewerOf(found));
            }),
        On<MedicineStore>("läkemedelsförråd", "läkemedelsförråd", null,
            (db, unit, last) => db.Stores.Where(s => s.UnitId == unit && (s.UsedTo == null || s.UsedTo > last)),
            (store, p) =>
            {
                if (p.SuccessorUnit is { } next) store.PlaceAt(next.Id);
                else store.CloseOn(p.LastDay);
            }),
        new("uppdrag", "uppdrag", null,
            (db, unit, last) =>
                db.Assignments.Include(a => a.Person)
                    .Include(a => a.Title)
                    .Where(a => a.UnitId == unit && (a.To == null || (a.To > last && a.From <= a.To))),
            (assignment, p) => p.Renew((Assignment)assignment)),
        On<Person>("person som hör hit", "personer som hör hit", null,
            (db, unit, _) => db.People.Where(x => x.UnitId == unit && (x.To == null || x.To >= db.Today)),
            (person, p) =>
            {
                if (p.SuccessorUnit is { } next) person.PlaceAt(next.Id);
            }),
        On<Account>("konto", "konton", null,
            (db, unit, _) => db.Accounts.Where(a => a.UnitId == unit),
            (account, p) =>
            {
                if (p.SuccessorUnit is { } next) account.PlaceAt(next.Id);
            }),
        On<Absence>("frånvaroperiod", "frånvaroperioder", null,
            (db, unit, last) => db.Absences.Where(a => a.UnitId == unit && a.To > last),
            (absence, p) =>
            {
                if (p.SuccessorUnit is { } next) absence.PlaceAt(next.Id);
            }),
        new("enhet under den", "enheter under den", null,
            (db, unit, last) => db.Units.Include(u => u.Versions).Where(u => u.ParentId == unit && (u.To == null || u.To > last)),
            (below, p) => p.MoveBelow((Unit)below)),
    ];

    private static Hanging On<T>(string one, string many, Thing? act, Func<VattenpassDb, Guid, DateOnly, IQueryable<T>> of,
        Action<T, Parting> handOver) where T : Root =>
        new(one, many, act, of, (row, parting) =>
        {
            handOver((T)row, parting);
            return [];
        });
}
