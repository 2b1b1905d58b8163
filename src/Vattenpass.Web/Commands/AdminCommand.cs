using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Commands;

/// <summary>The way in to a new installation: the first two administrators, since a top role takes two people. They make all other accounts.</summary>
public static class AdminCommand
{
    public static Command Make()
    {
        var user = new Argument<string>("användarnamn") { Description = "Administratörens användarnamn." };
        var alone = new Option<bool>("--alone") { Description = "Ger också uppdragen utvecklingsledare och registrator, så att en person kan komma igång på egen hand." };
        var command = new Command("admin", "Skapar en av de två första administratörerna och skriver ett tillfälligt lösenord.") { user, alone };
        command.SetAction(async (parsed, stop) =>
        {
            using var databases = CommandLine.Open(parsed);
            await using var db = await CommandLine.OpenAsCommandLineAsync(databases, stop);
            Refusal.If(await db.Assignments.CountAsync(a => a.Title.Role == Role.Administrator && !a.AwaitsSecond, stop) >= 2,
                "Det finns redan två administratörer. Be någon av dem skapa kontot.");
            var root = new OrganisationTree(await db.Units.ToListAsync(stop), db.Today).Root;
            if (root is null)
                db.Units.Add(root = new(db.NewId(), Unit.ProvisionalCode, "Nämnden", UnitKind.Board, null, new(db.Today.Year, 1, 1)));
            var person = new Person(db.NewId(), $"Administratör {parsed.GetValue(user)}", null, root.Id, db.Today);
            var title = await db.Titles.FirstOrDefaultAsync(t => t.Role == Role.Administrator, stop)
                ?? new Title(db.NewId(), "Administratör", Role.Administrator, Field.General);
            var account = new Account(db.NewId(), person, parsed.GetValue(user)!);
            account.PlaceAt(root.Id);
            var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
            new Passwords().Set(account, password, mustChange: true);
            db.AddRange(person, account, new Assignment(db.NewId(), person, title, root.Id, db.Today, null, givenBy: null));
            if (title.Version == 0 && db.Entry(title).State is EntityState.Detached) db.Add(title);
            if (parsed.GetValue(alone))
                foreach (var name in new[] { "Utvecklingsledare", "Registrator" })
                {
                    var also = await db.Titles.FirstOrDefaultAsync(t => t.Name == name, stop) ?? db.Add(new Title(db.NewId(), name, UsualTitles.Of(name)!.Value.Role, Field.General)).Entity;
                    db.Add(new Assignment(db.NewId(), person, also, root.Id, db.Today, null, givenBy: null));
                }
            await db.SaveAsync(Acts.ChangePeople, stop: stop);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Administratören {account.UserName} är skapad. Tillfälligt lösenord: {password}");
            return 0;
        });
        return command;
    }
}
