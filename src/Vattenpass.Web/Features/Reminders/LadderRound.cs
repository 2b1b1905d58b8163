using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;

namespace Vattenpass.Web.Features.Reminders;

/// <summary>
/// One round of the ladder: every step that is due becomes a row, and each person gets at most one letter a day with all of
/// theirs. What came up after the day's letter waits for the next. Running it again changes nothing.
/// </summary>
public sealed class LadderRound(Databases databases, MailSettings mail)
{
    public async Task<string> RunAsync(CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("påminnelser");
        var rules = await RulesInUse.ReadAsync(db, stop);
        if (rules.IsQuiet(TimeOnly.FromDateTime(SwedishTime.Of(db.Now).DateTime)) || !rules.MayTellOn(db.Today)) return "";
        var recipients = await Recipients.ReadAsync(db, stop);
        var told = (await db.Mails.AsNoTracking()
            .Where(m => m.OnceKey.EndsWith($":{db.Today:yyyy-MM-dd}"))
            .Select(m => m.OnceKey)
            .ToListAsync(stop)).ToHashSet();
        var steps = await StepsAsync(db, rules, recipients, stop);
        steps.AddRange(await DeviationsAsync(db, recipients, stop));
        var letters = 0;
        foreach (var group in steps.GroupBy(s => s.To))
        {
            if (group.Key is null || string.IsNullOrWhiteSpace(group.Key.Email)) { Add(db, group, null); continue; }
            var once = $"samlat:{group.Key.Id}:{db.Today:yyyy-MM-dd}";
            if (told.Contains(once)) continue;
            var id = db.NewId();
            db.Mails.Add(Digest([.. group], db.Today).To(id, once, group.Key.Id, group.Key.Email!, db.Now, Calendar([.. group], db.Now)));
            Add(db, group, id);
            letters++;
        }
        if (db.ChangeTracker.HasChanges()) await db.SaveAsync(Acts.Tell, stop: stop);
        return letters == 0 ? "" : Prose.Number(letters, "brev", "brev");
    }

    private sealed record Step(ReminderKind Kind, string Key, Recipient Recipient, Person? To, Guid? InsteadOf, Guid UnitId, Field Field,
        Occasion? Occasion, Guid? DeviationId);

    private static async Task<List<Step>> StepsAsync(VattenpassDb db, TellingRules rules, Recipients recipients, CancellationToken stop)
    {
        var today = db.Today;
        var (first, last) = (today.AddDays(-200), today.AddDays(61));
        var open = await db.Occasions.AsNoTracking()
            .Where(o => o.Result == null
                && o.EndedOn == null
                && o.Due >= first
                && o.Due <= last
                && o.Control.Plan.Status == PlanStatus.Adopted)
            .ToListAsync(stop);
        var ids = open.Select(o => o.Id).ToList();
        var taken = (await db.Reminders.AsNoTracking()
            .Where(r => r.Kind == ReminderKind.Ladder && r.OccasionId != null && ids.Contains(r.OccasionId.Value))
            .Select(r => new { r.OccasionId, r.Step })
            .ToListAsync(stop)).Select(r => (r.OccasionId!.Value, r.Step)).ToHashSet();
        List<Step> steps = [];
        foreach (var occasion in open.Where(o => !recipients.HasClosed(o)))
            foreach (var step in rules.DueOn(today, occasion.Opens, occasion.Due).Where(s => !taken.Contains((occasion.Id, s.Key))))
            {
                var (to, insteadOf) = recipients.Of(step.To, occasion);
                steps.Add(new(ReminderKind.Ladder, step.Key, step.To, to, insteadOf, occasion.AtUnit, occasion.Field, occasion, null));
            }
        return steps;
    }

