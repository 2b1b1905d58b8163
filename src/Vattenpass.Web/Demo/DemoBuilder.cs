using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Features.Plans;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Features.Reminders;
using Vattenpass.Web.Features.Reports;
using Vattenpass.Web.Mail;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Demo;

/// <summary>
/// Builds a whole living municipality around today: last year with a signed report, this year with work to do, a draft for the next.
/// Everything goes through the same domain, importer and door as in real use.
/// </summary>
public sealed class DemoBuilder(Databases databases, DemoClock clock, DateOnly today)
{
    public const string Password = "vattenpass-demo";
    private const int DaysOfReminders = 10;
    private int LastYear => today.Year - 1;

    public async Task BuildAsync(CancellationToken stop)
    {
        clock.Set(new(LastYear - 1, 11, 3));
        await using var db = databases.OpenAsSystem("demo");
        var hash =
            new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = Passwords.ProductionRounds })).HashPassword(null!, Password);
        var town = DemoTown.Build(db, new(LastYear - 2, 1, 1), hash);
        foreach (var date in DemoTown.BoardDates(db, town.Board.Id, today.Year)) db.BoardDates.Add(date);
        var telling = db.Telling.Add(new(db.NewId(), town.Board.Id)).Entity;
        telling.Change(TellingRules.Default with { QuietMonths = [7] });
        await db.SaveAsync(Acts.SetUpDemo, stop: stop);

        await YearAsync(LastYear, town, stop);
        await YearAsync(today.Year, town, stop);
        await NextYearAsync(town, stop);
        await ReportsAsync(town, stop);
        await new DemoQuestions(db, town, today).AddAsync(stop);
        await HandOverAsync(town, stop);
        await new DemoLog(databases, today).TakeInAsync(stop);
        await TellAsync(stop);
    }

    /// <summary>The last weeks' reminders, as they would have gone out morning by morning.</summary>
    private async Task TellAsync(CancellationToken stop)
    {
        var mail = new MailSettings(MailSettings.DefaultAddress, "vattenpass@lillsjo.example", null, null);
        for (var day = today.AddDays(-DaysOfReminders); day <= today; day = day.AddDays(1))
        {
            clock.Set(day);
            await new LadderRound(databases, mail).RunAsync(stop);
        }
        await new SeriousRound(databases, mail).RunAsync(stop);
    }

    private async Task YearAsync(int year, DemoTown town, CancellationToken stop)
    {
        var until = year == today.Year ? today : new DateOnly(year, 12, 31);
        clock.Set(new(year - 1, 11, 20));
        await using var db = databases.OpenAsSystem("demo");
        var plan = new DemoPlan(db, town).Make(year, withCommittee: year == today.Year);
        plan.Propose();
        await db.SaveAsync(Acts.ChangePlan, stop: stop);

        var units = await db.Units.Where(u => u.Kind == UnitKind.Unit).OrderBy(u => u.Code).ToListAsync(stop);
        var tree = new OrganisationTree(await db.Units.ToListAsync(stop), until);
        var registers = new DemoRegisters(units, units.ToDictionary(u => u.Id, u => tree.AreaOf(u.Id)!.Name), year, until, today);
        await ImportAsync(db, registers.Snapshots(), year, stop);

        clock.Set(new(year - 1, 12, 16));
        plan.Adopt(new(new(year - 1, 12, 16), $"{100 + year % 10}", $"SN {year - 1}/214"), new(year - 1, 12, 16));
        await (await OccasionLayout.ForAsync(db, year, stop)).LayOutAsync(plan, db, stop);
        await new FormReader(db).LockAsync(db, plan, stop);
        await db.SaveAsync(Acts.AdoptPlan, stop: stop);

        new DemoPlan(db, town).AddMeasures(plan, until == today ? today : new(year + 1, 1, 10));
        await db.SaveAsync(Acts.ChangeMeasure, stop: stop);
        if (year == today.Year)
        {
            new DemoRoutines(db, town, today).AddTo(plan);
            await db.SaveAsync(Acts.ChangeRoutine, stop: stop);
            await new DemoFunding(db, town, today, await new DemoReviews(db, town, today).AddAsync(stop)).AddAsync(stop);
        }
        await new DemoYear(db, databases, town, clock, until == today ? today : Earliest(new(year + 1, 1, 31))).LiveAsync(plan, stop);
        if (year == today.Year - 1) await new DemoEffects(db, town).AddAsync(plan, stop);
        clock.Set(until);
        await ImportAsync(db, registers.Events(), year, stop);
    }

    private static async Task ImportAsync(VattenpassDb db, List<(string, byte[])> files, int year, CancellationToken stop)
    {
        var result = await new RegisterImporter(db).RunAsync(files, year,
            new Provenance("Demosystemet", db.Today, "alla", "föregående uttag"), dryRun: false, stop: stop);
        if (result.Errors.Count > 0) throw new InvalidOperationException(string.Join('\n', result.Errors));
    }

    private async Task NextYearAsync(DemoTown town, CancellationToken stop)
    {
        clock.Set(today.AddDays(-20));
        await using var db = databases.OpenAsSystem("demo");
        var plan = new DemoPlan(db, town).Make(today.Year + 1, withCommittee: true);
        new DemoProposals(db, town, today).AddTo(plan);
        // Once a year where it was twice: the board is told why.
        var phones = plan.Controls.First(c => c.Key == Phones.ControlKey);
        phones.Describe(phones.Content with { Recurrence = new(RecurrenceKind.Year) });
        var before = await db.Plans.Include(p => p.Controls).Include(p => p.Risks).FirstAsync(p => p.Year == today.Year, stop);
        plan.Explain(new PlanComparison(plan, before).InNeedOfReason.First(c => c.Now == phones), "Arbetstelefonerna har fått en inställning som tömmer bilder och meddelanden varje vecka.");
        await db.SaveAsync(Acts.ChangePlan, stop: stop);
    }

    /// <summary>Last year's full-year report, signed and sent; this year's half-year follow-up as a draft once its period is over.</summary>
    private async Task ReportsAsync(DemoTown town, CancellationToken stop)
    {
        await using var db = databases.OpenAsSystem("demo");
        clock.Set(Earliest(new(today.Year, 1, 28)));
        var report = Start(db, await db.Plans.FirstAsync(p => p.Year == LastYear, stop), ReportKind.FullYear);
        report.Describe(report.Head with { CheckedOn = Earliest(new(today.Year, 1, 28)), Place = "Lillsjö" });
        report.Write(db.NewId(), LogControl.ControlKey, "", "Samtal har förts med berörda medarbetare.",
            "Rutinen ska förankras tydligare under året.");
        report.Write(db.NewId(), MedicineStores.ControlKey,
            "Utöver kontrollerna har MAS gått igenom alla förråd tillsammans med extern apotekare.", "",
            "Förrådet L08 ska föras in i planen.");
        report.Write(db.NewId(), Phones.ControlKey, "", "Innehållet är raderat och medarbetarna är påminda på APT.", "");
        db.Reports.Add(report);
        await db.SaveAsync(Acts.StartReport, stop: stop);
        clock.Set(Earliest(new(today.Year, 2, 11)));
        (await new ReportComposer(databases).DraftAsync(report, stop)).Sign(db, report, town.Person("Förvaltningschef").Id, "Förvaltningschef");
        await db.SaveAsync(Acts.SignReport, stop: stop);
        report.Send($"SN {today.Year}/31", Earliest(new(today.Year, 2, 14)));
        await db.SaveAsync(Acts.RegisterReport, stop: stop);

        // A second version, signed but not yet sent: work for the registrar.
        clock.Set(today.AddDays(-2));
        var second = Start(db, await db.Plans.FirstAsync(p => p.Year == LastYear, stop), ReportKind.FullYear, number: 2);
        second.Describe(second.Head with { CheckedOn = Earliest(new(today.Year, 1, 28)) });
        second.Write(db.NewId(), "", "Version 2 kompletterar den första med vad som har gjorts sedan dess.", "", "");
        db.Reports.Add(second);
        await db.SaveAsync(Acts.StartReport, stop: stop);
        (await new ReportComposer(databases).DraftAsync(second, stop)).Sign(db, second, town.Person("Förvaltningschef").Id, "Förvaltningschef");
        await db.SaveAsync(Acts.SignReport, stop: stop);

        if (today < new DateOnly(today.Year, 9, 1)) return;
        clock.Set(Earliest(new(today.Year, 9, 10)));
        var interim = Start(db, await db.Plans.FirstAsync(p => p.Year == today.Year, stop), ReportKind.Interim);
        interim.Describe(interim.Head with { CheckedOn = Earliest(new(today.Year, 9, 8)) });
        db.Reports.Add(interim);
        await db.SaveAsync(Acts.StartReport, stop: stop);
    }

    private DateOnly Earliest(DateOnly wanted) => wanted < today ? wanted : today;

    private static Report Start(VattenpassDb db, Plan plan, ReportKind kind, int number = 1) =>
        new(db.NewId(), plan.Id, plan.AtUnit, plan.Year, kind, ReportPeriods.Of(kind, plan.Year, LocalRules.Standard), number,
            ReportHead.Usual with { PreparedBy = "Utvecklingsledare", Place = "Lillsjö" }, db.Now);

    /// <summary>Something for those who only do what they are given: the manager has handed over one of this month's checks.</summary>
    private async Task HandOverAsync(DemoTown town, CancellationToken stop)
    {
        clock.Set(today.AddDays(-3));
        await using var db = databases.OpenAsSystem("demo");
        var open = await db.Occasions.Include(o => o.Control)
            .Where(o => o.Result == null && o.Opens <= today && o.Due >= today)
            .OrderBy(o => o.Due)
            .ToListAsync(stop);
        foreach (var (to, fits) in new (string, Func<Occasion, bool>)[]
        {
            ("Undersköterska Almgården", o => o.Control.Key == Phones.ControlKey && o.UnitId == town.Unit("SB01").Id),
            ("Loggranskare", o => o.Control.Key == LogControl.ControlKey && o.UnitId == town.Unit("IF01").Id),
        })
            open.FirstOrDefault(fits)?.HandOver(town.Person(to).Id);
        await db.SaveAsync(Acts.HandOverOccasion, stop: stop);

        // A top role that the administrator has given and that waits for a second person.
        var title = await db.Titles.FirstAsync(t => t.Name == "Loggranskare", stop);
        db.Assignments.Add(new(db.NewId(), await db.People.FirstAsync(p => p.Name == "Utvecklingsledare", stop), title, town.Unit("IF").Id,
            today, null, town.Person("Administratör").Id));
        await db.SaveAsync(Acts.ChangePeople, stop: stop);
    }
}
