using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Mail;

/// <summary>
/// How mail leaves: by SMTP (STARTTLS; no implicit TLS and no OAuth2), to files, or not at all. Address is where the links lead.
/// </summary>
public sealed record MailSettings(string Address, string From, Uri? Smtp, string? Folder)
{
    public const string DefaultAddress = "http://localhost:5080";

    public bool Sends => Smtp is not null || Folder is not null;

    /// <summary>From the environment: Vattenpass__Address, Vattenpass__MailFrom, Vattenpass__Smtp=smtp://user:password@host:587.</summary>
    /// <param name="folder">Where mails are put as files when there is no SMTP server: the demo, and only the demo.</param>
    public static MailSettings Read(string address, string? folder)
    {
        var smtp = Environment.GetEnvironmentVariable("Vattenpass__Smtp");
        return new(
            (Environment.GetEnvironmentVariable("Vattenpass__Address") ?? address).TrimEnd('/'),
            Environment.GetEnvironmentVariable("Vattenpass__MailFrom") ?? "vattenpass@kommunen.invalid",
            Uri.TryCreate(smtp, UriKind.Absolute, out var uri) ? uri : null, folder);
    }

    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        using var message = new MailMessage(From, mail.To, mail.Subject, mail.Text) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@vattenpass>");
        message.Headers.Add("Content-Language", "sv");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        if (mail.Calendar.Length > 0)
            message.Attachments.Add(new(new MemoryStream(Encoding.UTF8.GetBytes(mail.Calendar)), "kontroller.ics", "text/calendar"));
        if (Smtp is not null) await BySmtpAsync(message, stop);
        else await ToFileAsync(message, mail, stop);
    }

    private async Task BySmtpAsync(MailMessage message, CancellationToken stop)
    {
        using var client = new SmtpClient(Smtp!.Host, Smtp.Port > 0 ? Smtp.Port : 587) { EnableSsl = Smtp.Host is not ("localhost" or "127.0.0.1"), };
        if (Smtp.UserInfo.Split(':', 2) is [var user, var password])
            client.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password));
        // The client's own timeout does not hold for asynchronous sending, and a server that hangs must not hang the jobs.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestWait);
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new SmtpException("The mail server did not answer in time.", late);
        }
    }

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>The file is named by the mail, so that one sent again after a crash is still one.</summary>
    private async Task ToFileAsync(MailMessage message, OutgoingMail mail, CancellationToken stop)
    {
        var pickup = Path.Combine(Folder!, $"{mail.Id:N}.delar");
        Directory.CreateDirectory(pickup);
        using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = pickup }) await client.SendMailAsync(message, stop);
        File.Move(Directory.GetFiles(pickup, "*.eml")[0], Path.Combine(Folder!, $"{mail.Id:N}.eml"), overwrite: true);
        Directory.Delete(pickup, recursive: true);
    }
}
