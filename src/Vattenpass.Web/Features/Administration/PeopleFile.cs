using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Files;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Administration;

/// <summary>A row of a list of people, as it will be saved. Unit is empty where the person belongs to the whole board.</summary>
public sealed record ReadPerson(int Line, string Name, string Email, string Title, Role? NewRole, Field NewField, Guid UnitId, string UnitName, string EmployeeId,
    string UserName, bool IsNew);

/// <summary>
/// People, titles and assignments from a list, for instance from the HR system. A person who is here already, by employee id or by name and
/// address, is left as is and gets the title if it is missing. A title that is not known needs a role before anybody gets it.
/// </summary>
public sealed class PeopleFile(VattenpassDb db, OrganisationTree tree) : IListFile
{
    private static readonly ListHeaders Headers = new(
        ("namn", "namn; personens namn; medarbetare; för- och efternamn"), ("e-post", "e-post; epost; e-postadress; mejl; mail; email"),
        ("befattning", "befattning; titel; benämning; uppdrag; roll i verksamheten"), ("roll", "roll; behörighetsroll"),
        ("enhet", "enhet; org.enhet; organisation; arbetsplats; kostnadsställe; enhetskod"), ("anställnings-id", "anställnings-id; anst.nr; anställningsnummer; anstnr"),
        ("användarnamn", "användarnamn; användare; konto; inloggning"), ("förnamn", "förnamn"), ("efternamn", "efternamn"));

    public List<ReadPerson> Rows { get; } = [];
    public List<string> Errors { get; } = [];
    public List<string> Told { get; } = [];

    /// <exception cref="Refusal">The file cannot be read, or has no column of names.</exception>
    public async Task ReadAsync(string name, byte[] bytes, CancellationToken stop)
    {
        var sheet = SheetReader.Read(name, bytes, Headers.Known, stop);
        var at = Headers.At(sheet.Headers);
        Refusal.If(!at.ContainsKey("namn") && !(at.ContainsKey("förnamn") && at.ContainsKey("efternamn")),
            $"Filen {sheet.FileName} har ingen kolumn som heter namn. Den har {HeadersShown.Of(sheet.Headers)}.");
        Told.AddRange(sheet.Told.Select(t => $"{Prose.Capital(t)}"));
        var known = await db.People.AsNoTracking().ToListAsync(stop);
        var titles = await db.Titles.AsNoTracking().ToListAsync(stop);
        foreach (var row in sheet.Rows)
        {
            string Cell(string column) => at.TryGetValue(column, out var n) ? PlainText.Line(row.At(n)) : "";
            var called = Cell("namn") is { Length: > 0 } whole ? whole : $"{Cell("förnamn")} {Cell("efternamn")}".Trim();
            if (called.Length == 0) { Errors.Add($"Rad {row.Line}: namnet saknas."); continue; }
            var unit = Cell("enhet") is { Length: > 0 } place ? tree.Named(place) : tree.Root;
            if (unit is null) Errors.Add($"Rad {row.Line}, enhet: ”{Cell("enhet")}” finns inte i organisationen. Läs in organisationen först, eller rätta namnet.");
            var (role, field) = RoleOf(row.Line, Cell("befattning"), Cell("roll"), titles);
            var email = Cell("e-post");
            if (email.Length > 0 && !email.Contains('@', StringComparison.Ordinal)) Errors.Add($"Rad {row.Line}, e-post: ”{email}” saknar @.");
            var id = Cell("anställnings-id");
            var isKnown = known.Exists(p => (id.Length > 0 && p.EmployeeId == id) || (p.Name == called && (p.Email ?? "") == email));
            if (unit is not null) Rows.Add(new(row.Line, called, email, Cell("befattning"), role, field, unit.Id, tree.NameOf(unit.Id), id, Cell("användarnamn").ToLowerInvariant(), !isKnown));
        }
        foreach (var twice in Rows.Where(r => r.EmployeeId.Length > 0).GroupBy(r => r.EmployeeId).Where(g => g.Select(r => r.Name).Distinct().Count() > 1))
            Errors.Add($"Rad {twice.Last().Line}, anställnings-id: {twice.Key} står för två olika personer.");
    }

