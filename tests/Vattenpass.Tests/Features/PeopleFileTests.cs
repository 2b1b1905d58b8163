using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Tests.Features;

/// <summary>People, titles and assignments from a list: what is known is left as it is, and a title nobody knows gives nobody a role.</summary>
public sealed class PeopleFileTests
{
    private const string List = "Lista över chefer\nNamn;E-post;Befattning;Enhet;Anst.nr;Användarnamn\nEnhetschef Prov;ec@kommun.example;Enhetschef;Enhet A;9001;ecprov\nSocialchef Prov;sc@kommun.example;Socialchef;;9002;\n";

    private static async Task<PageSeen> ReadAsync(Browser admin, string list, bool save) =>
        await admin.UploadAsync(await admin.GetAsync("/administration/personer/las-in"), "fil", [("personer.csv", list)], ("spara", save ? "true" : "false"));

    [Theory, BothDatabases]
    public async Task A_list_makes_people_titles_assignments_and_accounts_once(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var admin = await app.AsAsync(Role.Administrator);
        var unit = app.Cast.A.Name;
        var list = List.Replace("Enhet A", unit, StringComparison.Ordinal);
        var seen = await ReadAsync(admin, list, save: false);
        Assert.Contains("2 nya personer av 2", seen.Text, StringComparison.Ordinal);
        await using (var db = app.Db()) Assert.False(await db.People.AnyAsync(p => p.EmployeeId == "9001"));
        await admin.SubmitAsync(seen, ("spara", "true"));
        await ReadAsync(admin, list, save: true);
        await using var after = app.Db();
        var manager = await after.Assignments.Include(a => a.Title).Include(a => a.Person).SingleAsync(a => a.Person.EmployeeId == "9001");
        Assert.Equal((Role.UnitManager, app.Cast.A.Id, false), (manager.Title.Role, manager.UnitId!.Value, manager.AwaitsSecond));
        Assert.Equal("ecprov", (await after.Accounts.SingleAsync(a => a.PersonId == manager.PersonId)).UserName);
        // A top role takes two people, from a list too.
        Assert.True((await after.Assignments.SingleAsync(a => a.Person.EmployeeId == "9002")).AwaitsSecond);
    }

    [Theory, BothDatabases]
    public async Task An_unknown_title_or_unit_is_told_and_nothing_is_saved(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var admin = await app.AsAsync(Role.Administrator);
        var seen = await ReadAsync(admin, "Namn;Befattning;Enhet\nNågon Prov;Trollkarl;Ingenstans\n", save: true);
        Assert.Contains("”Trollkarl” är inte känd", seen.Text, StringComparison.Ordinal);
        Assert.Contains("”Ingenstans” finns inte i organisationen", seen.Text, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.False(await db.People.AnyAsync(p => p.Name == "Någon Prov"));
    }
}
