using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Tests.Data;

public sealed class DoorTests
{
    [Theory, BothDatabases]
    public async Task Saving_otherwise_than_through_the_door_throws(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        db.Units.Add(new(db.NewId(), "X", "X", UnitKind.Unit, app.Cast.Board.Id, Cast.Today));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    [Theory, BothDatabases]
    public async Task No_one_sees_nothing(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Databases.Open(Access.None);
        Assert.Empty(await db.Units.ToListAsync());
        Assert.Empty(await db.People.ToListAsync());
        Assert.Empty(await db.Assignments.ToListAsync());
        Assert.Empty(await db.Accounts.ToListAsync());
        Assert.Empty(await db.Plans.ToListAsync());
        Assert.Empty(await db.Occasions.ToListAsync());
        Assert.Empty(await db.Deviations.ToListAsync());
        Assert.Empty(await db.Measures.ToListAsync());
        Assert.Empty(await db.RegisterRows.ToListAsync());
        Assert.Empty(await db.Reports.ToListAsync());
        Assert.Empty(await db.Trail.ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task Every_change_leaves_an_entry_with_names_and_hashes_and_the_values_apart(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        var unit = await db.Units.FirstAsync(u => u.Code == "A1");
        unit.Describe(db.NewId(), "Nya Ask", unit.ParentId, Cast.Today);
        await db.SaveAsync(Acts.ChangeOrganisation);
        var entry = await db.Trail.OrderByDescending(e => e.Sequence).FirstAsync(e => e.ObjectId == unit.Id);
        var values = await db.TrailValues.FirstAsync(v => v.EntryId == entry.Id);
        Assert.Contains("\"Name\"", entry.Fields, StringComparison.Ordinal);
        Assert.DoesNotContain("Nya Ask", entry.Fields, StringComparison.Ordinal);
        Assert.Contains("Nya Ask", values.Values, StringComparison.Ordinal);
        Assert.Contains(Vattenpass.Web.Data.Trail.Recorder.Hash(values.Salt, "Nya Ask")!, entry.Fields, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_database_itself_refuses_to_change_or_delete_an_entry(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            db.Database.ExecuteSqlRawAsync("UPDATE \"Trail\" SET \"ActorName\" = 'x'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("DELETE FROM \"Trail\""));
    }

    [Theory, BothDatabases]
    public async Task Two_who_change_the_same_row_are_not_both_believed(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var first = app.Db();
        await using var second = app.Db();
        (await first.Deviations.FirstAsync(d => d.Id == app.Cast.DeviationAtA.Id)).StartInvestigation(Cast.Today);
        (await second.Deviations.FirstAsync(d => d.Id == app.Cast.DeviationAtA.Id)).StartInvestigation(Cast.Today);
        await first.SaveAsync(Acts.InvestigateDeviation);
        await Assert.ThrowsAsync<Refusal>(() => second.SaveAsync(Acts.InvestigateDeviation));
    }

    [Theory, BothDatabases]
    public async Task A_row_outside_the_actors_reach_is_not_saved(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Databases.Open(await AccessOf(app, Role.UnitManager));
        db.Deviations.Add(new(db.NewId(),
            new(app.Cast.B.Id, Field.General, "fel", "", Domain.Deviations.Severity.Minor, Cast.Today, "2026-06"), db.Access.PersonId,
            db.Now));
        await Assert.ThrowsAsync<NotPermitted>(() => db.SaveAsync(Acts.ReportDeviation));
        await using var check = app.Db();
        Assert.DoesNotContain(await check.Deviations.ToListAsync(), d => d.Kind == "fel");
    }

    [Theory, BothDatabases]
    public async Task An_act_does_not_carry_things_it_is_not_about(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Databases.Open(await AccessOf(app, Role.UnitManager));
        db.Measures.Add(new(db.NewId(), app.Cast.A.Id, Field.General, "smyger med"));
        await Assert.ThrowsAsync<NotPermitted>(() => db.SaveAsync(Acts.HandOverOccasion));
    }

    [Theory, BothDatabases]
    public async Task Names_come_in_Swedish_order_on_both_databases(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Db();
        foreach (var name in new[] { "Örn", "Ärla", "Åsa", "Zeb", "alm", "Wera", "Vera" })
            db.People.Add(new(db.NewId(), name, null, app.Cast.Board.Id, Cast.Today));
        await db.SaveAsync(Acts.ChangePeople);
        var names = await db.People.Where(p => !p.Name.StartsWith("Person")).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync();
        Assert.Equal(["alm", "Vera", "Wera", "Zeb", "Åsa", "Ärla", "Örn"], names);
        Assert.Equal(1, await db.People.CountAsync(p => p.Name.ToLower() == "åsa"));
    }

    [Theory, BothDatabases]
    public async Task New_units_and_the_rows_that_lie_at_them_are_read_in_together(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var units = await app.Db().Units.ToListAsync();
        var area = units.First(u => u.Id == app.Cast.A.ParentId);
        string Typ(Unit u) =>
            u.Kind switch { UnitKind.Board => "nämnd", UnitKind.Department => "förvaltning", UnitKind.Area => "verksamhetsområde", _ => "enhet" };
        var organisation = "kod;namn;typ;överordnad\n"
            + string.Concat(units.Select(u => $"{u.Code};{u.Name};{Typ(u)};{units.Find(p => p.Id == u.ParentId)?.Code}\n"))
            + $"NY9;Nyängen;enhet;{area.Code}\n";
        await using var db = app.Databases.Open(await AccessOf(app, Role.Coordinator));
        var result = await new Web.Features.Registers.RegisterImporter(db)
            .RunAsync([("organisation.csv", System.Text.Encoding.UTF8.GetBytes(organisation)),
                ("telefoner.csv", System.Text.Encoding.UTF8.GetBytes("Telefon-ID,Enhet,Område\nT901,Nyängen,x\n"))],
                2026, Domain.Registers.Provenance.Unknown, dryRun: false, acceptLargeChange: true);
        Assert.Empty(result.Errors);
        await using var after = app.Db();
        var row = await after.RegisterRows.FirstAsync(r => r.Key == "T901");
        Assert.Equal("Nyängen", (await after.Units.FirstAsync(u => u.Id == row.UnitId)).Name);
    }

    [Theory, BothDatabases]
    public async Task A_duty_at_a_store_that_is_given_in_the_same_act_gives_no_right_to_the_store(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using var db = app.Databases.Open(await AccessOf(app, Role.Performer));
        var store = await app.Db().Stores.AsNoTracking().Include(s => s.Duties).FirstAsync(s => s.Id == app.Cast.StoreAtB.Id);
        db.Attach(store);
        db.Add(store.Give(db.NewId(), Domain.Medicines.DutyKind.Controller, app.Cast.People[Role.Performer], new(2026, 6, 1), null));
        await Assert.ThrowsAsync<NotPermitted>(() => db.SaveAsync(Acts.ChangeStore));
    }

    [Theory, BothDatabases]
    public async Task A_field_is_reached_only_at_the_units_where_it_is_held(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var c = app.Cast;
        Guid[] units = [c.A.Id, c.B.Id];
        Field[] fields = [Field.HealthCare, Field.Economy];
        await using (var db = app.Db())
        {
            foreach (var unit in units)
                foreach (var field in fields)
                    db.AddRange(
                        new Domain.Deviations.Deviation(db.NewId(),
                            new(unit, field, $"prov {field}", "", Domain.Deviations.Severity.Minor, Cast.Today, "2026-06"), null, db.Now),
                        new Domain.Measures.Measure(db.NewId(), unit, field, $"prov {field}"));
            var (person, nurse, economist) = (await db.People.FirstAsync(p => p.Id == c.PersonAtB.Id),
                new Title(db.NewId(), "Prov MAS", Role.Specialist, Field.HealthCare),
                new Title(db.NewId(), "Prov ekonom", Role.Specialist, Field.Economy));
            db.AddRange(nurse, economist, new Assignment(db.NewId(), person, nurse, c.A.Id, Cast.Today, null, null),
                new Assignment(db.NewId(), person, economist, c.B.Id, Cast.Today, null, null));
            await db.SaveAsync(Acts.SetUpDemo);
        }
        Access access;
        await using (var db = app.Db())
            access = Access.Of(c.PersonAtB,
                await db.Assignments.Include(a => a.Title).Where(a => a.PersonId == c.PersonAtB.Id).ToListAsync(),
                new(await db.Units.ToListAsync(), Cast.Today));

        (Guid?, Field)[] held = [(c.A.Id, Field.HealthCare), (c.B.Id, Field.Economy)];
        await using var own = app.Databases.Open(access);
        Assert.Equal(held.ToHashSet(),
            (await own.Deviations.Where(d => d.Kind.StartsWith("prov")).ToListAsync()).Select(d => (d.UnitId, d.Field)).ToHashSet());
        Assert.Equal(held.ToHashSet(),
            (await own.Measures.Where(d => d.Title.StartsWith("prov")).ToListAsync()).Select(d => (d.UnitId, d.Field)).ToHashSet());
        Assert.Equal(held.ToHashSet(),
            units.SelectMany(u => fields.Select(f => ((Guid?)u, f)))
                .Where(x => access.May(Thing.Measures, Right.Write, x.Item1, x.f, own: false))
                .ToHashSet());
        var extent = access.Of(Thing.Measures, Right.Write);
        Assert.Equal((Field.HealthCare, Field.Economy), (extent.FieldAt(c.A.Id), extent.FieldAt(c.B.Id)));
    }

    internal static async Task<Access> AccessOf(App app, Role role)
    {
        await using var db = app.Db();
        var person = app.Cast.People[role];
        var assignments = await db.Assignments.Include(a => a.Title).Where(a => a.PersonId == person.Id).ToListAsync();
        return Access.Of(person, assignments, new(await db.Units.ToListAsync(), Cast.Today));
    }
}