    /// <summary>The role of a title that is new here; null for one that is known, or for no title.</summary>
    private (Role?, Field) RoleOf(int line, string title, string role, List<Title> titles)
    {
        if (title.Length == 0 || titles.Exists(t => string.Equals(t.Name, title, StringComparison.OrdinalIgnoreCase))) return (null, Field.General);
        if (role.Length > 0 && Enum.GetValues<Role>().Where(r => string.Equals(r.Swedish(), role, StringComparison.OrdinalIgnoreCase)).ToList() is [var said])
            return (said, UsualTitles.Of(title)?.Field ?? Field.General);
        if (UsualTitles.Of(title) is { } usual) return (usual.Role, usual.Field);
        Errors.Add($"Rad {line}, befattning: ”{title}” är inte känd, så det går inte att säga vad den får göra. Lägg till en kolumn som heter roll, med till exempel {Role.Performer.Swedish()} eller {Role.UnitManager.Swedish()}.");
        return (null, Field.General);
    }

    /// <summary>Makes what is new; the caller saves. Returns what was made, in words.</summary>
    public async Task<string> ApplyAsync(CancellationToken stop)
    {
        var people = await db.People.ToListAsync(stop);
        var titles = await db.Titles.ToListAsync(stop);
        var assignments = await db.Assignments.ToListAsync(stop);
        var accounts = await db.Accounts.AsNoTracking().Select(a => a.UserName).ToListAsync(stop);
        var (made, given, opened, waiting) = (0, 0, 0, 0);
        foreach (var row in Rows)
        {
            var person = people.Find(p => (row.EmployeeId.Length > 0 && p.EmployeeId == row.EmployeeId) || (p.Name == row.Name && (p.Email ?? "") == row.Email));
            if (person is null)
            {
                people.Add(person = new(db.NewId(), row.Name, row.Email, row.UnitId, db.Today));
                person.KnownAs(row.EmployeeId);
                db.People.Add(person);
                made++;
            }
            if (row.UserName.Length > 0 && !accounts.Contains(row.UserName))
            {
                var account = new Account(db.NewId(), person, row.UserName);
                account.PlaceAt(row.UnitId);
                db.Accounts.Add(account);
                accounts.Add(row.UserName);
                opened++;
            }
            if (row.Title.Length == 0) continue;
            var title = titles.Find(t => string.Equals(t.Name, row.Title, StringComparison.OrdinalIgnoreCase));
            if (title is null)
            {
                titles.Add(title = new(db.NewId(), row.Title, row.NewRole!.Value, row.NewField));
                db.Titles.Add(title);
            }
            if (assignments.Exists(a => a.PersonId == person.Id && a.TitleId == title.Id && a.UnitId == row.UnitId && (a.AwaitsSecond || a.HoldsOn(db.Today)))) continue;
            var assignment = new Assignment(db.NewId(), person, title, row.UnitId, db.Today, null, db.Access.IsSomeone ? db.Access.PersonId : null);
            assignments.Add(assignment);
            db.Assignments.Add(assignment);
            given++;
            if (assignment.AwaitsSecond) waiting++;
        }
        return made + given + opened == 0 ? "Alla fanns redan. Inget har ändrats."
            : $"{Prose.Capital(Prose.Number(made, "ny person", "nya personer"))}, {Prose.Number(given, "uppdrag", "uppdrag")} och {Prose.Number(opened, "konto", "konton")}."
                + (waiting > 0 ? $" {Prose.Capital(Prose.Count(waiting, "uppdrag väntar", "uppdrag väntar", neuter: true))} på att en annan administratör bekräftar." : "");
    }
}
