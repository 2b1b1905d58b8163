using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Features.Plans;
using Vattenpass.Web.Features.Samples;

namespace Vattenpass.Tests.Features;

public sealed class LibraryTests
{
    /// <summary>Every built-in template: added to a draft in the browser, adopted, drawn, performed, and told in the full-year report.</summary>
    [Theory, BothDatabases]
    public async Task Each_template_can_be_added_to_a_plan_and_performed_end_to_end(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        for (var n = 0; n < ControlKinds.Templates.Count; n++)
        {
            var page = await coordinator.GetAsync($"/plan/2027/kontroll?mall={n}");
            var added = await coordinator.SubmitAsync(page,
                ControlKinds.Templates[n].Content.Scope is ScopeKind.ChosenUnits ? [("Input.ChosenUnits", $"{app.Cast.A.Id}")] : []);
            Assert.True(added.Location == "/plan/2027", $"{ControlKinds.Templates[n].Content.Title}: {added.Text}");
        }
        await RegistersAsync(app);
        var head = await app.AsAsync(Role.DepartmentHead);
        Assert.Equal(HttpStatusCode.Redirect, (await head.SubmitAsync(await head.GetAsync("/plan/2027/foresla"))).Status);
        var registrar = await app.AsAsync(Role.Registrar);
        await registrar.SubmitAsync(await registrar.GetAsync("/plan/2027/faststall"), ("Input.Date", "2026-06-15"),
            ("Input.Paragraph", "88"), ("Input.RegistryNumber", "SN 2026/77"));
        app.Clock.Set(new(2027, 12, 30));
        await new ListRound(app.Databases).RunAsync(default);

        await using var db = app.Db();
        var plan = await db.Plans.Include(p => p.Controls).FirstAsync(p => p.Year == 2027);
        Assert.Equal(plan.Controls.Select(c => c.FormKey).Where(k => k.Length > 0).Distinct().Order(),
            await db.Forms.Where(f => f.PublishedOn != null).Select(f => f.Key).OrderBy(k => k).ToListAsync());
        coordinator = await app.AsAsync(Role.Coordinator);
        foreach (var control in plan.Controls.Where(c => c.FormKey.Length > 0))
        {
            var occasion = (await db.Occasions.Include(o => o.Control)
                .Where(o => o.ControlId == control.Id && o.Opens <= new DateOnly(2027, 12, 30) && o.Due >= new DateOnly(2027, 12, 30))
                .OrderBy(o => o.Id)
                .ToListAsync()).FirstOrDefault(o => o.UnitId != app.Cast.B.Id)
                ?? await db.Occasions.Include(o => o.Control)
                .Where(o => o.ControlId == control.Id && o.UnitId != app.Cast.B.Id)
                .OrderByDescending(o => o.Due)
                .FirstAsync();
            await GiveToCoordinatorAsync(app, occasion.Id);
            await PerformAsync(coordinator, occasion.Id, control);
        }
        var trail =
            await (from e in db.Trail where e.ObjectType == nameof(Check) join v in db.TrailValues on e.Id equals v.EntryId select v.Values).ToListAsync();
        var answers = trail.Where(v => v.Contains("\"Answers\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(answers);
        Assert.All(answers, v => Assert.DoesNotContain("•", v, StringComparison.Ordinal));
        var text = (await coordinator.GetAsync("/nyckeltal/2027")).Status;
        Assert.Equal(HttpStatusCode.OK, text);
        var report = await coordinator.SubmitAsync(await coordinator.GetAsync("/rapporter/ny"), ("Input.PlanId", $"{plan.Id}"),
            ("Input.Kind", "FullYear"));
        var shown = (await coordinator.FollowAsync(report)).Text;
        foreach (var control in plan.Controls.Where(c => c.FormKey.Length > 0))
            Assert.Contains(control.Title, shown, StringComparison.Ordinal);
        Assert.Contains("slumpmässigt", shown, StringComparison.Ordinal);
        Assert.Contains("Prognosens avvikelse från budget (minus är underskott), senast:", shown, StringComparison.Ordinal);
        var quarter = await coordinator.GetAsync("/tidsfrister/rapport?kvartal=2027-K4");
        Assert.Contains("Egenkontroll vid utskottet", quarter.Text, StringComparison.Ordinal);
        Assert.Contains("Utredning: 2 av 6 kontrollerade, inget fel", quarter.Text, StringComparison.Ordinal);
    }

    private static async Task RegistersAsync(App app)
    {
        await using var db = app.Db();
        foreach (var (kind, columns) in new[] { (RegisterKinds.Documentation, "dokumentation-id"), (RegisterKinds.Grants, "bidrag"),
            (RegisterKinds.Cases, "ärende"), (RegisterKinds.Accounts, "system"), (RegisterKinds.Phones, "telefon-id"),
            (RegisterKinds.Providers, "utförare"), (RegisterKinds.Undecided, "insats-id"), (RegisterKinds.ProviderFiles, "dokumentation-id") })
        {
            var import = db.RegisterImports.Add(new(db.NewId(), kind, 2027, "f.csv", "", db.Now, "test", Provenance.Unknown)).Entity;
            import.PlaceAt(app.Cast.Board.Id);
            for (var n = 0; n < 6; n++)
                db.RegisterRows.Add(new(db.NewId(), kind, 2027, $"{kind.Key}-{n}",
                    kind.Columns.ToDictionary(c => c.Name,
                        c => c.Name == columns
                            ? $"{kind.Key}-{n}"
                            : c.Type is ColumnType.Date && c.Required ? "2027-01-05"
                            : c.Name == "enhet" ? "Ask"
                            : c.Name == "typ" ? "utredning"
                            : c.Name == "utförare" ? "Omsorgsbolaget"
                            : ""),
                    kind.UnitColumn == "enhet" ? app.Cast.A.Id : app.Cast.Board.Id, import.Id));
        }
        await db.SaveAsync(Acts.ImportRegisters);
    }

    private static async Task GiveToCoordinatorAsync(App app, Guid id)
    {
        await using var db = app.Db();
        (await db.Occasions.Include(o => o.Outcomes).FirstAsync(o => o.Id == id)).HandOver(app.Cast.People[Role.Coordinator].Id);
        await db.SaveAsync(Acts.HandOverOccasion);
    }

    /// <summary>As a person would: each row of the list with answers that are all well.</summary>
    private static async Task PerformAsync(Browser browser, Guid id, Control control)
    {
        var form = ControlKinds.FindForm(control.FormKey)!;
        for (var rows = 0; rows < 20; rows++)
        {
            var page = await browser.GetAsync($"/kontroller/{id}/lista");
            if (page.Location is not null) break;
            var key = page.Html.QuerySelector("details.rad-att-gora [name='Input.Key']")?.GetAttribute("value")
                ?? throw new InvalidOperationException($"{control.Title}: {(int)page.Status} {page.Body}");
            var answers = Web.Demo.DemoAnswers.Of(form, wrong: false, new Random(1))
                .Where(a => a.Value is not null)
                .Select(a => ($"Input.Answers[{a.Key}]", a.Value))
                .ToArray();
            var sent = await browser.SubmitRowAsync(page, key, answers);
            Assert.True(sent.Status is HttpStatusCode.Redirect, $"{control.Title}: {sent.Text}");
        }
        var shown = (await browser.GetAsync($"/kontroller/{id}")).Text;
        Assert.True(shown.Contains("utan anmärkning", StringComparison.Ordinal), $"{control.Title}: {shown}");
    }

    [Theory, BothDatabases]
    public async Task Controls_and_forms_go_to_another_municipality_and_work_there(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var file = LibraryFile.Read((await coordinator.GetAsync("/bibliotek/bibliotek.json")).Bytes);
        Assert.Equal(ControlKinds.Templates.Count, file.Controls.Count);

        var own = new CheckForm("nycklar", "Nyckelskåp", [new("las", "Är skåpet låst?") { Deviates = ["nej"], Fault = "olåst skåp" }]);
        var theirs = new LibraryFile(1, "Grannkommunen",
            [new("egen", new() { Title = "Nyckelskåp", LegalBasis = [new("KL 2017:725 6 kap. 6 §")], FormKey = "nycklar" }, own)]);
        var read = await coordinator.UploadAsync(await coordinator.GetAsync("/bibliotek"), "fil",
            [("b.json", System.Text.Encoding.UTF8.GetString(theirs.Write()))]);
        Assert.Equal("/bibliotek", read.Location);
        Guid id;
        await using (var db = app.Db()) id = (await db.LibraryItems.SingleAsync(i => i.Id != app.Cast.LibraryItem.Id)).Id;
        var added = await coordinator.SubmitAsync(await coordinator.GetAsync($"/plan/2027/kontroll?mall={id}"));
        Assert.Equal("/plan/2027", added.Location);
        await using var after = app.Db();
        Assert.Equal("nycklar", (await after.Forms.SingleAsync()).Key);

        foreach (var broken in new[] { "{}", "inte json", """{"vattenpass":2,"controls":[]}""", """{"vattenpass":1,"controls":[{"key":"x"}]}""", """{"vattenpass":1,"source":"x","controls":[null]}""",
            """{"vattenpass":1,"source":"x","controls":[{"key":"egen","content":{"title":"A","legalBasis":[null]}}]}""",
            """{"vattenpass":1,"source":"x","controls":[{"key":"egen","content":{"title":"A","purpose":null,"legalBasis":[{"reference":"KL"}]}}]}""",
            """{"vattenpass":1,"source":"x","controls":[{"key":"egen","content":{"title":"A","legalBasis":[{"reference":"KL"}],"recurrence":{"kind":"NamedMonths","months":[13]}}}]}""",
            """{"vattenpass":1,"source":"x","controls":[{"key":"egen","content":{"title":"A","legalBasis":[{"reference":"KL"}],"recurrence":{"kind":"ByClass","classes":{"column":"k"}}}}]}""",
            """{"vattenpass":1,"source":"x","controls":[{"key":"egen","content":{"title":"A","legalBasis":[{"reference":"KL"}],"scope":"Objects","register":"utförare","recurrence":{"kind":"ByClass","classes":{"column":"k","rows":[null]}}}}]}""",
            """{"vattenpass":1,"source":"x","controls":[{"key":"egen","content":{"title":"A","legalBasis":[{"reference":"KL"}],"scope":"Objects","register":"utförare","recurrence":{"kind":"AfterDate","after":{"days":3}}}}]}""",
            """{"vattenpass":1,"source":"x","controls":[{"key":"egen","content":{"title":"A","legalBasis":[{"reference":"KL"}]},"form":{"key":"f","title":"F","items":[null]}}]}""" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity,
                (await coordinator.UploadAsync(await coordinator.GetAsync("/bibliotek"), "fil", [("b.json", broken)])).Status);
    }

    [Theory, BothDatabases]
    public async Task A_template_with_two_receivers_keeps_both_in_and_out_again(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        await using (var made = app.Db())
        {
            foreach (var title in new[] { "Undersköterska", "Enhetschef", "MAS" })
                if (!await made.Titles.AnyAsync(t => t.Name == title)) made.Titles.Add(new(made.NewId(), title, Role.Performer, Field.General));
            await made.SaveAsync(Acts.ChangeOrganisation);
        }
        var bytes = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", "templates", "temperatur-kylskap.json"))
            .Replace("\"performerTitle\": \"Undersköterska\"", "\"performerTitle\": \"Undersköterska, Enhetschef\"", StringComparison.Ordinal)
            .Replace("\"reportingTitle\": \"Enhetschef\"", "\"reportingTitle\": \"Enhetschef, MAS\"", StringComparison.Ordinal);
        Assert.Equal("/bibliotek", (await coordinator.UploadAsync(await coordinator.GetAsync("/bibliotek"), "fil", [("b.json", bytes)])).Location);
        Guid id;
        await using (var db = app.Db()) id = (await db.LibraryItems.SingleAsync(i => i.Id != app.Cast.LibraryItem.Id)).Id;
        var form = await coordinator.GetAsync($"/plan/2027/kontroll?mall={id}");
        var added = await coordinator.SubmitAsync(form, ("Input.Scope", nameof(ScopeKind.Units)), ("Input.Register", ""));
        Assert.True(added.Location == "/plan/2027", added.Text);
        await using var after = app.Db();
        var control = (await after.Plans.Include(p => p.Controls).SingleAsync(p => p.Year == 2027)).Controls.Single(c => c.Title == "Temperatur i kylskåp");
        Assert.Equal(("Undersköterska, Enhetschef", "Enhetschef, MAS", "Enhetschef, MAS"), (control.PerformerTitles, control.ReportingTitles, control.ToldTitles));
        var shown = (await coordinator.GetAsync($"/plan/2027/kontroll/{control.Id}")).Html;
        Assert.Equal(["Enhetschef", "MAS"], shown.QuerySelectorAll("input[name='Input.ToldTitles'][checked]").Select(i => i.GetAttribute("value")).Order());
    }

    [Theory, BothDatabases]
    public async Task A_form_in_use_is_changed_by_a_new_version_only(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var changed = await coordinator.SubmitAsync(await coordinator.GetAsync("/formular/hygien/fraga?nummer=0"),
            ("Input.Question", "Finns handsprit vid varje säng?"));
        Assert.Equal("/formular/hygien", changed.Location);
        await coordinator.SubmitAsync(await coordinator.GetAsync("/formular/hygien/fraga"), ("Input.Question", "Är allt rent?"),
            ("Input.Deviates", "nej"));
        Assert.Equal("/formular/hygien", (await coordinator.SubmitAsync(await coordinator.GetAsync("/formular/hygien"))).Location);
        await coordinator.SubmitAsync(await coordinator.GetAsync("/formular/hygien/fraga?nummer=0"), ("Input.Question", "Och nu?"));
        await using var db = app.Db();
        var versions = await db.Forms.OrderBy(f => f.Number).ToListAsync();
        Assert.Equal([(1, true), (2, false)], versions.Select(v => (v.Number, v.IsLocked)));
        Assert.Equal(("Finns handsprit vid varje säng?", 5), (versions[0].Form.Items[0].Question, versions[0].Form.Items.Count));
        Assert.Equal("Finns handsprit vid varje säng?",
            (await new Web.Features.Controls.FormReader(db).InUseAsync("hygien", default))!.Form.Items[0].Question);
    }

    [Theory, BothDatabases]
    public async Task A_form_is_made_from_nothing_its_questions_moved_and_it_is_published(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/formular/nytt");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(page, ("Input.Title", "Överlämning"))).Status);
        var made = await coordinator.SubmitAsync(page, ("Input.Title", "Överlämning"), ("Input.Question", "Finns rutin?"), ("Input.Deviates", "nej"));
        Assert.Equal("/formular/eget-overlamning", made.Location);
        const string Question = "/formular/eget-overlamning/fraga";
        await coordinator.SubmitAsync(await coordinator.GetAsync(Question), ("Input.Question", "Vad saknas?"), ("Input.Kind", "Text"),
            ("Input.AskedWhen", "fraga1"), ("Input.AskedFor", "nej"));
        await coordinator.SubmitAsync(await coordinator.GetAsync(Question), ("Input.Question", "När?"), ("Input.Kind", "Date"));

        // The date first; then the first question last, with its follow-up.
        Assert.Equal("/formular/eget-overlamning",
            (await coordinator.SubmitAsync(await coordinator.GetAsync($"{Question}?nummer=2"), ("Input.Place", "-"))).Location);
        Assert.Equal(["När?", "Finns rutin?", "Vad saknas?"], await QuestionsAsync(app));
        var before = await coordinator.SubmitAsync(await coordinator.GetAsync($"{Question}?nummer=2"), ("Input.Place", "-"));
        Assert.Contains("ska stå efter frågan den hänger på", before.Text, StringComparison.Ordinal);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"{Question}?nummer=1"), ("Input.Place", "-"));
        Assert.Equal(["Finns rutin?", "Vad saknas?", "När?"], await QuestionsAsync(app));

        // Nothing is adopted with it until it is published.
        await coordinator.SubmitAsync(await coordinator.GetAsync("/plan/2027/kontroll"), ("Input.Title", "Överlämning"), ("Input.PerformerTitle", "Enhetschef"), ("Input.FormKey", "eget-overlamning"));
        var head = await app.AsAsync(Role.DepartmentHead);
        await head.SubmitAsync(await head.GetAsync("/plan/2027/foresla"));
        var registrar = await app.AsAsync(Role.Registrar);
        (string, string?)[] decision = [("Input.Date", "2026-06-15"), ("Input.Paragraph", "88"), ("Input.RegistryNumber", "SN 2026/77")];
        var refused = await registrar.SubmitAsync(await registrar.GetAsync("/plan/2027/faststall"), decision);
        Assert.Contains("är bara ett utkast", refused.Text, StringComparison.Ordinal);
        await coordinator.SubmitAsync(await coordinator.GetAsync("/formular/eget-overlamning"));
        Assert.Equal("/plan/2027", (await registrar.SubmitAsync(await registrar.GetAsync("/plan/2027/faststall"), decision)).Location);
    }

    private static async Task<List<string>> QuestionsAsync(App app)
    {
        await using var db = app.Db();
        return [.. (await db.Forms.SingleAsync()).Form.Items.Select(i => i.Question)];
    }

    [Theory, BothDatabases]
    public async Task Two_own_controls_have_each_their_own_deviations_in_the_report(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        Guid planId;
        await using (var db = app.Db())
        {
            var plan = new Plan(db.NewId(), 2025, app.Cast.Board.Id, "Plan 2025", RiskScale.Four);
            foreach (var (title, n) in new[] { ("Nyckelskåp", 0), ("Fordon", 1) })
            {
                var control = plan.Add(new Control(db.NewId(), plan, Control.OwnKey, n,
                    new() { Title = title, LegalBasis = [new("KL")], Recurrence = new(RecurrenceKind.Year) }));
                var occasion = new Occasion(db.NewId(), control, app.Cast.A.Id, "", control.Recurrence.In(2025).First(), null);
                db.AddRange(occasion, occasion.Register(db.NewId(),
                    new(OutcomeResult.Deviation, new(2025, 12, 1), 1, 1, 0, Independence.SelfControl, "", "", []), null, "x", db.Now,
                    Cast.Today));
                db.Deviations.Add(new(db.NewId(),
                    new(app.Cast.A.Id, Field.General, $"fel i {title}", "", Domain.Deviations.Severity.Minor, new(2025, 12, 1), "2025",
                        occasion.Id, Control.OwnKey),
                    null, db.Now));
            }
            plan.MarkRetrospective();
            db.Plans.Add(plan);
            planId = plan.Id;
            await db.SaveAsync(Acts.ImportRegisters);
        }
        var coordinator = await app.AsAsync(Role.Coordinator);
        var made = await coordinator.SubmitAsync(await coordinator.GetAsync("/rapporter/ny"), ("Input.PlanId", $"{planId}"),
            ("Input.Kind", "FullYear"));
        var tables = (await coordinator.FollowAsync(made)).Html.QuerySelectorAll("table")
            .Where(t => t.QuerySelector("caption")!.TextContent.StartsWith("Avvikelser per område", StringComparison.Ordinal))
            .Select(t => t.TextContent)
            .ToList();
        Assert.Equal(2, tables.Count);
        Assert.Single(tables, t =>
            t.Contains("fel i Nyckelskåp", StringComparison.Ordinal) && !t.Contains("fel i Fordon", StringComparison.Ordinal));
    }
}
