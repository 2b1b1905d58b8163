using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Features.Samples;

namespace Vattenpass.Tests.Features;

/// <summary>
/// A quality developer alone with a Word plan, an HR list, a list of phones as the operator writes it and a month's log with a domain before its
/// ids: a running year in an afternoon.
/// </summary>
public sealed class FirstAfternoonTests
{
    private const string Organisation = "kod;namn;typ;överordnad\nSN;Socialnämnden;nämnd;\nÄO;Äldreomsorg;verksamhetsområde;SN\nEK;Ekbacken;enhet;ÄO\nLI;Linden;enhet;ÄO\n";
    private const string People = "Namn;E-post;Befattning;Enhet\nEnhetschef Ek;ek@kommun.example;Enhetschef;Ekbacken\nEnhetschef Lind;lind@kommun.example;Enhetschef;Linden\n";

    private static string Phones => "Abonnemang 2026\n\nIMEI;Kst-namn;Status\n" + string.Concat(Enumerable.Range(0, 20).Select(n => $"3567890000000{n:00};{(n % 2 == 0 ? "Ekbacken" : "Linden")};Aktiv\n")) + "356789000000099;Linden;Spärrad\n";
    private static string Employees => "Anst.nr;Org.enhet;Benämning;Anst fr.o.m.;Anst t.o.m.\n" + string.Concat(Enumerable.Range(1, 8).Select(n => $"anv{n:000};{(n % 2 == 0 ? "Ekbacken" : "Linden")};Undersköterska;2020-01-01;\n"));

    private static byte[] Plan(int year)
    {
        TableBlock controls = new("Kontroller", ["Risk", "Kontroll", "Hur ofta", "Ansvarig"],
            [["Uppgifter om enskilda ligger kvar i arbetstelefoner", "Kontroll av mobiltelefoner: inga bilder eller uppgifter finns kvar", "varje månad", "Enhetschef"]], []);
        return Formats.Of("docx").Write(new($"Internkontrollplan {year}", $"{year}", "Socialnämnden", null, [new HeadingBlock(1, $"Internkontrollplan {year}"), controls]));
    }

