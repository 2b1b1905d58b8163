using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Features.Registers;

namespace Vattenpass.Tests.Features;

public sealed class RegisterTests
{
    private static async Task<ImportResult> ImportAsync(App app, string text, bool accept = false, string name = "fil.csv")
    {
        await using var db = app.Db();
        return await new RegisterImporter(db).RunAsync([(name,
            System.Text.Encoding.UTF8.GetBytes(text))], 2026, Provenance.Unknown, dryRun: false, accept);
    }

    [Theory, BothDatabases]
    public async Task A_file_with_other_headers_is_read_by_a_saved_profile(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        const string File = "IMEI;Placering;Verksamhet\nM1;Ask;X\nM2;Ask;X\n";
        Assert.NotEmpty((await ImportAsync(app, File)).Errors);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/register/profil/mobiltelefoner");
        var saved = await coordinator.SubmitAsync(page, ("Input.Name", "Telefonisystemet"), ("Input.Headers[0]", "IMEI"),
            ("Input.Headers[1]", "Placering"), ("Input.Headers[2]", "Verksamhet"));
        Assert.Equal("/register/profiler", saved.Location);
        var result = await ImportAsync(app, File);
        Assert.Empty(result.Errors);
        Assert.Contains(result.Warnings, w => w.Text.Contains("Telefonisystemet", StringComparison.Ordinal));
        await using var db = app.Db();
        Assert.Equal(["M1", "M2"],
            await db.RegisterRows.Where(r => r.Register == "mobiltelefoner" && r.ReplacedByImportId == null)
                .OrderBy(r => r.Key)
                .Select(r => r.Key)
                .ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task A_profile_is_made_by_choosing_among_the_files_own_headers_and_words_and_the_file_comes_along(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var bytes = System.Text.Encoding.UTF8.GetBytes("Uttag ur Telefoni;;;;\n\nIMEI;Placering;Verksamhet;Läge;Kommentar\n M1;Ask;X;Aktiv;a\nM2;Ask;X;Skrotad;b\n");
        var refused = await coordinator.UploadBytesAsync(await coordinator.GetAsync("/register/las-in"), "Filer", "telefoner.csv", bytes, ("spara", "false"), ("Input.SourceSystem", "Telefoni"));
        var list = await coordinator.GetAsync(refused.Html.QuerySelector("a[href^='/register/profiler?tillbaka']")!.GetAttribute("href")!);
        var page = await coordinator.GetAsync(list.Html.QuerySelector("a[href^='/register/profil/mobiltelefoner?tillbaka']")!.GetAttribute("href")!);
        Assert.Contains("IMEI (M1, M2 …)", page.Html.QuerySelector("select[name='Input.Headers[0]']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Telefoni", page.Html.QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));
        // More rows, or the words of other columns, may be asked for without losing anything.
        var more = await coordinator.SubmitAsync(page, ("visa", "true"), ("Input.Headers[0]", "IMEI"));
        Assert.Equal("IMEI", more.Html.QuerySelector("select[name='Input.Headers[0]'] option[selected]")!.GetAttribute("value"));
        var saved = await coordinator.SubmitAsync(more, ("Input.Headers[1]", "Placering"), ("Input.Headers[2]", "Verksamhet"),
            ("Input.Kept[0].Header", "Läge"), ("Input.Kept[0].Words", "Aktiv"));
        Assert.StartsWith("/register/las-in?Input.Held=", saved.Location, StringComparison.Ordinal);
        var back = await coordinator.GetAsync(saved.Location!);
        Assert.Contains("Valda filer: telefoner.csv", back.Text, StringComparison.Ordinal);
        Assert.Equal("Telefoni", back.Html.QuerySelector("input[name='Input.SourceSystem']")!.GetAttribute("value"));
        var read = await coordinator.SubmitAsync(back, ("spara", "true"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, read.Status);
        await using var db = app.Db();
        Assert.Equal("M1", (await db.RegisterRows.SingleAsync(r => r.Register == "mobiltelefoner" && r.ReplacedByImportId == null)).Key);
        Assert.Contains("Bara rader där Läge är Aktiv", (await coordinator.GetAsync("/register/profiler")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_word_that_the_file_has_is_explained_by_choosing_what_it_means(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var chosen = Domain.Registers.RegisterKinds.All.First(k => !k.AboutClients && k.Columns.Any(c => c.Words.Count > 0 && !c.KeepsUnknownWords));
        var column = chosen.Columns.First(c => c.Words.Count > 0 && !c.KeepsUnknownWords);
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Join(';', chosen.Columns.Select(c => c.Name)) + "\n" + string.Join(';', chosen.Columns.Select(c => c == column ? "Konstigt ord" : c.Type is Domain.Registers.ColumnType.Text ? "a1" : "")) + "\n");
        var seen = await coordinator.UploadBytesAsync(await coordinator.GetAsync("/register/las-in"), "Filer", "lista.csv", bytes, ("spara", "false"));
        var page = await coordinator.GetAsync(seen.Html.QuerySelector("a[href*='/register/profil/']")!.GetAttribute("href")!);
        var field = page.Html.QuerySelector("input[value='Konstigt ord']")!.GetAttribute("name")!.Replace("InFile", "Means", StringComparison.Ordinal);
        await coordinator.SubmitAsync(page, (field, column.Words[0].Means));
        await using var db = app.Db();
        var word = Assert.Single((await db.ColumnProfiles.SingleAsync()).Words);
        Assert.Equal((column.Name, "Konstigt ord", column.Words[0].Means), (word.Column, word.InFile, word.Means));
    }

    [Theory, BothDatabases]
    public async Task A_built_in_log_profile_is_copied_and_half_a_word_is_told_at_its_field(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var list = await coordinator.GetAsync("/register/profiler");
        var page = await coordinator.GetAsync(list.Html.QuerySelectorAll("a").First(a => a.TextContent == "Kopiera Lifecare").GetAttribute("href")!);
        Assert.Equal("Datum och tid", page.Html.QuerySelector("input[name='Input.Headers[0]']")!.GetAttribute("value"));
        var wrong = await coordinator.SubmitAsync(page, ("Input.Words[0].InFile", "Läs"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Välj vilken kolumn ordet står i.", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("Läs", wrong.Html.QuerySelector("input[name='Input.Words[0].InFile']")!.GetAttribute("value"));
        Assert.Equal("/register/profiler", (await coordinator.SubmitAsync(page)).Location);
    }

    [Theory, BothDatabases]
    public async Task An_own_register_is_defined_read_in_and_undone(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var made = await coordinator.SubmitAsync(await coordinator.GetAsync("/register/eget"), ("Input.Name", "Nycklar"),
            ("Input.Columns", "nyckel-id\nenhet\nutlämnad: datum"), ("Input.KeyColumn", "nyckel-id"));
        Assert.Equal("/register/profiler", made.Location);
        var named = await coordinator.SubmitAsync(await coordinator.GetAsync("/register/eget"), ("Input.Name", "Körkort"),
            ("Input.Columns", "anställnings-id\nenhet"), ("Input.KeyColumn", "anställnings-id"));
        Assert.Contains("får därför inte vara en persons nummer", named.Text, StringComparison.Ordinal);
        Assert.Empty((await ImportAsync(app, "nyckel-id;enhet;utlämnad\nN1;Ask;2026-01-02\nN2;Ask;\n")).Errors);
        var bad = await ImportAsync(app, "nyckel-id;enhet;utlämnad\nN1;Ask;i går\n");
        Assert.Contains("rad 2, kolumnen utlämnad", bad.Errors.Single().ToString(), StringComparison.Ordinal);
        Assert.Empty((await ImportAsync(app, "nyckel-id;enhet;utlämnad\nN1;Ask;2026-02-02\nN3;Ask;\n")).Errors);
        Assert.Contains("N3", (await coordinator.GetAsync("/register/nycklar/2026")).Text, StringComparison.Ordinal);

        await using (var db = app.Db())
        {
            var newest = (await db.RegisterImports.Where(i => i.Register == "nycklar").OrderBy(i => i.Id).ToListAsync())[^1];
            var undone = await coordinator.SubmitAsync(await coordinator.GetAsync($"/register/inlasning/{newest.Id}/angra"),
                ("Input.Reason", "Fel fil."));
            Assert.Equal("/register", undone.Location);
        }
        await using var after = app.Db();
        Assert.Equal(["N1|2026-01-02", "N2|"],
            (await after.RegisterRows.Where(r => r.Register == "nycklar" && r.ReplacedByImportId == null)
                .OrderBy(r => r.Key)
                .ToListAsync()).Select(r => $"{r.Key}|{r["utlämnad"]}"));
    }

    [Theory, BothDatabases]
    public async Task A_register_about_clients_takes_pseudonyms_only_and_a_file_name_is_looked_at(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var result = await ImportAsync(app, "ärende;typ;startdatum;orsak\nA1;utredning;2026-01-02;gäller 900101-9802\n");
        Assert.Contains("rad 2, kolumnen orsak: cellen innehåller ett personnummer", result.Errors.Single().ToString(),
            StringComparison.Ordinal);
        // A number that is the whole cell stands for a person, and becomes a pseudonym.
        Assert.Empty((await ImportAsync(app, "ärende;typ;startdatum\n900101-9802;utredning;2026-01-02\n")).Errors);
        Assert.Contains("filnamnet",
            (await ImportAsync(app, "ärende;typ;startdatum\nA1;utredning;2026-01-02\n", name: "900101-9802.csv")).Errors.Single().Text,
            StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_text_that_may_point_somebody_out_is_warned_for_once_and_never_let_into_a_title(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var coordinator = await app.AsAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/plan/2027/risk");
        (string, string?)[] risk = [("Input.Title", "Risk"), ("Input.Description", "Gäller 900101-9802."), ("Input.Response", "Accept"),
            ("Input.AcceptReason", "x")];
        var warned = await coordinator.SubmitAsync(page, risk);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, warned.Status);
        Assert.Contains("ser ut att innehålla ett personnummer", warned.Text, StringComparison.Ordinal);
        Assert.Equal("/plan/2027", (await coordinator.SubmitAsync(warned, [.. risk, ("PointsNobodyOut", "true")])).Location);
        var titled = await coordinator.SubmitAsync(await coordinator.GetAsync("/plan/2027/risk"), ("Input.Title", "900101-9802"),
            ("Input.Response", "Accept"), ("Input.AcceptReason", "x"), ("PointsNobodyOut", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, titled.Status);
    }

    [Theory, BothDatabases]
    public async Task Coverage_tells_both_ways_what_does_not_meet(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            var import = await db.RegisterImports.FirstAsync(i => i.Register == RegisterKinds.Phones.Key);
            db.RegisterRows.Add(new(db.NewId(), RegisterKinds.Phones, 2026, "ALM-1",
                new Dictionary<string, string> { ["telefon-id"] = "ALM-1", ["enhet"] = "Alm" }, app.Cast.A2.Id, import.Id));
            await db.SaveAsync(Acts.ImportRegisters);
        }
        var page = (await (await app.AsAsync(Role.Coordinator)).GetAsync("/tackning?ar=2026")).Text;
        Assert.Contains("Sekretess – mobiltelefoner: 1 i registret för Alm ingår i ingen kontroll", page, StringComparison.Ordinal);
        Assert.Contains("Statsbidrag: 2 i registret men ingen kontroll i planen", page, StringComparison.Ordinal);
    }
}