    /// <summary>Deviations go to those the control says shall know, once each.</summary>
    private static async Task<List<Step>> DeviationsAsync(VattenpassDb db, Recipients recipients, CancellationToken stop)
    {
        var newest = db.Now.AddDays(-TellingRules.OldestStep);
        var deviations = (await db.Deviations.AsNoTracking()
            .Include(d => d.Occasion!.Control)
            .Where(d => !d.Withdrawn && d.OriginKind != OriginKind.RegisterRow && d.OccasionId != null)
            .OrderByDescending(d => d.Id)
            .Take(500)
            .ToListAsync(stop)).Where(d => d.RegisteredAt >= newest).ToList();
        var ids = deviations.Select(d => d.Id).ToList();
        var taken = (await db.Reminders.AsNoTracking()
            .Where(r => r.DeviationId != null && ids.Contains(r.DeviationId.Value))
            .Select(r => new { r.DeviationId, r.PersonId })
            .ToListAsync(stop)).Select(r => (r.DeviationId!.Value, r.PersonId)).ToHashSet();
        List<Step> steps = [];
        foreach (var deviation in deviations)
            foreach (var title in CommaList.Read(deviation.Occasion!.Control.ToldTitles))
            {
                // Who shall know is never nobody: where none holds the title, the nearest leader is told.
                var holder = recipients.Superiors.HoldingTitle(title, deviation.AtUnit).Cast<Guid?>().FirstOrDefault()
                    ?? recipients.Superiors.Above(deviation.AtUnit, deviation.ReportedById);
                var (to, insteadOf) = recipients.Present(holder, deviation.AtUnit, Thing.Deviations);
                if (to is null || to.Id == deviation.ReportedById || !taken.Add((deviation.Id, to.Id))) continue;
                steps.Add(new(ReminderKind.Deviation, "veta", Recipient.Manager, to, insteadOf, deviation.AtUnit, deviation.Field, null, deviation.Id));
            }
        return steps;
    }

    private static void Add(VattenpassDb db, IEnumerable<Step> steps, Guid? mailId)
    {
        foreach (var s in steps)
            db.Reminders.Add(new(db.NewId(), s.Kind, s.Key, s.UnitId, s.Field, s.Occasion?.Id, s.DeviationId, s.To?.Id, s.InsteadOf,
                db.Today, mailId: mailId));
    }

    private Letter Digest(List<Step> steps, DateOnly today)
    {
        var mine = steps.Where(s => s.Recipient is Recipient.Performer).Select(s => s.Occasion!).DistinctBy(o => o.Id).ToList();
        var others = steps.Where(s => s is { Kind: ReminderKind.Ladder, Recipient: not Recipient.Performer })
            .Select(s => s.Occasion!)
            .DistinctBy(o => o.Id)
            .Count();
        var deviations = steps.Count(s => s.Kind is ReminderKind.Deviation);
        List<string> lines = [];
        if (mine.Count > 0) lines.Add($"Du har {Prose.Count(mine.Count, "kontroll", "kontroller")} att göra. {When(mine, today)}");
        if (others > 0)
            lines.Add($"{Prose.Capital(Prose.Count(others, "kontroll", "kontroller"))} i det du ansvarar för {(others == 1 ? "är försenad" : "är försenade")}.");
        if (deviations > 0)
            lines.Add($"{Prose.Capital(Prose.Count(deviations, "avvikelse", "avvikelser"))} har rapporterats som du ska känna till.");
        var subject = mine.Count > 0
            ? $"{mine.Count} {(mine.Count == 1 ? "kontroll" : "kontroller")} att göra"
            : others > 0 ? $"{others} {(others == 1 ? "försenad kontroll" : "försenade kontroller")}"
            : "nytt att känna till";
        return new($"Vattenpass: {subject}", lines,
            mine.Count == 1 && others + deviations == 0 ? $"{mail.Address}/kontroller/{mine[0].Id}" : $"{mail.Address}/");
    }

    private static string When(List<Occasion> mine, DateOnly today)
    {
        var first = mine.Min(o => o.Due);
        var which = mine.Count == 1 ? "Den" : "Den första";
        return first < today
            ? $"{which} skulle ha varit klar {first:d MMMM}."
            : first == today ? $"{which} ska vara klar i dag."
            : $"{which} ska vara klar senast {first:d MMMM}.";
    }

    private string Calendar(List<Step> steps, DateTimeOffset at)
    {
        var mine = steps.Where(s => s.Recipient is Recipient.Performer).Select(s => s.Occasion!).DistinctBy(o => o.Id).ToList();
        return mine.Count == 0
            ? ""
            : CalendarText.Of("Kontroller i Vattenpass",
                mine.Select(o => new CalendarEvent(o.Id.ToString(), o.Due, "Kontroll ska vara klar i Vattenpass",
                    $"{mail.Address}/kontroller/{o.Id}")),
                at);
    }
}
