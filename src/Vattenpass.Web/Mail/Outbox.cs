using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Mail;

/// <summary>Sends what waits. Each mail is claimed before it is sent, so two instances never send the same one.</summary>
public sealed class Outbox(Databases databases, MailSettings settings)
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    public async Task<string> SendAsync(CancellationToken stop)
    {
        if (!settings.Sends) return "";
        await using var reading = databases.OpenAsSystem("utkorg");
        var now = reading.Now;
        var waiting = (await reading.Mails.AsNoTracking()
            .Where(m => m.SentAt == null && m.Attempts < OutgoingMail.MostAttempts && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .OrderBy(m => m.Id)
            .Take(MostAtOnce)
            .ToListAsync(stop)).Where(m => m.MayBeClaimed(now))
            .Select(m => m.Id)
            .ToList();
        var sent = 0;
        foreach (var id in waiting) if (await SendOneAsync(id, stop)) sent++;
        return sent == 0 ? "" : $"{sent} brev skickade";
    }

    private async Task<bool> SendOneAsync(Guid id, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("utkorg");
        var mail = await db.Mails.FirstAsync(m => m.Id == id, stop);
        if (!mail.MayBeClaimed(db.Now)) return false;
        mail.Claim(db.Now + ClaimTime);
        try
        {
            await db.SaveAsync(Acts.RunJob, stop: stop);
        }
        catch (Refusal)
        {
            return false; // Another instance claimed it.
        }
        try
        {
            await settings.SendAsync(mail, stop);
            mail.Sent(db.Now);
        }
        catch (Exception failed) when (failed is System.Net.Mail.SmtpException or IOException or FormatException or InvalidOperationException)
        {
            mail.Failed(failed.Message.Length > 300 ? failed.Message[..300] : failed.Message,
                db.Now.AddMinutes(Math.Pow(4, mail.Attempts)));
        }
        await db.SaveAsync(Acts.RunJob, stop: stop);
        return mail.SentAt is not null;
    }
}
