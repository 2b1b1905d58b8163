using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People, Right.Write)]
public sealed class PersonModel(VattenpassDb db, MailSettings mail) : FormPage<PersonInput>(db)
{
    private Person? person;
    protected override bool HoldsFreeText => false;
    private Account? account;
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public Person? Person => person;
    public bool HasAccount => account is not null;
    public string Heading => person is null ? "Ny person" : $"Ändra {person.Name}";

    protected override Basis MadeFrom => person is null ? Basis.Nothing : Basis.Values(Stored);

    private PersonInput Stored => person is null ? new() : new()
    {
        Name = person.Name,
        Email = person.Email,
        UnitId = person.UnitId,
        UserName = account?.UserName,
        EmployeeId = person.EmployeeId,
    };

    public async Task<IActionResult> OnGetAsync(Guid? id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.ChangePeople, async () =>
        {
            Refusal.If(Units.All(u => u.Value != Input.UnitId?.ToString()), "Välj enhet.", nameof(Input.UnitId));
            if (person is null) Db.People.Add(person = new(Db.NewId(), Input.Name ?? "", Input.Email, Input.UnitId, Today));
            else
            {
                TellFormerAddress(person);
                person.Describe(Input.Name ?? "", Input.Email, Input.UnitId);
            }
            await KnowAsync(person);
            await OpenAccountAsync(person);
        }, () => Redirect(opened ? $"/administration/person/{person!.Id}/losenord" : "/administration/personer"), "Personen är sparad.");
    }

    /// <summary>What a person is known by in the registers decides which log cases are about whom: it is one's own, and nobody gives it to themselves.</summary>
    private async Task KnowAsync(Person owner)
    {
        var id = Input.EmployeeId?.Trim() ?? "";
        if (id == owner.EmployeeId) return;
        Refusal.If(owner.Id == Me.PersonId, "Ditt eget anställnings-id ändras av en annan administratör.", nameof(Input.EmployeeId));
        // The registers know it whatever its case and width, so it is one person's in all of them.
        static string Folded(string text) => text.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
        var known = await Db.People.AsNoTracking().Where(p => p.EmployeeId != "" && p.Id != owner.Id).ToListAsync(Stop);
        var other = id.Length == 0 ? null : known.Find(p => Folded(p.EmployeeId) == Folded(id));
        Refusal.If(other is not null, $"Anställnings-id {id} hör till {other?.Name}.", nameof(Input.EmployeeId));
        owner.KnownAs(id);
        account?.EndSessions(Passwords.NewStamp());
    }

    /// <summary>The address is where a new password goes: whoever had it is told when it is another.</summary>
    private void TellFormerAddress(Person owner)
    {
        var now = string.IsNullOrWhiteSpace(Input.Email) ? null : Input.Email.Trim();
        if (account is null || owner.Email is not { } former || former == now) return;
        var id = Db.NewId();
        Db.Mails.Add(new Letter("Vattenpass: din e-postadress är ändrad",
            [$"{Me.Name} har ändrat din e-postadress i Vattenpass. Stämmer det inte, kontakta din chef."], $"{mail.Address}/")
            .To(id, $"adress:{owner.Id}:{id}", owner.Id, former, Db.Now));
    }

    private bool opened;

    private async Task OpenAccountAsync(Person owner)
    {
        var wanted = Input.UserName?.Trim().ToLowerInvariant();
        if (account is null && string.IsNullOrEmpty(wanted)) return;
        if (account is null)
        {
            var taken = await Db.Accounts.AsNoTracking().Include(a => a.Person).FirstOrDefaultAsync(a => a.UserName == wanted, Stop);
            Refusal.If(taken is { Person.To: not null },
                $"Användarnamnet hör till {taken?.Person.Name}, som {(taken?.Person.To < Today ? "slutade" : "slutar")} {taken?.Person.To:yyyy-MM-dd}. Är det samma person: öppna den och välj Personen är tillbaka. Annars: välj ett annat.",
                nameof(Input.UserName));
            Refusal.If(taken is not null, "Användarnamnet är upptaget.", nameof(Input.UserName));
            Db.Accounts.Add(account = new(Db.NewId(), owner, wanted!));
            account.PlaceAt(owner.UnitId);
            opened = true;
        }
    }

    private async Task<bool> LoadAsync(Guid? id)
    {
        await ShowAsync();
        if (id is null) return true;
        person = await Db.People.FirstOrDefaultAsync(p => p.Id == id, Stop);
        account = await Db.Accounts.FirstOrDefaultAsync(a => a.PersonId == id, Stop);
        return person is not null && Me.May(Thing.People, Right.Write, person);
    }

    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        Units = [new("Välj enhet", ""),
            .. tree.All.Where(u => u.ExistsOn(Today)).Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
    }
}

public sealed class PersonInput
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public Guid? UnitId { get; set; }
    public string? UserName { get; set; }
    public string? EmployeeId { get; set; }
}
