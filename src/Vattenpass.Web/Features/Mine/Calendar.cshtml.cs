using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
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

    protected override Basis MadeFrom => Basis.Nothing;

    /// <summary>
    /// Goes out with the form and comes back with it, so that the button pressed twice shows the same address, and one that works.
    /// </summary>
    [BindProperty] public string Secret { get; set; } = "";

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var secret = Secret;
        await ShowAsync();
        var answer = await SaveAsync(Acts.ChangeFeed, async () =>
        {
            Refusal.If(!Input.Remove && !OneTimeSecret.IsWhole(secret),
                "Formuläret är för gammalt. Tryck en gång till.");
            foreach (var old in await Db.Feeds.Where(f => f.PersonId == Me.PersonId && f.RevokedAt == null).ToListAsync(Stop))
                old.Revoke(Db.Now);
            if (Input.Remove) return;
            var unit = await Db.People.Where(p => p.Id == Me.PersonId).Select(p => p.UnitId).FirstAsync(Stop);
            Db.Feeds.Add(new(Db.NewId(), Me.PersonId, unit, OneTimeSecret.HashOf(secret), Db.Now));
        }, () => Redirect("/jag"), Input.Remove ? "Kalenderadressen är borttagen." : "");
        if (Input.Remove || answer is not RedirectResult) return answer;
        await ShowAsync();
        if (await Db.Feeds.AnyAsync(f => f.SecretSha256 == OneTimeSecret.HashOf(secret) && f.RevokedAt == null, Stop))
            Address = $"{mail.Address}/kalender/{secret}.ics";
        return Page();
    }

    protected override async Task ShowAsync()
    {
        HasFeed = await Db.Feeds.AnyAsync(f => f.PersonId == Me.PersonId && f.RevokedAt == null, Stop);
        ModelState.Remove(nameof(Secret));
        Secret = OneTimeSecret.New();
    }
}

public sealed class CalendarInput
{
    public bool Remove { get; set; }
}