    [Theory, BothDatabases]
    public async Task Four_files_make_an_adopted_plan_a_drawn_phone_list_and_log_cases(DatabaseKind kind)
    {
        var (app, password) = await App.StartCleanAsync(kind, "karin");
        await using var running = app;
        var browser = app.Anonymous();
        await browser.SubmitAsync(await browser.GetAsync("/logga-in"), ("Input.UserName", "karin"), ("Input.Password", password));
        var changing = await browser.FollowAsync(await browser.GetAsync("/"));
        const string own = "en ovanlig mening om vattenpass";
        await browser.SubmitAsync(changing, ("Input.Current", password), ("Input.Password", own));
        await using var db = app.Db();
        var year = db.Today.Year;

        await SaveAsync(browser, "/register/las-in?register=organisation", "Filer", "organisation.csv", Encoding.UTF8.GetBytes(Organisation), ("Input.Year", $"{year}"));
        await SaveAsync(browser, "/administration/personer/las-in", "fil", "personer.csv", Encoding.UTF8.GetBytes(People));

        var looked = await browser.UploadBytesAsync(await browser.GetAsync("/plan/las-in"), "fil", "plan.docx", Plan(year), ("spara", "false"));
        var fit = looked.Html.QuerySelector("input[name='Input.Kinds[0].Means']")!.GetAttribute("value");
        var decided = await browser.SubmitAsync(looked, ("spara", "true"), ("Input.Year", $"{year}"), ("Input.IsDecided", "true"), ("Input.Kinds[0].Means", fit));
        var adopted = await browser.SubmitAsync(await browser.FollowAsync(decided), ("Input.Paragraph", "112"), ("Input.RegistryNumber", $"SN {year}/1"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, adopted.Status);
        Assert.Equal(PlanStatus.Adopted, (await db.Plans.AsNoTracking().SingleAsync()).Status);
        Assert.Contains("mobiltelefoner", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);

        await ProfileAsync(browser, RegisterKinds.Phones, [("telefon-id", "IMEI"), ("enhet", "Kst-namn")], ("Input.Kept[0].Header", "Status"), ("Input.Kept[0].Words", "Aktiv"));
        await SaveAsync(browser, "/register/las-in", "Filer", "abonnemang.csv", Encoding.UTF8.GetBytes(Phones), ("Input.Year", $"{year}"));
        await ProfileAsync(browser, RegisterKinds.Employees, [("anställnings-id", "Anst.nr"), ("enhet", "Org.enhet"), ("befattning", "Benämning"), ("från", "Anst fr.o.m."), ("till", "Anst t.o.m.")]);
        await SaveAsync(browser, "/register/las-in", "Filer", "anstallda.csv", Encoding.UTF8.GetBytes(Employees), ("Input.Year", $"{year}"));
        await new ListRound(app.Databases).RunAsync(default);
        var samples = await db.Samples.AsNoTracking().Include(s => s.Occasion).ToListAsync();
        Assert.Contains(samples, s => s.IsDrawn && s.PopulationCount == 10 && s.Items.Count > 0);
        Assert.All(await db.Occasions.AsNoTracking().ToListAsync(), o => Assert.NotNull(o.ResponsibleId));

        await ReviewsLogsAsync(app);
        await ProfileAsync(browser, LogFileKinds.Log, [("användare", "Konto")], ("Input.IdRules", "AfterBackslash"), ("Input.IdRules", "AnyCase"));
        var day = $"{db.Today.AddDays(-1):yyyy-MM-dd}";
        var log = "Tidpunkt;Konto;Klient;Enhet\n" + string.Concat(Enumerable.Range(1, 8).Select(n => $"{day} 10:0{n}:00;KOMMUN\\ANV{n:000};K{n % 2};{(n % 2 == 0 ? "Ekbacken" : "Linden")}\n"))
            + $"{day} 11:00:00;KOMMUN\\ANV001;K0;Linden\n{day} 11:05:00;KOMMUN\\ANV001;K0;Linden\n";
        var sent = await browser.UploadManyAsync(await browser.GetAsync("/loggkontroll/las-in"),
            [("logg", "logg.csv", log), ("placeringar", "vard.csv", "klient;enhet;fran;till\nK0;Ekbacken;2020-01-01;\nK1;Linden;2020-01-01;\n")],
            ("Input.System", "Systemet"), ("Input.From", day), ("Input.To", day));
        Assert.True(sent.Status is System.Net.HttpStatusCode.Redirect, sent.Text);
        await app.Services.GetRequiredService<LogWorker>().RunNextAsync(default);
        for (var n = 0; n < 200 && !(await db.LogImports.AsNoTracking().SingleAsync()).IsOver; n++) await Task.Delay(50);
        var import = await db.LogImports.AsNoTracking().SingleAsync();
        Assert.True((import.Accesses, import.Counts.Sum(c => c.Explained)) == (10, 8), import.Problem);
        Assert.Contains(await db.LogCases.AsNoTracking().ToListAsync(), c => c.Users.Contains("anv001") && c.Client == "K0");
    }

    private static async Task SaveAsync(Browser browser, string page, string field, string name, byte[] bytes, params (string, string?)[] more)
    {
        var saved = await browser.UploadBytesAsync(await browser.GetAsync(page), field, name, bytes, [("spara", "true"), .. more]);
        Assert.True(saved.Status is System.Net.HttpStatusCode.Redirect, $"{name}: {saved.Text}");
    }

    private static async Task ProfileAsync(Browser browser, RegisterKind kind, (string Column, string Header)[] headers, params (string, string?)[] more)
    {
        var saved = await browser.SubmitAsync(await browser.GetAsync($"/register/profil/{Uri.EscapeDataString(kind.Key)}"),
            [("Input.Name", $"Vår {kind.Name}"), .. kind.Columns.Index().Select(c => ($"Input.Headers[{c.Index}]", (string?)headers.FirstOrDefault(h => h.Column == c.Item.Name).Header ?? "")), .. more]);
        Assert.True(saved.Status is System.Net.HttpStatusCode.Redirect, $"{kind.Key}: {saved.Text}");
    }

    /// <summary>A log reviewer is confirmed by a second person, which is tried elsewhere.</summary>
    private static async Task ReviewsLogsAsync(App app)
    {
        await using var db = app.Db();
        var karin = await db.Accounts.Include(a => a.Person).Where(a => a.UserName == "karin").Select(a => a.Person).SingleAsync();
        var title = await db.Titles.FirstOrDefaultAsync(t => t.Role == Role.LogReviewer) ?? db.Titles.Add(new(db.NewId(), "Loggranskare", Role.LogReviewer, Domain.Field.Access)).Entity;
        db.Assignments.Add(new(db.NewId(), karin, title, (await db.Units.SingleAsync(u => u.Kind == UnitKind.Board)).Id, new(2020, 1, 1), null, givenBy: null));
        await db.SaveAsync(Acts.ChangePeople);
    }
}
