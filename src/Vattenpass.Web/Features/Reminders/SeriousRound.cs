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
        var rules = await RulesInUse.ReadAsync(db, stop);
        // The newest, since what is told at once besides is known by words that no database compares.
        var serious = (await db.Deviations.AsNoTracking().Include(d => d.Occasion!.Control)
            .Where(d => !d.Withdrawn && d.OriginKind != OriginKind.RegisterRow && (d.ClosedOn == null || d.Severity != Severity.Serious))
            .OrderByDescending(d => d.Id)
            .Take(MostLookedAt)
            .ToListAsync(stop)).Where(d => d.RegisteredAt >= newest && IsToldAtOnce(d, rules)).ToList();
        var ids = serious.Select(d => d.Id).ToList();
        var taken = (await db.Reminders.AsNoTracking()
            .Where(r => r.Kind == ReminderKind.SeriousDeviation && r.DeviationId != null && ids.Contains(r.DeviationId.Value))
            .Select(r => r.OnceKey)
            .ToListAsync(stop)).ToHashSet();
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

    private const int MostLookedAt = 1000;

    /// <summary>The serious ones; those of a control whose deviations are told at once; and the kinds and grades the municipality has named.</summary>
    private static bool IsToldAtOnce(Deviation deviation, TellingRules rules) => deviation.Severity is Severity.Serious
        || deviation.Occasion?.Control.TellsAtOnce == true || rules.AtOnce.Any(r => r.Is(deviation.Kind, deviation.Grade));

    /// <summary>Those that the rules and the control name besides.</summary>
    private static IEnumerable<Guid> Named(Deviation deviation, TellingRules rules, Recipients recipients) =>
        rules.AtOnce.Where(r => r.Is(deviation.Kind, deviation.Grade)).Select(r => r.Titles)
            .Append(deviation.Occasion?.Control is { TellsAtOnce: true } control ? control.ToldTitles : "")
            .SelectMany(titles => CommaList.Read(titles)).SelectMany(title => recipients.Superiors.HoldingTitle(title, deviation.AtUnit)).Distinct();

    private static IEnumerable<(Person To, Guid? InsteadOf, bool IsHead)> Who(Deviation deviation, TellingRules rules, Recipients recipients)
    {
        var unit = deviation.AtUnit;
        var heads = rules.Board is BoardRule.SeriousAtOnceThroughHead && deviation.Severity is Severity.Serious
            ? recipients.Superiors.Holding(Role.DepartmentHead, unit).Take(1).ToList()
            : [];
        IEnumerable<Guid?> wanted = [recipients.Superiors.Above(unit, deviation.ReportedById),
            .. deviation.Severity is Severity.Serious ? recipients.Superiors.Specialists(deviation.Field, unit).Cast<Guid?>() : [], .. heads.Cast<Guid?>(),
            .. Named(deviation, rules, recipients).Cast<Guid?>()];
        foreach (var id in wanted.Where(w => w is not null).Distinct())
            if (recipients.Present(id, unit, Thing.Deviations) is ({ } to, var insteadOf))
                yield return (to, insteadOf, heads.Contains(id!.Value));
    }

    private Letter Letter(List<Deviation> about, bool isHead)
    {
        string[] last = isHead ? ["Ta ställning till om ordföranden ska informeras."] : [];
        if (about.TrueForAll(d => d.Severity is not Severity.Serious))
            return new("Vattenpass: avvikelser som du ska få veta om",
                [$"{Prose.Capital(Prose.Count(about.Count, "avvikelse", "avvikelser"))} som du ska få veta om genast har rapporterats."],
                about is [var only] ? $"{mail.Address}/avvikelser/{only.Id}" : $"{mail.Address}/avvikelser");
        if (about.Exists(d => d.Severity is not Severity.Serious)) about = about.FindAll(d => d.Severity is Severity.Serious);
        return about is [var one]
            ? new("Vattenpass: en allvarlig avvikelse är rapporterad",
                [$"En allvarlig avvikelse rapporterades {SwedishTime.Text(one.RegisteredAt)}.", .. last], $"{mail.Address}/avvikelser/{one.Id}")
            : new("Vattenpass: allvarliga avvikelser är rapporterade",
                [$"{Prose.Capital(Prose.Count(about.Count, "allvarlig avvikelse", "allvarliga avvikelser"))} har rapporterats.", .. last], $"{mail.Address}/avvikelser");
    }
}
