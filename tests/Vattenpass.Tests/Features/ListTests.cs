using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Features.Samples;

namespace Vattenpass.Tests.Features;

/// <summary>A drawn list from seed to outcome, without script.</summary>
public sealed class ListTests
{
    /// <summary>More phones at unit A, so that twenty per cent are four.</summary>
    private static async Task<Occasion> WithPhonesAsync(App app, int phones, string? ownedBy = null)
    {
        await using var db = app.Db();
        var import = await db.RegisterImports.FirstAsync(i => i.Register == RegisterKinds.Phones.Key && i.UnitId == app.Cast.A.Id);
        for (var n = 0; n < phones; n++)
            db.RegisterRows.Add(new(db.NewId(), RegisterKinds.Phones, 2026, $"T{n:00}",
                new Dictionary<string, string>
                {
                    ["telefon-id"] = $"T{n:00}",
                    ["enhet"] = "Ask",
                    ["område"] = "",
                    ["anställnings-id"] = n == 0 ? ownedBy ?? "" : ""
                },
                app.Cast.A.Id, import.Id));
        if (ownedBy is not null) (await db.People.FirstAsync(p => p.Id == app.Cast.People[Role.Performer].Id)).KnownAs(ownedBy);
        var phone = app.Cast.Plan.Controls[1];
        var occasion = new Occasion(db.NewId(), await db.Plans.SelectMany(p => p.Controls).FirstAsync(c => c.Id == phone.Id), app.Cast.A.Id,
            "", new(new("2026-E9", new(2026, 1, 1), new(2026, 6, 30)), new(2026, 1, 1), new(2026, 6, 30)),
            app.Cast.People[Role.Performer].Id);
        db.Occasions.Add(occasion);
        await db.SaveAsync(Acts.ImportRegisters);
        return occasion;
    }

