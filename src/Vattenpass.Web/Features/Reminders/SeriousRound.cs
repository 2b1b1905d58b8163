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
        if (serious.Count == 0) return "";
        var ids = serious.Select(d => d.Id).ToList();
        var taken = (await db.Reminders.AsNoTracking()
            .Where(r => r.Kind == ReminderKind.SeriousDeviation && r.DeviationId != null && ids.Contains(r.DeviationId.Value))
            .Select(r => r.OnceKey)
            .ToListAsync(stop)).ToHashSet();
        var rules = await RulesInUse.ReadAsync(db, stop);
        var recipients = await Recipients.ReadAsync(db, stop);
        var told = 0;
        foreach (var deviation in serious)
            foreach (var (to, insteadOf, isHead) in Who(deviation, rules, recipients))
            {
                var id = db.NewId();
                var reminder = new Reminder(db.NewId(), ReminderKind.SeriousDeviation, "genast", deviation.AtUnit, deviation.Field, null,
                    deviation.Id, to.Id, insteadOf, db.Today, mailId: string.IsNullOrWhiteSpace(to.Email) ? null : id);
                if (!taken.Add(reminder.OnceKey)) continue;
                db.Reminders.Add(reminder);
                if (reminder.MailId is not null)
                    db.Mails.Add(Letter(deviation, isHead).To(id, $"allvarlig:{deviation.Id}:{to.Id}", to.Id, to.Email!, db.Now));
                told++;
            }
        if (told > 0) await db.SaveAsync(Acts.Tell, stop: stop);
        return told == 0 ? "" : Prose.Number(told, "meddelande", "meddelanden");
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

    private Letter Letter(Deviation deviation, bool isHead) => new("Vattenpass: en allvarlig avvikelse är rapporterad",
        [$"En allvarlig avvikelse rapporterades {SwedishTime.Text(deviation.RegisteredAt)}.",
            .. isHead ? ["Ta ställning till om ordföranden ska informeras."] : Array.Empty<string>()],
        $"{mail.Address}/avvikelser/{deviation.Id}");
}
