using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Registers;

namespace Vattenpass.Tests.Imports;

/// <summary>An organisation that was the wrong file is taken back, whatever it changed.</summary>
public sealed class OrganisationUndoTests
{
    private const string First = "kod;namn;typ;överordnad\nSN;Socialnämnden;nämnd;\nSÄBO;Särskilt boende;verksamhetsområde;SN\nE1;Ekbacken;enhet;SÄBO\nE2;Solgläntan;enhet;SÄBO\n";
    private const string Wrong = "kod;namn;typ;överordnad\nSN;Omsorgsnämnden;nämnd;\nSÄBO;Boende;verksamhetsområde;SN\nE1;Ekbacken Norra;enhet;SÄBO\nE9;Nybygget;enhet;SÄBO\nE8;Tomten;enhet;SÄBO\n";
    private const string Phones = "telefon-id;enhet;innehavare\nT-1;Nybygget;e1\n";

    private static async Task ReadAsync(Databases databases, string name, string text)
    {
        await using var db = databases.OpenAsSystem("test");
        var result = await new RegisterImporter(db).RunAsync([(name, System.Text.Encoding.UTF8.GetBytes(text))], 2026, Provenance.Unknown, dryRun: false, acceptLargeChange: true);
        Assert.Empty(result.Errors);
    }

    private static async Task UndoAsync(Databases databases)
    {
        await using var db = databases.OpenAsSystem("test");
        var newest = (await db.RegisterImports.Where(i => i.Register == RegisterKinds.Organisation.Key && i.UndoneAt == null).ToListAsync()).MaxBy(i => i.At)!;
        await ImportUndo.ApplyAsync(db, newest, "fel fil", default);
        await db.SaveAsync(Acts.UndoImport);
    }

    private static async Task<List<UnitState>> UnitsAsync(Databases databases)
    {
        await using var db = databases.OpenAsSystem("test");
        return [.. (await db.Units.AsNoTracking().Where(u => u.Kind != UnitKind.Unlisted).ToListAsync()).Select(u => u.State()).OrderBy(s => s.Code, StringComparer.Ordinal)];
    }

    [Theory, BothDatabases]
    public async Task Names_places_closings_and_new_units_are_as_before(DatabaseKind kind)
    {
        var clock = new FixedClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var (databases, _, _) = await TestDatabases.NewAsync(kind, clock);
        await ReadAsync(databases, "organisation.csv", First);
        var before = await UnitsAsync(databases);
        clock.Advance(TimeSpan.FromDays(1));
        await ReadAsync(databases, "fel.csv", Wrong);
        Assert.Contains(await UnitsAsync(databases), u => u.Places[^1].Name == "Ekbacken Norra");
        await UndoAsync(databases);
        var after = await UnitsAsync(databases);
        Assert.Equal(before.Count, after.Count);
        Assert.All(before.Zip(after), p => Assert.True(p.First.Is(p.Second), $"{p.First} / {p.Second}"));
    }

    [Theory, BothDatabases]
    public async Task A_unit_where_something_has_happened_stays_outside_the_organisation(DatabaseKind kind)
    {
        var clock = new FixedClock(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var (databases, _, _) = await TestDatabases.NewAsync(kind, clock);
        await ReadAsync(databases, "organisation.csv", First);
        clock.Advance(TimeSpan.FromDays(1));
        await ReadAsync(databases, "fel.csv", Wrong);
        await ReadAsync(databases, "telefoner.csv", Phones);
        await UndoAsync(databases);
        await using var db = databases.OpenAsSystem("test");
        Assert.Equal(UnitKind.Unlisted, (await db.Units.SingleAsync(u => u.Code == "E9")).Kind);
        Assert.Equal("Nybygget", (await db.RegisterRows.SingleAsync(r => r.Register == RegisterKinds.Phones.Key)).Cells["enhet"]);
    }
}
