using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;

namespace Vattenpass.Web.Features.Reminders;

/// <summary>A serious deviation goes at once to the manager and the specialist, and by the board's rule to the head, who tells the chair.</summary>
public sealed class SeriousRound(Databases databases, MailSettings mail)
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("allvarliga");
        var newest = db.Now.AddDays(-TellingRules.OldestStep);
        var serious = (await db.Deviations.AsNoTracking()
            .Where(d => d.Severity == Severity.Serious && !d.Withdrawn && d.OriginKind != OriginKind.RegisterRow && d.ClosedOn == null)
            .OrderByDescending(d => d.Id)
            .Take(200)
            .ToListAsync(stop)).Where(d => d.RegisteredAt >= newest).ToList();
        var ids = serious.Select(d => d.Id).ToList();
        var taken = (await db.Reminders.AsNoTracking()
            .Where(r => r.Kind == ReminderKind.SeriousDeviation && r.DeviationId != null && ids.Contains(r.DeviationId.Value))
            .Select(r => r.OnceKey)
            .ToListAsync(stop)).ToHashSet();
        var rules = await RulesInUse.ReadAsync(db, stop);
        var recipients = await Recipients.ReadAsync(db, stop);
        var told = 0;
        // One letter a person and round, however many there are.
        var letters = new Dictionary<Guid, (Guid Id, Person To, bool IsHead, List<Deviation> About)>();
        foreach (var deviation in serious)
            foreach (var (to, insteadOf, isHead) in Who(deviation, rules, recipients))
            {
                var letter = letters.TryGetValue(to.Id, out var begun) ? begun : (Id: db.NewId(), To: to, IsHead: isHead, About: []);
                var reminder = new Reminder(db.NewId(), ReminderKind.SeriousDeviation, "genast", deviation.AtUnit, deviation.Field, null,
                    deviation.Id, to.Id, insteadOf, db.Today, mailId: string.IsNullOrWhiteSpace(to.Email) ? null : letter.Id);
                if (!taken.Add(reminder.OnceKey)) continue;
                db.Reminders.Add(reminder);
                letter.About.Add(deviation);
                letters[to.Id] = letter;
                told++;
            }
        foreach (var (id, to, isHead, about) in letters.Values.Where(l => !string.IsNullOrWhiteSpace(l.To.Email)))
            db.Mails.Add(Letter(about, isHead).To(id, $"allvarlig:{about[0].Id}:{to.Id}", to.Id, to.Email!, db.Now));
        told += await TellWithdrawnAsync(db, newest, stop);
        if (told > 0) await db.SaveAsync(Acts.Tell, stop: stop);
        return told == 0 ? "" : Prose.Number(told, "meddelande", "meddelanden");
    }

    /// <summary>Whoever was told of one that has been withdrawn since is told of that too.</summary>
    private async Task<int> TellWithdrawnAsync(VattenpassDb db, DateTimeOffset newest, CancellationToken stop)
    {
        var from = SwedishTime.DayOf(newest);
        var told = await db.Reminders.AsNoTracking()
            .Where(r => (r.Kind == ReminderKind.SeriousDeviation || r.Kind == ReminderKind.BoardInformed)
                && r.Day >= from
                && db.Deviations.Any(d => d.Id == r.DeviationId && d.Withdrawn)
                && !db.Reminders.Any(w => w.Kind == ReminderKind.Withdrawn && w.DeviationId == r.DeviationId && w.PersonId == r.PersonId))
            .ToListAsync(stop);
        var people = told.Select(r => r.PersonId).Distinct().ToList();
        var known = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, stop);
        var now = 0;
        foreach (var first in told.Where(r => r.PersonId is not null).DistinctBy(r => (r.DeviationId, r.PersonId)))
        {
            if (known.GetValueOrDefault(first.PersonId!.Value) is not { } to || !to.WorksOn(db.Today)) continue;
            var id = db.NewId();
            var hasAddress = !string.IsNullOrWhiteSpace(to.Email);
            db.Reminders.Add(new(db.NewId(), ReminderKind.Withdrawn, "återkallad", first.UnitId!.Value, first.Field, null, first.DeviationId,
                to.Id, null, db.Today, mailId: hasAddress ? id : null));
            if (hasAddress)
                db.Mails.Add(new Letter("Vattenpass: en allvarlig avvikelse är återkallad",
                    ["En allvarlig avvikelse som du har fått veta om är återkallad: det som rapporterades är rättat."],
                    $"{mail.Address}/avvikelser/{first.DeviationId}").To(id, $"aterkallad:{first.DeviationId}:{to.Id}", to.Id, to.Email!, db.Now));
            now++;
        }
        return now;
    }

    private static IEnumerable<(Person To, Guid? InsteadOf, bool IsHead)> Who(Deviation deviation, TellingRules rules, Recipients recipients)
    {
        var unit = deviation.AtUnit;
        var heads = rules.Board is BoardRule.SeriousAtOnceThroughHead
            ? recipients.Superiors.Holding(Role.DepartmentHead, unit).Take(1).ToList()
            : [];
        IEnumerable<Guid?> wanted = [recipients.Superiors.Above(unit, deviation.ReportedById),
            .. recipients.Superiors.Specialists(deviation.Field, unit).Cast<Guid?>(), .. heads.Cast<Guid?>()];
        foreach (var id in wanted.Where(w => w is not null).Distinct())
            if (recipients.Present(id, unit, Thing.Deviations) is ({ } to, var insteadOf))
                yield return (to, insteadOf, heads.Contains(id!.Value));
    }

    private Letter Letter(List<Deviation> about, bool isHead)
    {
        string[] last = isHead ? ["Ta ställning till om ordföranden ska informeras."] : [];
        return about is [var one]
            ? new("Vattenpass: en allvarlig avvikelse är rapporterad",
                [$"En allvarlig avvikelse rapporterades {SwedishTime.Text(one.RegisteredAt)}.", .. last], $"{mail.Address}/avvikelser/{one.Id}")
            : new("Vattenpass: allvarliga avvikelser är rapporterade",
                [$"{Prose.Capital(Prose.Count(about.Count, "allvarlig avvikelse", "allvarliga avvikelser"))} har rapporterats.", .. last], $"{mail.Address}/avvikelser");
    }
}
