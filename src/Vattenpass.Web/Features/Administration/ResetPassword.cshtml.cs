using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>A new password begins with a one-time link to the owner. For a top role one asks and another confirms.</summary>
[Needs(Thing.People)]
public sealed class ResetPasswordModel(VattenpassDb db, Databases databases, MailSettings mail) : FormPage<NoInput>(db)
{
    private Account account = null!;

    public Person Person { get; private set; } = null!;
    public bool TakesTwo { get; private set; }
    public string? Address { get; private set; }
    public bool IsAsked => account.ResetAskedById is not null;
    public bool WaitsForAnother => TakesTwo && account.ResetAskedById == Me.PersonId;
    public bool IsMailed => mail.Sends && !string.IsNullOrWhiteSpace(Person.Email);

    [BindProperty] public string Secret { get; set; } = "";

    protected override Basis MadeFrom => Basis.Document($"{account.ResetAskedById} {Person.Email}");

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var secret = Secret;
        if (!await LoadAsync(id)) return NotFound();
        var asks = TakesTwo && !IsAsked;
        var act = Me.Can(Thing.People, Right.Decide) ? Acts.ConfirmReset : Acts.ChangePeople;
        var answer = await SaveAsync(act, async () =>
        {
            Refusal.If(!OneTimeSecret.IsWhole(secret), "Formuläret är för gammalt. Tryck en gång till.");
            if (asks) account.AskReset(Me.PersonId);
            else account.GiveReset(OneTimeSecret.HashOf(secret), Db.Now, Me.PersonId, TakesTwo);
            await TellAsync(asks, secret);
        }, () => Redirect("/administration/personer"), asks ? "Begäran är sparad och väntar på att en annan bekräftar."
            : IsMailed ? $"Engångslänken är skickad till {Person.Name}." : "");
        if (answer is not RedirectResult || asks || IsMailed) return answer;
        if (account.ResetSha256 == OneTimeSecret.HashOf(secret)) Address = LinkOf(secret);
        return Page();
    }

    private string LinkOf(string secret) => $"{mail.Address}/nytt-losenord/{secret}";

    /// <summary>The owner is told whatever happens, and of a top role the head too.</summary>
    private async Task TellAsync(bool asks, string secret)
    {
        if (!asks && IsMailed)
            Write(Person, "Vattenpass: välj ett nytt lösenord",
                [$"{Me.Name} har gjort en engångslänk till dig. Den gäller i ett dygn.", "Har du inte bett om den, kontakta din chef."], LinkOf(secret));
        else Write(Person, "Vattenpass: ett nytt lösenord är begärt",
            [$"{Me.Name} har begärt ett nytt lösenord till ditt konto. Har du inte bett om det, kontakta din chef."], $"{mail.Address}/");
        if (!TakesTwo) return;
        await using var system = databases.OpenAsSystem("nytt lösenord");
        var superiors = await Superiors.ReadAsync(system, Stop);
        var heads = superiors.Tree.Root is { } root ? superiors.Holding(Role.DepartmentHead, root.Id).Where(h => h != Person.Id).ToList() : [];
        foreach (var head in await system.People.AsNoTracking().Where(p => heads.Contains(p.Id)).ToListAsync(Stop))
            Write(head, "Vattenpass: ett nytt lösenord är begärt",
                [$"{Me.Name} har {(asks ? "begärt" : "bekräftat")} ett nytt lösenord till ett konto med särskilt uppdrag."], $"{mail.Address}/administration/personer");
    }

    private void Write(Person to, string subject, IReadOnlyList<string> lines, string link)
    {
        if (string.IsNullOrWhiteSpace(to.Email)) return;
        var id = Db.NewId();
        Db.Mails.Add(new Letter(subject, lines, link).To(id, $"losenord:{id}", to.Id, to.Email, Db.Now));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        ModelState.Remove(nameof(Secret));
        Secret = OneTimeSecret.New();
        // Whoever confirms may see no accounts; which one it is has been asked for by another.
        await using var system = databases.OpenAsSystem("konto");
        var found = await system.Accounts.AsNoTracking().Include(a => a.Person).FirstOrDefaultAsync(a => a.PersonId == id, Stop);
        if (found is null || !(Me.May(Thing.People, Right.Write, found.Person) || Me.May(Thing.People, Right.Decide, found.Person))) return false;
        account = Db.Take(found);
        Person = account.Person;
        var held = await system.Assignments.AsNoTracking().Include(a => a.Title).Where(a => a.PersonId == id).ToListAsync(Stop);
        TakesTwo = held.Exists(a => Assignment.TopRoles.Contains(a.Title.Role) && (a.To is null || a.To >= Today));
        return true;
    }
}
