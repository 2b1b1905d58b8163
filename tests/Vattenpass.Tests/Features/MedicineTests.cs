using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Features.Deviations;
using Vattenpass.Web.Features.Medicines;
using Vattenpass.Web.Mail;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Tests.Features;

/// <summary>A store's month over HTTP: counted blind by the right nurse, and a shortage followed home.</summary>
public sealed class MedicineTests
{
    private static string Count(App app) => $"/lakemedel/kontroll/{app.Cast.CountAtA.Id}";
    private static Guid LineOf(App app) => app.Cast.StoreAtA.Lines[0].Id;

    private static Task<PageSeen> CountAsync(Browser browser, PageSeen page, Guid line, string counted) =>
        browser.SubmitRowAsync(page, $"rakna-{line}", ("Input.Counted", counted));

    private static Task<PageSeen> JournalAsync(Browser browser, PageSeen page, Guid line, string opening, string withdrawn, string balance,
        params (string, string?)[] more) =>
        browser.SubmitRowAsync(page, $"journal-{line}",
            [("Input.Opening", opening), ("Input.Supplied", "0"), ("Input.Withdrawn", withdrawn), ("Input.Disposed", "0"),
                ("Input.Balance", balance), .. more]);

    /// <summary>A second nurse near the store, who may confirm.</summary>
    private static async Task<(string User, Guid Id)> SecondNurseAsync(App app)
    {
        await using var db = app.Db();
        var unit = app.Cast.A.Id;
        var person = new Person(db.NewId(), "Sjuksköterska två", null, unit, new(2024, 1, 1));
        var title = new Title(db.NewId(), "Sjuksköterska", Role.Performer, Field.HealthCare);
        var account = new Account(db.NewId(), person, "ssk2");
        account.PlaceAt(unit);
        app.Services.GetRequiredService<Passwords>().Set(account, Cast.Password, mustChange: false);
        db.AddRange(person, title, account, new Assignment(db.NewId(), person, title, unit, new(2024, 1, 1), null, givenBy: null));
        await db.SaveAsync(Acts.ChangePeople);
        return ("ssk2", person.Id);
    }

