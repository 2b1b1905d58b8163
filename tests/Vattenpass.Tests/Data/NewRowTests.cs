using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Tests.Data;

/// <summary>Being named on a new row gives no right to make it: not as owner, performer, reviewer or anybody else, but where the rule says so.</summary>
public sealed class NewRowTests
{
    [Theory, BothDatabases]
    public async Task Nobody_makes_a_row_elsewhere_by_naming_oneself_on_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        foreach (var role in new[] { Role.Performer, Role.UnitManager, Role.BoardMember, Role.Auditor })
        {
            var access = await DoorTests.AccessOf(app, role);
            var me = access.PersonId;
            await Refused(Acts.ChangeMeasure, db =>
            {
                var measure = new Measure(db.NewId(), app.Cast.Board.Id, Field.General, "Egen åtgärd", app.Cast.Draft.Id, app.Cast.Risk.Id);
                measure.Describe(new("Egen åtgärd", "", me, me, Cast.Today, Cast.Today.AddDays(10), []) { SameOfficerReason = "Ensam på enheten" }, db.NewId, Cast.Today);
                db.Add(measure);
            });
            await Refused(Acts.AddOccasion, db => db.Add(new Occasion(db.NewId(), app.Cast.Control, app.Cast.B.Id, "",
                new(new("2026-E1", Cast.Today, Cast.Today), Cast.Today, Cast.Today), me, planned: false)));
            await Refused(Acts.GiveDeviation, db =>
            {
                var deviation = new Deviation(db.NewId(), new(app.Cast.B.Id, Field.General, "fel", "", Severity.Minor, Cast.Today, "2026-06"), me, db.Now);
                deviation.GiveTo(me);
                db.Add(deviation);
            });

            async Task Refused(Act act, Action<VattenpassDb> make)
            {
                await using var db = app.Databases.Open(access);
                make(db);
                await Assert.ThrowsAsync<NotPermitted>(() => db.SaveAsync(act));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task One_reports_in_ones_own_name(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var access = await DoorTests.AccessOf(app, Role.Performer);
        await using var db = app.Databases.Open(access);
        db.Add(new Deviation(db.NewId(), new(app.Cast.A.Id, Field.General, "fel", "", Severity.Minor, Cast.Today, "2026-06"), access.PersonId, db.Now));
        Assert.Equal(Saved.Now, await db.SaveAsync(Acts.ReportDeviation));
    }
}
