using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Reminders;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>
/// Deviations at medicine stores: those who shall know are told at once, by kind and size, and again when a difference turns out to be
/// a loss; and the feedback clock reminds, step by step, until MAS has been answered in writing.
/// </summary>
public sealed class DrugRound(Databases databases, MailSettings mail)
{
    private const int OldestTold = 14;

    public async Task<string> RunAsync(CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("läkemedelsförråd");
        await FollowRegisterAsync(db, stop);
        var open = await db.Deviations.AsNoTracking()
            .Where(d => d.Matter != null
                && d.Matter is DrugMatter
                && !d.Withdrawn
                && d.OriginKind != OriginKind.RegisterRow
                && d.ClosedOn == null)
            .ToListAsync(stop);
        if (open.Count == 0) return "";
        var settings = await db.MedicineSettings.AsNoTracking().FirstOrDefaultAsync(stop) ?? MedicineSettings.Usual;
        var ids = open.Select(d => (Guid?)d.Id).ToList();
        var taken = (await db.Reminders.AsNoTracking()
            .Where(r => r.Kind == ReminderKind.DrugDeviation && ids.Contains(r.DeviationId))
            .Select(r => r.OnceKey)
            .ToListAsync(stop)).ToHashSet();
        var recipients = await Recipients.ReadAsync(db, stop);
        var told = 0;
        foreach (var deviation in open)
            foreach (var (step, to, text) in Steps(deviation, settings.Telling, settings.Clock, recipients, db.Today).ToList())
            {
                if (recipients.Present(to, deviation.AtUnit, Thing.Deviations) is not ({ } person, var insteadOf)) continue;
                var id = db.NewId();
                var reminder = new Reminder(db.NewId(), ReminderKind.DrugDeviation, step, deviation.AtUnit, deviation.Field, null,
                    deviation.Id, person.Id, insteadOf, db.Today, mailId: string.IsNullOrWhiteSpace(person.Email) ? null : id);
                if (!taken.Add(reminder.OnceKey)) continue;
                db.Reminders.Add(reminder);
                if (reminder.MailId is not null)
                    db.Mails.Add(new Letter("Vattenpass: en avvikelse i ett läkemedelsförråd", [text],
                        $"{mail.Address}/avvikelser/{deviation.Id}").To(id, $"lakemedel:{step}:{deviation.Id}:{person.Id}", person.Id,
                            person.Email!, db.Now));
                told++;
            }
        if (told > 0) await db.SaveAsync(Acts.Tell, stop: stop);
        return told == 0 ? "" : Prose.Number(told, "meddelande", "meddelanden");
    }

    /// <summary>Stores that were read in before stores had cards get them.</summary>
    private static async Task FollowRegisterAsync(VattenpassDb db, CancellationToken stop)
    {
        var bare = await db.RegisterRows.AsNoTracking()
            .Where(r => r.Register == Domain.Registers.RegisterKinds.Stores.Key
                && r.ReplacedByImportId == null
                && !db.Stores.Any(s => s.Code == r.Key))
            .ToListAsync(stop);
        if (bare.Count == 0) return;
        await StoreCards.FollowAsync(db, [.. bare.GroupBy(r => r.Key, StringComparer.OrdinalIgnoreCase)
            .Select(g => g.MaxBy(r => r.Year)!)], stop);
        if (db.ChangeTracker.HasChanges()) await db.SaveAsync(Acts.ChangeStore, stop: stop);
    }

    /// <summary>Every step whose time has come, and who it is for. A system that was off for long does not tell of what is old.</summary>
    private static IEnumerable<(string Step, Guid? To, string Text)> Steps(Deviation deviation, IReadOnlyList<DrugTellRule> telling,
        FeedbackClock clock, Recipients recipients, DateOnly today)
    {
        var isLoss = Drug(deviation)?.IsLoss == true;
        if (SwedishTime.DayOf(deviation.RegisteredAt) >= today.AddDays(-OldestTold) || isLoss)
            foreach (var rule in telling.Where(r => r.Fits(deviation.Kind, Drug(deviation)?.Difference, isLoss)))
                foreach (var title in rule.Titles)
                    yield return (rule.OnlyLoss ? "svinn" : "rapporterad", Holder(title, deviation, recipients),
                        rule.OnlyLoss
                            ? "En brist i ett läkemedelsförråd går inte att spåra. Se vad du behöver svara på."
                            : "En avvikelse i ett läkemedelsförråd är rapporterad.");
        if (deviation.FeedbackGiven) yield break;
        var due = clock.DueOn(deviation.FoundOn);
        foreach (var step in clock.StepsOn(deviation.FoundOn, today).Where(s => due.AddDays(s.DaysAfterDue) >= today.AddDays(-OldestTold)))
            yield return (step.Key, To(step.To, deviation, recipients),
                step.DaysAfterDue < 0
                    ? $"En avvikelse ska vara återkopplad till MAS senast {due:yyyy-MM-dd}."
                    : $"En avvikelse skulle ha återkopplats till MAS senast {due:yyyy-MM-dd}.");
    }

    private static DrugMatter? Drug(Deviation deviation) => deviation.Matter as DrugMatter;

    private static Guid? Holder(string title, Deviation deviation, Recipients recipients)
    {
        if (DrugTellRule.IsResponsibleNurse(title)) return Investigator(deviation, recipients);
        // A title that nobody holds is answered for by whoever leads the unit.
        return recipients.Superiors.HoldingTitle(title, deviation.AtUnit).Cast<Guid?>().FirstOrDefault()
            ?? recipients.Superiors.Above(deviation.AtUnit, null);
    }

    /// <summary>Somebody who has left is told nothing; the leader is.</summary>
    private static Guid? Investigator(Deviation deviation, Recipients recipients) =>
        deviation.InvestigatorId is { } id && recipients.Superiors.MayDo(id, Thing.Deviations, deviation) ? id : null;

    private static Guid? To(FeedbackTo to, Deviation deviation, Recipients recipients) => to switch
    {
        FeedbackTo.Investigator => Investigator(deviation, recipients) ?? recipients.Superiors.Above(deviation.AtUnit, null),
        FeedbackTo.Mas => recipients.Superiors.Specialists(Field.HealthCare, deviation.AtUnit).Cast<Guid?>().FirstOrDefault(),
        FeedbackTo.Manager => recipients.Superiors.Above(deviation.AtUnit, null),
        _ => recipients.Superiors.Holding(Role.DepartmentHead, deviation.AtUnit).Cast<Guid?>().FirstOrDefault(),
    };
}