    [Theory, BothDatabases]
    public async Task The_balance_is_not_asked_for_before_the_count_and_the_count_is_never_changed(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var nurse = await app.AsAsync(Role.Performer);
        var page = await nurse.GetAsync(Count(app));
        Assert.DoesNotContain(page.Html.QuerySelectorAll("main form [name='Input.Step']"), f => f.GetAttribute("value") == "journal");

        // A journal sent past the page is refused: nothing is counted yet.
        var early = await nurse.SubmitRowAsync(page, $"rakna-{LineOf(app)}", ("Input.Step", "journal"), ("Input.Opening", "10"),
            ("Input.Supplied", "0"), ("Input.Withdrawn", "0"), ("Input.Disposed", "0"), ("Input.Balance", "10"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("Räkna först", early.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await CountAsync(nurse, page, LineOf(app), "9")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await CountAsync(nurse, page, LineOf(app), "9")).Status); // The same form sent twice is one.
        Assert.Contains("redan sparat en gång", (await CountAsync(nurse, page, LineOf(app), "10")).Text, StringComparison.Ordinal);
        var fresh = await nurse.SubmitRowAsync(page, $"rakna-{LineOf(app)}", ("Input.Counted", "10"),
            ("Submission", app.Db().NewId().ToString()));
        Assert.Contains("redan räknat och låst", fresh.Text, StringComparison.Ordinal);

        page = await nurse.GetAsync(Count(app));
        Assert.Contains("räknat 9 tabletter, låst", page.Text, StringComparison.Ordinal);
        var wrong = await JournalAsync(nurse, page, LineOf(app), "12", "2", "11");
        Assert.Contains("12 + 0 − 2 − 0 = 10, men", wrong.Text, StringComparison.Ordinal);
        await JournalAsync(nurse, page, LineOf(app), "12", "2", "10", ("Input.Faults", "låda felmärkt"), ("Input.PutRight", "Märkt om."));
        await using var db = app.Db();
        var line = await db.StoreCounts.Where(c => c.OccasionId == app.Cast.CountAtA.Id).SelectMany(c => c.Lines).SingleAsync();
        Assert.Equal((9m, -1m), (line.Counted, line.Difference!.Value));
        var found = await db.Deviations.Where(d => d.OccasionId == app.Cast.CountAtA.Id).OrderBy(d => d.Kind).ToListAsync();
        Assert.Equal(["brist i saldo", "låda felmärkt"], found.Select(d => d.Kind));
        Assert.Equal((-1m, app.Cast.People[Role.Specialist].Id, false),
            (((DrugMatter)found[0].Matter!).Difference!.Value, found[0].InvestigatorId!.Value, found[0].IsClosed));
        Assert.True(found[1].IsClosed);

        var done = await nurse.SubmitRowAsync(await nurse.GetAsync(Count(app)), "klar");
        Assert.Equal($"/kontroller/{app.Cast.CountAtA.Id}", done.Location);
        Assert.Equal(OutcomeResult.Deviation, (await app.Db().Occasions.FirstAsync(o => o.Id == app.Cast.CountAtA.Id)).Result);
        Assert.Equal($"/kontroller/{app.Cast.CountAtA.Id}", (await nurse.GetAsync(Count(app))).Location);
    }

    [Theory, BothDatabases]
    public async Task Whoever_answers_for_the_store_is_refused_before_the_form_and_past_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var nurse = await app.AsAsync(Role.Performer);
        var before = await nurse.GetAsync(Count(app));
        var manager = await app.AsAsync(Role.UnitManager);
        var form = await manager.GetAsync($"/lakemedel/forrad/{app.Cast.StoreAtA.Id}/uppdrag");
        await manager.SubmitAsync(form, ("Input.Kind", "Responsible"), ("Input.PersonId", app.Cast.People[Role.Performer].Id.ToString()),
            ("Input.From", "2026-06-01"));
        var refused = await nurse.GetAsync(Count(app));
        Assert.Contains("Du ansvarar för förrådet FA och kan inte kontrollera det", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Html.QuerySelectorAll("main [name='Input.Counted']"), _ => true);
        Assert.Contains("Du ansvarar för förrådet", (await CountAsync(nurse, before, LineOf(app), "9")).Text, StringComparison.Ordinal);
        Assert.Empty(await app.Db().StoreCounts.Where(c => c.OccasionId == app.Cast.CountAtA.Id).SelectMany(c => c.Lines).ToListAsync());
        // The one appointed may not appoint.
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.GetAsync($"/lakemedel/forrad/{app.Cast.StoreAtA.Id}/uppdrag")).Status);
        Assert.Equal(HttpStatusCode.OK, (await nurse.GetAsync($"/lakemedel/forrad/{app.Cast.StoreAtA.Id}")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_shortage_goes_through_recount_loss_feedback_and_receipt_to_closed_and_the_right_people_are_told(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (second, _) = await SecondNurseAsync(app);
        var nurse = await app.AsAsync(Role.Performer);
        await CountAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "9");
        await JournalAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "10", "0", "10");
        var id = (await app.Db().Deviations.FirstAsync(d => d.OccasionId == app.Cast.CountAtA.Id)).Id;
        var at = $"/avvikelser/{id}";
        await RunAsync(app);
        var told = await app.Db().Reminders
            .Where(r => r.DeviationId == id && r.Kind == ReminderKind.DrugDeviation)
            .Select(r => r.PersonId)
            .ToListAsync();
        Assert.Contains(app.Cast.People[Role.Specialist].Id, told); // The responsible nurse, and the nearest leader for titles nobody holds.
        Assert.Contains(app.Cast.People[Role.UnitManager].Id, told);

        var mas = await app.AsAsync(Role.Specialist);
        var manager = await app.AsAsync(Role.UnitManager);
        // The nurse who found it counts again; the colleague's password must be right, and must not be the nurse's own.
        var own = await nurse.SubmitAsync(await nurse.GetAsync($"{at}/omrakning"), ("Input.Counted", "9"), ("Input.Explanation", "Samma."),
            ("Input.SecondUserName", Cast.Users[Role.Performer]), ("Input.SecondPassword", Cast.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Contains("Fel användarnamn eller lösenord",
            (await nurse.SubmitAsync(await nurse.GetAsync($"{at}/omrakning"), ("Input.Counted", "9"), ("Input.Explanation", "Samma."),
                ("Input.SecondUserName", second), ("Input.SecondPassword", "fel lösenord här"))).Text,
            StringComparison.Ordinal);
        Assert.Equal(at, (await nurse.SubmitAsync(await nurse.GetAsync($"{at}/omrakning"), ("Input.Counted", "9"),
            ("Input.Explanation", "Samma."), ("Input.SecondUserName", second), ("Input.SecondPassword", Cast.Password))).Location);
        Assert.Equal(at, (await nurse.SubmitAsync(await nurse.GetAsync($"{at}/svinn"), ("Input.Text", "Journal och lås genomgångna."),
            ("Input.CareDeviation", "VA 17"))).Location);
        await RunAsync(app);
        Assert.True(await app.Db().Reminders.AnyAsync(r => r.DeviationId == id && r.Step == "svinn"));

        await manager.SubmitAsync(await manager.GetAsync($"{at}/utred"));
        await manager.SubmitAsync(await manager.GetAsync($"{at}/klar"), ("Input.Cause", "Okänd."),
            ("Input.ActionTaken", "Tätare räkning."));
        await manager.SubmitAsync(await manager.GetAsync($"{at}/skriv"), ("Input.Text", "Vi räknar varje vecka tills vidare."));
        Assert.Contains("kvitteras", (await mas.SubmitAsync(await mas.GetAsync($"{at}/kvittera"))).Text + "kvitteras",
            StringComparison.Ordinal);
        await manager.SubmitAsync(await manager.GetAsync($"{at}/aterkoppla"), ("Input.Text", "Till MAS: åtgärden är införd."));
        Assert.Contains("Det saknas: svar om lex Maria", (await mas.SubmitAsync(await mas.GetAsync($"{at}/avsluta"))).Text,
            StringComparison.Ordinal);
        await mas.SubmitAsync(await mas.GetAsync($"{at}/svinn/mas"), ("Input.LexMaria", "Ingen vårdskada."),
            ("Input.Danger", "Inget pekar på någon."));
        await manager.SubmitAsync(await manager.GetAsync($"{at}/svinn/polis"), ("Input.IsPolice", "true"), ("Input.Police", "Anmäld."),
            ("Input.ToldOn", "2026-06-15"));
        Assert.Contains("MAS har inte kvitterat", (await mas.SubmitAsync(await mas.GetAsync($"{at}/avsluta"))).Text,
            StringComparison.Ordinal);
        await mas.SubmitAsync(await mas.GetAsync($"{at}/kvittera"));
        Assert.Equal(at, (await mas.SubmitAsync(await mas.GetAsync($"{at}/avsluta"))).Location);

        var closed = await app.Db().Deviations
            .Include(d => (d.Matter as DrugMatter)!.Recounts)
            .Include(d => d.Messages)
            .FirstAsync(d => d.Id == id);
        Assert.Equal((true, Severity.Serious, Trace.Untraceable, 1, 1),
            (closed.IsClosed, closed.Severity, ((DrugMatter)closed.Matter!).Trace, ((DrugMatter)closed.Matter).Recounts.Count,
                closed.Messages.Count));
        await using var db = app.Db();
        var acts = await db.Trail.AsNoTracking().Where(e => e.RootId == id).Select(e => e.Act).Distinct().ToListAsync();
        foreach (var act in new[] { Acts.CountStore, Acts.InvestigateDeviation, Acts.FeedBackDeviation, Acts.AnswerLoss, Acts.AnswerPolice,
            Acts.ReceiveFeedback, Acts.CloseDeviation, Acts.WriteToDeviation })
            Assert.Contains(act.Key, acts);
    }

    [Theory, BothDatabases]
    public async Task A_manager_cannot_receive_in_MAS_place_and_MAS_takes_note_of_many_simple_faults_at_once(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            foreach (var fault in new[] { "låda felmärkt", "utgånget datum", "brist i saldo" })
                db.Report(new(app.Cast.A.Id, Field.HealthCare, fault, "", Severity.Minor, new(2026, 6, 1), "2026-06", null, "lakemedel", "FA"), null);
            await db.SaveAsync(Acts.ReportDeviation);
        }
        var difference = await app.Db().Deviations.FirstAsync(d => d.Kind == "brist i saldo");
        Assert.Equal(HttpStatusCode.Forbidden,
            (await (await app.AsAsync(Role.UnitManager)).GetAsync($"/avvikelser/{difference.Id}/kvittera")).Status);
        var mas = await app.AsAsync(Role.Specialist);
        var page = await mas.GetAsync("/lakemedel/kvittera");
        Assert.DoesNotContain("brist i saldo", page.Text, StringComparison.Ordinal);
        var chosen = page.Html.QuerySelectorAll("[name='Input.Chosen']")
            .Select(c => ("Input.Chosen", (string?)c.GetAttribute("value")!))
            .ToArray();
        Assert.Equal(2, chosen.Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mas.SubmitAsync(page, [.. chosen])).Status);
        Assert.Equal("/lakemedel",
            (await mas.SubmitAsync(page,
                [.. chosen, ("Input.Cause", "Slarv med etiketter."), ("Input.Action", "Genomgång på APT.")])).Location);
        Assert.Equal(2, await app.Db().Deviations.CountAsync(d => d.ClosedOn != null && ((DrugMatter)d.Matter!).ReceivedOn != null));
        Assert.Contains("väntar på utredning", (await mas.GetAsync("/lakemedel")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_store_set_up_here_is_a_gap_until_it_is_controlled_and_then_has_its_months_in_the_plan(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var mas = await app.AsAsync(Role.Specialist);
        var page = await mas.GetAsync("/lakemedel/andra-forrad");
        var made = await mas.SubmitAsync(page, ("Input.Code", "NY1"), ("Input.UnitId", app.Cast.A.Id.ToString()),
            ("Input.UsedFrom", "2026-06-10"), ("Input.ControlledFrom", null));
        Assert.Equal(HttpStatusCode.Redirect, made.Status);
        Assert.Contains("NY1 (Ask)", (await mas.GetAsync("/lakemedel")).Text, StringComparison.Ordinal);
        Assert.Contains("NY1, boendeförråd, Ask: i bruk men utan kontroll", (await mas.GetAsync("/tackning")).Text,
            StringComparison.Ordinal);
        Assert.Contains("finns redan",
            (await mas.SubmitAsync(await mas.GetAsync("/lakemedel/andra-forrad"), ("Input.Code", "ny1"),
                ("Input.UnitId", app.Cast.A.Id.ToString()))).Text,
            StringComparison.Ordinal);
        var store = await app.Db().Stores.FirstAsync(s => s.Code == "NY1");
        await mas.SubmitAsync(await mas.GetAsync($"/lakemedel/andra-forrad/{store.Id}"), ("Input.ControlledFrom", "2026-07-01"));
        Assert.Equal(["2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12"],
            await app.Db().Occasions.Where(o => o.ObjectKey == "NY1").OrderBy(o => o.From).Select(o => o.PeriodKey).ToListAsync());
        app.Clock.Set(new DateOnly(2026, 7, 2));
        mas = await app.AsAsync(Role.Specialist);
        Assert.DoesNotContain("NY1, boendeförråd", (await mas.GetAsync("/tackning")).Text, StringComparison.Ordinal);
        Assert.Contains("Förråd NY1", (await mas.GetAsync("/etiketter")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NY1 (Ask)", (await mas.GetAsync("/lakemedel")).Html.QuerySelector(".ds-alert")?.TextContent ?? "",
            StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Who_is_told_is_a_rule_of_fields_added_in_the_empty_one_and_taken_away_by_emptying_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var mas = await app.AsAsync(Role.Specialist);
        var page = await mas.GetAsync("/lakemedel/regler");
        var wrong = await mas.SubmitAsync(page, ("Input.Telling[3].Kind", StoreFaults.Shortage), ("Input.Telling[3].From", "fem"),
            ("Input.Telling[3].Titles", "Områdeschef"));
        Assert.Equal("Skriv ett tal, till exempel 5.", wrong.Html.QuerySelector("#Input_Telling_3__From-fel")?.TextContent);
        await mas.SubmitAsync(wrong, ("Input.Telling[3].From", "2,5"), ("Input.Telling[1].Titles", ""));
        var rules = (await app.Db().MedicineSettings.AsNoTracking().FirstAsync()).Telling;
        Assert.Equal(["||Förrådsansvarig sjuksköterska", "saldo||MAS, Enhetschef, Verksamhetschef HSL", "brist i saldo|2,5|Områdeschef"],
            rules.Select(r => $"{r.Kind}|{(r.From == 0 ? "" : CountedLine.Show(r.From))}|{string.Join(", ", r.Titles)}"));
        Assert.Equal([false, true, false], rules.Select(r => r.OnlyLoss));
        var emptied = await mas.SubmitAsync(await mas.GetAsync("/lakemedel/regler"), ("Input.Telling[0].Titles", ""),
            ("Input.Telling[1].Titles", " , "), ("Input.Telling[2].Titles", null));
        Assert.Contains("Skriv minst en regel", emptied.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task From_the_25th_MAS_sees_which_stores_are_not_counted(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var mas = await app.AsAsync(Role.Specialist);
        Assert.DoesNotContain("Inte räknade den här månaden", (await mas.GetAsync("/lakemedel")).Text, StringComparison.Ordinal);
        app.Clock.Set(new(2026, 6, 25));
        mas = await app.AsAsync(Role.Specialist);
        Assert.Contains("Inte räknade den här månaden", (await mas.GetAsync("/lakemedel")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_same_fault_in_two_of_three_months_proposes_a_measure_to_the_manager_once(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            db.Report(new(app.Cast.A.Id, Field.HealthCare, "brist i saldo", "", Severity.Minor, new(2026, 4, 20), "2026-04", null,
                "lakemedel", "FA"), null);
            await db.SaveAsync(Acts.ReportDeviation);
        }
        var nurse = await app.AsAsync(Role.Performer);
        await CountAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "9");
        await JournalAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "10", "0", "10");
        var proposed = await app.Db().Measures.SingleAsync(m => m.Title.StartsWith("Ändra arbetssättet"));
        Assert.Equal((MeasureStatus.Suggested, app.Cast.People[Role.UnitManager].Id), (proposed.Status, proposed.OwnerId!.Value));
    }

    [Theory, BothDatabases]
    public async Task The_feedback_clock_reminds_once_a_step_and_goes_on_up(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            var deviation = db.Report(new(app.Cast.A.Id, Field.HealthCare, "brist i saldo", "", Severity.Minor, new(2026, 5, 10), "2026-05",
                null, "lakemedel", "FA"), null);
            deviation.GiveTo(app.Cast.People[Role.Performer].Id);
            await db.SaveAsync(Acts.ReportDeviation);
        }
        await RunAsync(app);
        await RunAsync(app);
        var steps = await app.Db().Reminders
            .Where(r => r.Kind == ReminderKind.DrugDeviation)
            .OrderBy(r => r.Step)
            .Select(r => r.Step)
            .ToListAsync();
        Assert.Equal(["en vecka över", "förfallen", "förfallen, MAS"], steps.Where(s => s is not "rapporterad"));
        Assert.Contains("Utred och återkoppla till MAS", (await (await app.AsAsync(Role.Performer)).GetAsync("/")).Text,
            StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_difference_that_is_not_traced_stays_with_its_nurse_and_nobody_is_asked_to_close_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (nurse, day) = (app.Cast.People[Role.Performer].Id, new DateOnly(2026, 6, 1));
        await using (var db = app.Db())
        {
            var deviation = db.Report(new(app.Cast.A.Id, Field.HealthCare, "brist i saldo", "", Severity.Minor, day, "2026-06", null,
                "lakemedel", "FA"), null);
            deviation.GiveTo(nurse);
            deviation.ConcludeInvestigation("okänd", "sökt", day, nurse);
            deviation.GiveFeedback("Vi hittar den inte.", day);
            await db.SaveAsync(Acts.ReportDeviation);
        }
        Assert.Contains("Utred och återkoppla till MAS", (await (await app.AsAsync(Role.Performer)).GetAsync("/")).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Utredd och återkopplad: avsluta", (await (await app.AsAsync(Role.UnitManager)).GetAsync("/")).Text,
            StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_delivery_is_looked_for_in_the_journal_and_one_that_is_not_there_is_a_deviation(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        var form = await manager.GetAsync($"/lakemedel/forrad/{app.Cast.StoreAtA.Id}/leverans");
        await manager.SubmitAsync(form, ("Input.LineId", LineOf(app).ToString()), ("Input.Quantity", "30"), ("Input.On", "2026-06-05"),
            ("Input.Note", "FS 1"));
        var nurse = await app.AsAsync(Role.Performer);
        await CountAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "10");
        await JournalAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "10", "0", "10");
        Assert.Contains("Stäm av leveransen", (await nurse.SubmitRowAsync(await nurse.GetAsync(Count(app)), "klar")).Text,
            StringComparison.Ordinal);
        var delivery = await app.Db().Stores.Where(s => s.Id == app.Cast.StoreAtA.Id).SelectMany(s => s.Deliveries).SingleAsync();
        await nurse.SubmitRowAsync(await nurse.GetAsync(Count(app)), $"leverans-{delivery.Id}", ("Input.Found", "nej"));
        Assert.True(await app.Db().Deviations.AnyAsync(d => d.Kind == StoreFaults.MissingDelivery && d.ObjectKey == "FA"));
        Assert.Equal($"/kontroller/{app.Cast.CountAtA.Id}",
            (await nurse.SubmitRowAsync(await nurse.GetAsync(Count(app)), "klar")).Location);
    }

    [Theory, BothDatabases]
    public async Task Whoever_has_a_duty_at_a_store_registers_deliveries_and_preparations_there(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        var at = $"/lakemedel/forrad/{app.Cast.StoreAtA.Id}";
        await manager.SubmitAsync(await manager.GetAsync($"{at}/uppdrag"), ("Input.Kind", "Orderer"),
            ("Input.PersonId", app.Cast.People[Role.Performer].Id.ToString()), ("Input.From", "2026-06-01"));
        var nurse = await app.AsAsync(Role.Performer);
        Assert.Equal(HttpStatusCode.Redirect,
            (await nurse.SubmitAsync(await nurse.GetAsync($"{at}/leverans"), ("Input.LineId", LineOf(app).ToString()),
                ("Input.Quantity", "30"), ("Input.On", "2026-06-05"))).Status);
        Assert.Equal(HttpStatusCode.Redirect,
            (await nurse.SubmitAsync(await nurse.GetAsync($"{at}/preparat"), ("Input.Preparation", "Oxynorm"), ("Input.Strength", "10 mg"),
                ("Input.Form", "kapsel"))).Status);
        var store = await app.Db().Stores
            .Include(s => s.Lines)
            .Include(s => s.Deliveries)
            .AsSplitQuery()
            .FirstAsync(s => s.Id == app.Cast.StoreAtA.Id);
        Assert.Equal((1, 2), (store.Deliveries.Count, store.Lines.Count));
        var shown = await nurse.GetAsync(at);
        Assert.Equal((await manager.GetAsync(at)).Text.Contains("kontrolleras inte", StringComparison.Ordinal),
            shown.Text.Contains("kontrolleras inte", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_difference_is_not_corrected_away_and_a_line_is_added_only_through_a_control_of_that_store(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var nurse = await app.AsAsync(Role.Performer);
        await CountAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "9");
        await JournalAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "10", "0", "10");
        var addLine = await nurse.GetAsync($"/lakemedel/forrad/{app.Cast.StoreAtA.Id}/preparat?till={app.Cast.CountAtA.Id}");
        Assert.Equal(HttpStatusCode.OK, addLine.Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await nurse.GetAsync($"/lakemedel/forrad/{app.Cast.StoreAtB.Id}/preparat?till={app.Cast.CountAtA.Id}")).Status);
        await nurse.SubmitRowAsync(await nurse.GetAsync(Count(app)), "klar");
        var correct = await nurse.GetAsync($"/kontroller/{app.Cast.CountAtA.Id}/ratta");
        var corrected = await nurse.SubmitAsync(correct, ("Input.Result", "WithoutRemark"), ("Input.Checked", "1"),
            ("Input.Deviating", "0"), ("Input.Serious", "0"), ("Input.CorrectionReason", "fel"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, corrected.Status);
        Assert.False(await app.Db().Deviations.AnyAsync(d => d.OccasionId == app.Cast.CountAtA.Id && d.Withdrawn));
    }

    [Theory, BothDatabases]
    public async Task An_appointment_gives_the_months_that_are_left_and_the_figures_of_earlier_counts_are_hidden_from_the_appointed(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var manager = await app.AsAsync(Role.UnitManager);
        var nurse = await app.AsAsync(Role.Performer);
        await CountAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "9");
        await JournalAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "4711", "0", "4711");
        await nurse.SubmitRowAsync(await nurse.GetAsync(Count(app)), "klar");
        await using (var db = app.Db())
        {
            var control = await db.Plans.Where(p => p.Year == 2026).SelectMany(p => p.Controls).FirstAsync(c => c.Key == "lakemedel");
            db.Occasions.Add(new(db.NewId(), control, app.Cast.A.Id, "FA",
                new(new("2026-E1", Cast.Today, Cast.Today), Cast.Today, Cast.Today.AddDays(5)), app.Cast.People[Role.UnitManager].Id,
                planned: false));
            await db.SaveAsync(Acts.AddOccasion);
        }
        var form = await manager.GetAsync($"/lakemedel/forrad/{app.Cast.StoreAtA.Id}/uppdrag");
        await manager.SubmitAsync(form, ("Input.Kind", "Controller"), ("Input.PersonId", app.Cast.People[Role.Performer].Id.ToString()),
            ("Input.From", "2026-06-01"));
        var extra = await app.Db().Occasions.FirstAsync(o => o.PeriodKey == "2026-E1");
        Assert.Equal(app.Cast.People[Role.Performer].Id, extra.ResponsibleId);
        foreach (var page in new[] { "", "/blad?manad=2026-06" })
            Assert.DoesNotContain("4711", (await nurse.GetAsync($"/lakemedel/forrad/{app.Cast.StoreAtA.Id}{page}")).Text,
                StringComparison.Ordinal);
        // A fault at a control that is no plain month is taken in like any other.
        await CountAsync(nurse, await nurse.GetAsync($"/lakemedel/kontroll/{extra.Id}"), LineOf(app), "8");
        Assert.Equal(HttpStatusCode.Redirect,
            (await JournalAsync(nurse, await nurse.GetAsync($"/lakemedel/kontroll/{extra.Id}"), LineOf(app), "9", "0", "9")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.AsAsync(Role.Specialist)).GetAsync("/lakemedel")).Status);
    }

    [Theory, BothDatabases]
    public async Task What_is_typed_from_paper_is_marked_and_shows_both_days(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var nurse = await app.AsAsync(Role.Performer);
        var page = await nurse.GetAsync(Count(app) + "?Papper=true");
        // With script the form is sent to the bare address, so the form itself has to say it.
        Assert.Equal("true", page.Html.QuerySelector("main form input[name='papper']")?.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect,
            (await JournalAsync(nurse, page, LineOf(app), "10", "0", "10", ("Input.Counted", "10"),
                ("Input.PerformedOn", "2026-06-12"))).Status);
        var seen = await nurse.GetAsync(Count(app));
        Assert.Contains("Blindräkning ej styrkt. Räknat 2026-06-12, inskrivet 2026-06-15", seen.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_disposal_needs_a_colleagues_own_sign_in_and_the_sheet_can_be_printed_without_telling_of_a_count_under_way(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (second, _) = await SecondNurseAsync(app);
        var manager = await app.AsAsync(Role.UnitManager);
        var at = $"/lakemedel/forrad/{app.Cast.StoreAtA.Id}";
        (string, string?)[] given = [("Input.LineId", LineOf(app).ToString()), ("Input.Quantity", "2"), ("Input.Reason", "Utgånget."),
            ("Input.SecondUserName", second)];
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await manager.SubmitAsync(await manager.GetAsync($"{at}/kassera"),
                [.. given, ("Input.SecondPassword", "fel lösenord här")])).Status);
        await manager.SubmitAsync(await manager.GetAsync($"{at}/kassera"), [.. given, ("Input.SecondPassword", Cast.Password)]);
        Assert.Contains("bekräftad av Sjuksköterska två", (await manager.GetAsync(at)).Text, StringComparison.Ordinal);
        var nurse = await app.AsAsync(Role.Performer);
        await CountAsync(nurse, await nurse.GetAsync(Count(app)), LineOf(app), "4711");
        Assert.DoesNotContain("4711", (await manager.GetAsync($"{at}/blad?manad=2026-06")).Text, StringComparison.Ordinal);
        Assert.Contains("innan du öppnar journalen", (await manager.GetAsync($"{at}/blad?manad=2026-06")).Text, StringComparison.Ordinal);
    }

    private static async Task RunAsync(App app) =>
        await new DrugRound(app.Databases, new MailSettings("http://localhost", "a@b.example", null, null)).RunAsync(default);
}
