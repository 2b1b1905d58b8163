using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Mine;

/// <summary>A person's subscribed calendar: what is theirs to do and nothing else; the secret in the address is the key.</summary>
public static class FeedEndpoint
{
    public static void MapFeed(this WebApplication app) =>
        app.MapGet("/kalender/{secret}.ics", async (string secret, Databases databases, MailSettings mail, CancellationToken stop) =>
        {
            if (secret.Length is < 40 or > 60) return Results.NotFound();
            await using var system = databases.OpenAsSystem("kalender");
            var hash = OneTimeSecret.HashOf(secret);
            var person = await system.Feeds.Where(f => f.SecretSha256 == hash && f.RevokedAt == null)
                .Join(system.People, f => f.PersonId, p => p.Id, (_, p) => p)
                .AsNoTracking()
                .FirstOrDefaultAsync(stop);
            if (person is null || !person.WorksOn(system.Today)) return Results.NotFound();
            var today = system.Today;
            var mine = await system.Occasions.AsNoTracking().Include(o => o.Control)
                .Where(o => (o.HandedToId ?? o.ResponsibleId) == person.Id
                    && o.EndedOn == null
                    && o.Due >= today.AddDays(-31)
                    && o.Control.Plan.Status == PlanStatus.Adopted).OrderBy(o => o.Due).ToListAsync(stop);
            var tree = new OrganisationTree(await system.Units.AsNoTracking().ToListAsync(stop), today);
            var text = CalendarText.Of("Kontroller i Vattenpass",
                mine.Select(o => new CalendarEvent(o.Id.ToString(), o.MeantFor ?? o.Due,
                    $"{(o.IsDone ? "Klar: " : o.Result is { } result ? $"{Prose.Capital(result.Swedish())}: " : "")}{o.Control.Title}, {o.Place(tree)}", $"{mail.Address}/kontroller/{o.Id}")),
                system.Now);
            return Results.Text(text, "text/calendar; charset=utf-8");
        }).AllowAnonymous();
}
