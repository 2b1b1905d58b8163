using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Mine;

/// <summary>The address of one's own calendar: made anew, the old one stops; or taken away.</summary>
[Needs(Thing.Mine, Right.Write)]
public sealed class CalendarModel(VattenpassDb db, MailSettings mail) : FormPage<CalendarInput>(db)
{
    public bool HasFeed { get; private set; }
    public string? Address { get; private set; }

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return await SaveAsync(Acts.ChangeFeed, async () =>
        {
            foreach (var old in await Db.Feeds.Where(f => f.PersonId == Me.PersonId && f.RevokedAt == null).ToListAsync(Stop))
                old.Revoke(Db.Now);
            if (Input.Remove) return;
            var unit = await Db.People.Where(p => p.Id == Me.PersonId).Select(p => p.UnitId).FirstAsync(Stop);
            Db.Feeds.Add(new(Db.NewId(), Me.PersonId, unit, HashOf(secret), Db.Now));
        }, () =>
        {
            if (Input.Remove) return Redirect("/jag");
            TempData.Remove("Kvitto");
            (Address, HasFeed) = ($"{mail.Address}/kalender/{secret}.ics", true);
            return Page();
        }, "Kalenderadressen är borttagen.");
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    protected override async Task ShowAsync() =>
        HasFeed = await Db.Feeds.AnyAsync(f => f.PersonId == Me.PersonId && f.RevokedAt == null, Stop);
}

public sealed class CalendarInput
{
    public bool Remove { get; set; }
}
