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