    [Theory, BothDatabases]
    public async Task The_list_is_drawn_by_the_job_filled_in_row_by_row_and_registers_itself(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var occasion = await WithPhonesAsync(app, 19);
        Assert.Equal("1 listor dragna", await new ListRound(app.Databases).RunAsync(default));
        Assert.Equal("", await new ListRound(app.Databases).RunAsync(default));

        var performer = await app.AsAsync(Role.Performer);
        var address = $"/kontroller/{occasion.Id}/lista";
        var page = await performer.GetAsync(address);
        Assert.Contains("0 av 4 klara", page.Text, StringComparison.Ordinal);
        var keys = page.Html.QuerySelectorAll("form [name='Input.Key']")
            .Select(k => k.GetAttribute("value")!)
            .Where(k => k != "*")
            .ToList();

        var wrong = await performer.SubmitRowAsync(page, keys[0], ("Input.Answers[uppgift]", "ja"), ("Input.Answers[las]", "ja"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Svara på frågan: Vad?", wrong.Text, StringComparison.Ordinal);

        var taken = await performer.SubmitRowAsync(wrong, keys[0], ("Input.Answers[uppgift]", "ja"),
            ("Input.Answers[kategori]", "bild på sår"), ("Input.Answers[kalla]", "personal"), ("Input.Answers[allvar]", "allvarlig"),
            ("Input.Answers[overfort]", "ja"), ("Input.Answers[anmald]", "ja"), ("Input.Answers[las]", "ja"));
        Assert.True(address == taken.Location, taken.Text);
        page = await performer.FollowAsync(taken);
        Assert.Contains("Kvitto K-", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 av 4 klara", page.Text, StringComparison.Ordinal);

        // Half-way; the rest in one tap, and the same tap twice makes nothing more.
        var done = await performer.SubmitRowAsync(page, "*");
        Assert.True($"/kontroller/{occasion.Id}" == done.Location, done.Text);
        Assert.Equal($"/kontroller/{occasion.Id}", (await performer.SubmitRowAsync(page, "*")).Location);

        await using var db = app.Db();
        var stored = await db.Occasions.Include(o => o.Outcomes).Include(o => o.Checks).AsSplitQuery().FirstAsync(o => o.Id == occasion.Id);
        Assert.Equal((OutcomeResult.SeriousDeviation, 4, 1, 1, 1),
            (stored.Result!.Value, stored.Current!.Checked, stored.Current.Deviating, stored.Current.Serious, stored.Outcomes.Count));
        Assert.Equal(keys.Order(), stored.Current.Objects.Order());
        Assert.Equal(("bild på sår", Severity.Serious),
            await db.Deviations.Where(d => d.OccasionId == occasion.Id).ToListAsync() is [var only] ? (only.Kind, only.Severity) : default);
        Assert.Equal(["stickprov.fro", "stickprov.dra"],
            await db.Trail.Where(e => e.ObjectType == "Sample" && e.RootId != app.Cast.SampleAtA.Id && e.RootId != app.Cast.SampleAtB.Id)
                .OrderBy(e => e.Sequence)
                .Select(e => e.Act)
                .ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task The_draw_is_recomputed_from_what_the_page_gives_by_sample_verify(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var occasion = await WithPhonesAsync(app, 19);
        await new ListRound(app.Databases).RunAsync(default);
        Guid id;
        await using (var db = app.Db()) id = await db.Samples.Where(s => s.OccasionId == occasion.Id).Select(s => s.Id).SingleAsync();
        var auditor = await app.AsAsync(Role.Auditor);
        Assert.Contains("4 av 20", (await auditor.GetAsync($"/stickprov/{id}")).Text, StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllBytesAsync($"{folder}/lista.txt", (await auditor.GetAsync($"/stickprov/{id}/lista.txt")).Bytes);
        await File.WriteAllBytesAsync($"{folder}/resultat.json", (await auditor.GetAsync($"/stickprov/{id}/resultat.json")).Bytes);
        Assert.Equal(0, await CommandLine.RunAsync(["sample", "verify", "--population", $"{folder}/lista.txt", "--result",
            $"{folder}/resultat.json"],
            TextWriter.Null, TextWriter.Null));
        await File.AppendAllTextAsync($"{folder}/lista.txt", "T99\n");
        Assert.Equal(3, await CommandLine.RunAsync(["sample", "verify", "--population", $"{folder}/lista.txt", "--result",
            $"{folder}/resultat.json"],
            TextWriter.Null, TextWriter.Null));
        Directory.Delete(folder, recursive: true);
    }

    [Theory, BothDatabases]
    public async Task One_that_cannot_be_checked_gives_way_to_the_next_ticket_and_a_redraw_has_a_number_and_a_reason(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var occasion = await WithPhonesAsync(app, 19);
        var manager = await app.AsAsync(Role.UnitManager);
        var drawn = await manager.SubmitAsync(await manager.GetAsync($"/kontroller/{occasion.Id}/stickprov"), ("Input.Digits", "6 2 5"));
        Assert.StartsWith("/stickprov/", drawn.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await manager.SubmitAsync(await manager.GetAsync($"/kontroller/{occasion.Id}/stickprov"))).Status);
        var again = await manager.SubmitAsync(await manager.GetAsync($"/kontroller/{occasion.Id}/stickprov"),
            ("Input.Reason", "Registret var gammalt."));
        Assert.Contains("Dragning nr 2", (await manager.FollowAsync(again)).Text, StringComparison.Ordinal);

        var page = await manager.GetAsync($"/kontroller/{occasion.Id}/lista");
        var gone = page.Html.QuerySelector("details.rad-att-gora [name='Input.Key']")!.GetAttribute("value")!;
        var replaced = await manager.SubmitAsync(await manager.GetAsync($"/kontroller/{occasion.Id}/utelamna?rad=1"),
            ("Input.Reason", "Inlämnad på lagning."));
        Assert.Equal($"/kontroller/{occasion.Id}/lista", replaced.Location);

        await using var db = app.Db();
        var sample = await db.Samples.FirstAsync(s => s.OccasionId == occasion.Id && s.Number == 2);
        Assert.Equal(5, sample.Items.Count);
        Assert.Equal(Draw.Smallest(sample.Population, sample.Seed, new(5, null)).Select(i => i.Key), sample.Items.Select(i => i.Key));
        Assert.Equal(4, (await db.Occasions.Include(o => o.Checks).FirstAsync(o => o.Id == occasion.Id)).Checks.Count(c => c.Waits));
    }

    [Theory, BothDatabases]
    public async Task Rows_about_the_performer_are_left_out_and_go_to_the_superior(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var occasion = await WithPhonesAsync(app, 9, ownedBy: "E7");
        await new ListRound(app.Databases).RunAsync(default);
        await using var db = app.Db();
        var sample = await db.Samples.SingleAsync(s => s.OccasionId == occasion.Id);
        Assert.Equal(["T00"], sample.LeftOut);
        Assert.DoesNotContain("T00", sample.PopulationText, StringComparison.Ordinal);
        var extra = await db.Occasions.Include(o => o.Checks).SingleAsync(o => o.ControlId == occasion.ControlId && o.ObjectKey == "T00");
        Assert.Equal((false, app.Cast.People[Role.UnitManager].Id, "T00"),
            (extra.Planned, extra.ResponsibleId, extra.Checks.Single().ObjectKey));
    }

    [Fact]
    public async Task An_answer_written_by_somebody_else_is_refused_and_script_gets_a_receipt()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var performer = await app.AsAsync(Role.Performer);
        var address = $"/kontroller/{app.Cast.ListAtA.Id}/lista";
        var page = await performer.GetAsync(address);
        var key = page.Html.QuerySelector("details.rad-att-gora [name='Input.Key']")!.GetAttribute("value")!;
        var token = page.Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        HttpRequestMessage Request(Guid person, Guid submission) => new(HttpMethod.Post, address)
        {
            Headers = { { "Accept", "application/json" } },
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Submission", $"{submission}"),
                new("Input.Key", key), new("Input.PersonId", $"{person}"), new("Input.Answers[uppgift]", "nej"),
                new("Input.Answers[las]", "ja"), new("Input.Seconds", "42")]),
        };
        var submission = Guid.Parse("0190aaaa-0000-7000-8000-000000000001");
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            (await performer.SendAsync(Request(app.Cast.People[Role.UnitManager].Id, submission))).Status);
        var first = await performer.SendAsync(Request(app.Cast.People[Role.Performer].Id, submission));
        var second = await performer.SendAsync(Request(app.Cast.People[Role.Performer].Id, submission));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Contains("\"receipt\":\"K-", System.Text.Encoding.UTF8.GetString(first.Bytes), StringComparison.Ordinal);
        Assert.Equal(first.Bytes, second.Bytes);
        await using var db = app.Db();
        Assert.Equal(42, (await db.Occasions.Include(o => o.Checks).FirstAsync(o => o.Id == app.Cast.ListAtA.Id)).Checks.Single().Seconds);
    }

    [Fact]
    public void A_row_about_an_employee_is_told_by_function_and_never_by_number()
    {
        var account = "Lifecare|E0123|systemförvaltare|Ask|2021-01-01||#2";
        Assert.Equal("Lifecare, systemförvaltare, Ask", RegisterKinds.RowName("behörigheter", account));
        Assert.Equal("Lifecare · E0123 · systemförvaltare · Ask · 2021-01-01", RegisterKinds.FullName(account));
        Assert.Equal("Ask, undersköterska", RegisterKinds.RowName("anställda", "E0123|Ask|undersköterska|2020-01-01|#1"));
        Assert.Equal("T17", RegisterKinds.RowName("mobiltelefoner", "T17"));
        var control = new Control(Guid.Empty, new Plan(Guid.Empty, 2026, Guid.Empty, "Plan", RiskScale.Four), "behörigheter", 0,
            new() { Title = "Behörigheter", Register = "behörigheter", Scope = ScopeKind.UnitsWithObjects });
        var occasion = new Occasion(Guid.Empty, control, Guid.Empty, "", Recurrence.Monthly.In(2026).First(), null);
        var check = occasion.PutOnList([account], () => Guid.Empty).Single();
        Assert.Equal("Lifecare, systemförvaltare, Ask (rad 1)", occasion.NameOf(check));
        Assert.Throws<Refusal>(() => control.Describe(control.Content with { Scope = ScopeKind.Objects }));
    }

    [Theory, BothDatabases]
    public async Task A_new_answer_keeps_the_gravity_of_what_it_says(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var occasion = await WithPhonesAsync(app, 19);
        await new ListRound(app.Databases).RunAsync(default);
        var performer = await app.AsAsync(Role.Performer);
        var page = await performer.GetAsync($"/kontroller/{occasion.Id}/lista");
        var key = page.Html.QuerySelector("details.rad-att-gora [name='Input.Key']")!.GetAttribute("value")!;
        (string, string?)[] Found(string gravity) =>
            [("Input.Answers[uppgift]", "ja"), ("Input.Answers[kategori]", "bild på sår"), ("Input.Answers[kalla]", "personal"),
                ("Input.Answers[allvar]", gravity), ("Input.Answers[overfort]", "ja"), ("Input.Answers[anmald]", "ja"),
                ("Input.Answers[las]", "ja")];
        await performer.SubmitRowAsync(page, key, Found("mindre"));
        await performer.SubmitRowAsync(await performer.GetAsync($"/kontroller/{occasion.Id}/lista?andra=1"), key, Found("allvarlig"));
        await using var db = app.Db();
        Assert.Equal([(Severity.Minor, true), (Severity.Serious, false)],
            (await db.Deviations.Where(d => d.OccasionId == occasion.Id)
                .OrderBy(d => d.Id)
                .ToListAsync()).Select(d => (d.Severity, d.Withdrawn)));
    }
}
