using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Tests.Imports;

/// <summary>Files in the shapes that come from the world give the same through the command line and through the web, on both databases.</summary>
public sealed class CasesBothWaysTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "cases");
    private static readonly DateOnly Day = new(2026, 6, 15);

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static ProfileContent Headers(params (string Column, string Header)[] headers) => new(headers.ToDictionary(h => h.Column, h => h.Header));

    private static readonly ProfileContent Heroma = Headers(("anställnings-id", "Anst.nr"), ("enhet", "Org.enhet"), ("befattning", "Benämning"), ("från", "Anst fr.o.m."), ("till", "Anst t.o.m."));
    private static readonly ProfileContent HeromaTitel = Headers(("anställnings-id", "Anst.nr"), ("enhet", "Org.enhet"), ("befattning", "Titel"), ("från", "Anst fr.o.m."), ("till", "Anst t.o.m."));
    private static readonly ProfileContent Operator = Headers(("telefon-id", "IMEI"), ("enhet", "Kst-namn")) with { Kept = [new("Status", ["Aktiv"])] };
    private static readonly ProfileContent CaseSystem = Headers(("ärende", "Ärende"), ("typ", "Ärendetyp"), ("startdatum", "Inledd"), ("slutdatum", "Beslutsdatum"), ("förlängd_till", "Förlängd till"));

    private sealed record Case(string[] Files, RegisterKind? Of = null, ProfileContent? Profile = null, bool IsRefused = false);

    private static readonly Case[] Cases =
    [
        new(["registers/r01-anstallda-rapport-med-titelrader.csv"], RegisterKinds.Employees, Heroma),
        new(["registers/r02-anstallda-lista.csv"], RegisterKinds.Employees, Heroma),
        new(["registers/r02b-anstallda-enhet-med-kod.csv"], RegisterKinds.Employees, Heroma),
        new(["registers/r02d-anstallda-enhetskod.csv"], RegisterKinds.Employees, HeromaTitel),
        new(["registers/r02e-anstallda-enhet-skrivsatt.csv"], RegisterKinds.Employees, HeromaTitel),
        new(["registers/r03-sjukfranvaro-per-tillfalle.csv"], RegisterKinds.Absences, Headers(("anställnings-id", "Anst.nr"), ("enhet", "Org"), ("från", "Fr.o.m."), ("till", "T.o.m."))),
        new(["registers/r04-telefoner-operator-imei-exponent.csv"], RegisterKinds.Phones, Operator, IsRefused: true),
        new(["registers/r04b-telefoner-operator.csv"], RegisterKinds.Phones, Operator),
        new(["registers/r05-lakemedelsforrad-kundlista.csv"], RegisterKinds.Stores, Headers(("förråd", "Kundnr"), ("enhet", "Vårdenhet"), ("förrådstyp", "Förrådstyp"))),
        new(["registers/r07-arenden-med-personnummer.csv"], RegisterKinds.Cases, CaseSystem),
        new(["registers/r07b-arenden-utan-personnummer.csv"], RegisterKinds.Cases, CaseSystem),
        new(["registers/r08-avvikelser-avvikelsesystem.csv"], IsRefused: true),
        new(["registers/r09-ej-verkstallda-beslut.csv"], RegisterKinds.Decisions, Headers(("beslut", "Löpnr"), ("lagrum", "Lagrum"), ("insats", "Typ av insats"), ("beslutsdatum", "Beslutsdatum"), ("kön", "Kön"),
            ("avbrott", "Datum för avbrott"), ("verkställt", "Verkställt datum"), ("skäl", "Skäl till dröjsmål"))),
        .. new[] { "r11-telefoner-med-forsattsblad.xlsx", "r12-telefoner-imei-tal.xlsx", "r13-mobiltelefoner-en-titelrad.csv", "r14-mobiltelefoner-antal-rader.csv" }.Select(n => new Case([$"registers/{n}"])),
        .. new[] { "cp850-ok-telefoner.csv", "sep-utf16le-ok-telefoner.csv", "duplicate-header-telefoner.csv", "footer-rows-affected-telefoner.csv", "footer-totalsumma-telefoner.csv", "invisible-in-key-telefoner.csv",
            "poi-1001.0-telefoner.xlsx", "intro-sheet-first-telefoner.xlsx", "three-sheets-telefoner.xlsx", "title-row-above-telefoner.csv", "x000D-header-telefoner.xlsx", "format-red-kr-dygn-loggkontroller.xlsx",
            "poi-372.0-loggkontroller.xlsx", "sqlserver-dates-null-anstallda.csv", "control-char-loggkontroller.csv" }.Select(n => new Case([$"workbooks/{n}"])),
        new(["workbooks/error-cells-telefoner.xlsx"], IsRefused: true),
        new(["workbooks/leading-zeros-anstallda.csv", "workbooks/leading-zeros-behorigheter.xlsx"], IsRefused: true),
        new(["workbooks/leading-zeros-anstallda.csv", "workbooks/leading-zeros-behorigheter.xlsx"], RegisterKinds.Employees, Headers() with { IdRules = [IdRule.NoLeadingZeros] }),
        new(["workbooks/rounding-lakemedelsforrad.csv", "workbooks/rounding-lakemedelskontroller.csv"]),
        new(["words/accounts/anstallda.csv", "words/accounts/behorigheter.csv"]),
        .. Directory.EnumerateFiles(Path.Combine(Folder, "words", "cases")).Select(f => new Case([$"words/cases/{Path.GetFileName(f)}"])),
    ];

    [Theory, BothDatabases]
    public async Task Registers_come_in_the_same_through_both_doors(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db()) await AddUnitsAsync(db, app.Cast.AreaA.Id);
        var browser = await app.AsAsync(Role.Coordinator);
        foreach (var at in Cases)
        {
            var name = string.Join(" + ", at.Files);
            var (status, told, byCommand) = await CommandAsync(kind, at);
            Assert.True(status == (at.IsRefused ? 1 : 0), $"{name}: {told}");
            await CleanAsync(app);
            await using (var db = app.Db()) await ProfileAsync(db, app.Cast.Board.Id, at);
            var seen = await SendAsync(browser, at);
            Assert.True(seen.Status == (at.IsRefused ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Redirect), $"{name}: {seen.Text}");
            await using var after = app.Db();
            var byWeb = await RowsAsync(after);
            Assert.Equal(at.IsRefused, byWeb.Count == 0);
            Assert.True(byCommand.SequenceEqual(byWeb), $"{name}: {string.Join('\n', byCommand.Except(byWeb))} / {string.Join('\n', byWeb.Except(byCommand))}");
            if (at.IsRefused) foreach (var error in told.Split('\n').Where(l => l.StartsWith("Fel: ", StringComparison.Ordinal))) Assert.Contains(error[5..].Trim(), seen.Text, StringComparison.Ordinal);
        }
    }

    private static async Task AddUnitsAsync(VattenpassDb db, Guid area)
    {
        foreach (var (code, name) in new[] { ("SB01", "Almgården"), ("SB02", "Ekhöjden"), ("SB03", "Lindbacken"), ("KT", "Korttidsenheten"), ("HT1", "Hemtjänst Öst"), ("HT2", "Hemtjänst Väst"),
            ("E1", "Ekbacken"), ("E2", "Solgläntan"), ("E3", "Hemtjänst Norr"), ("BJ", "Gruppbostad Björken") })
            db.Units.Add(new(db.NewId(), code, name, UnitKind.Unit, area, new(2020, 1, 1)));
        await db.SaveAsync(Acts.ImportRegisters);
    }

    private static async Task ProfileAsync(VattenpassDb db, Guid board, Case at)
    {
        if (at is not { Of: { } of, Profile: { } profile }) return;
        db.ColumnProfiles.Add(new(db.NewId(), board, of, "Källan", profile));
        await db.SaveAsync(Acts.ChangeRegister);
    }

    private static async Task CleanAsync(App app)
    {
        await using var db = app.Db();
        db.RegisterRows.RemoveRange(await db.RegisterRows.ToListAsync());
        db.RegisterImports.RemoveRange(await db.RegisterImports.ToListAsync());
        db.ColumnProfiles.RemoveRange(await db.ColumnProfiles.ToListAsync());
        await db.SaveAsync(Acts.ImportRegisters);
    }

    /// <summary>What is read: pseudonyms differ by the installation's key, so only that they are there is compared.</summary>
    private static async Task<List<string>> RowsAsync(VattenpassDb db) =>
        [.. (await db.RegisterRows.AsNoTracking().Where(r => r.ReplacedByImportId == null).ToListAsync())
            .Select(r => $"{r.Register} {string.Join('|', r.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Where(c => c.Key != "område").Select(c => $"{c.Key}={(c.Value.StartsWith("P-", StringComparison.Ordinal) ? "P-" : c.Value)}"))}")
            .Order(StringComparer.Ordinal)];

    private static async Task<(int Status, string Told, List<string> Rows)> CommandAsync(DatabaseKind kind, Case at)
    {
        var (databases, folder, connection) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        using (databases)
        {
            await using var db = databases.OpenAsSystem("test");
            var (board, area) = (db.NewId(), db.NewId());
            db.Units.AddRange(new Unit(board, "NÄMND", "Nämnden", UnitKind.Board, null, new(2020, 1, 1)), new Unit(area, "OMR", "Området", UnitKind.Area, board, new(2020, 1, 1)));
            await db.SaveAsync(Acts.ImportRegisters);
            await AddUnitsAsync(db, area);
            await ProfileAsync(db, board, at);
        }
        var files = Directory.CreateTempSubdirectory("vattenpass-fall-").FullName;
        foreach (var file in at.Files) File.Copy(Path.Combine(Folder, file), Path.Combine(files, Path.GetFileName(file)));
        var (output, error) = (new StringWriter(), new StringWriter());
        var status = await CommandLine.RunAsync(["import", "registers", files, "--year", "2026", "--data", folder], output, error, connection);
        Directory.Delete(files, recursive: true);
        using var after = new Databases(folder, connection, TimeProvider.System);
        await using var read = after.OpenAsSystem("test");
        return (status, error.ToString(), await RowsAsync(read));
    }

    private static async Task<PageSeen> SendAsync(Browser browser, Case at)
    {
        var page = await browser.GetAsync("/register/las-in");
        return await browser.UploadFilesAsync(page, "Filer", at.Files.Select(f => (Path.GetFileName(f), Bytes(f))), ("Input.Year", "2026"), ("spara", "true"));
    }

    private sealed record LogCase(string File, string? Told = null, string? Profile = null, string? User = null);

    private static readonly LogCase[] Logs =
    [
        .. new[] { "00-eget-format.csv", "01-lifecare-rapport-cp1252.csv", "02-lifecare-utan-huvud-cp1252.csv", "05-nationell-logg-faltnamn.csv", "09-procapita-utskrift-sidhuvud.csv", "10-procapita-sidhuvud-inne.csv",
            "14a-tid-kl.csv", "14b-tid-manadsnamn.csv", "14c-tid-tvasiffrigt-ar.csv", "14e-tid-millisekunder.csv", "14f-tid-utan-kolon.csv", "14i-tid-veckodag.csv", "15-rubriker-pa-tva-rader.csv", "16-lodstreck.csv",
            "22-en-titelrad.csv", "23-enhet-med-kod-fore-namn.csv", "24-strecklinje.csv" }.Select(f => new LogCase(f)),
        new("03-treserva-unicode-tab.txt", "0 av 6 användare i loggen finns i bemanningen"),
        new("07-nationell-logg.xml", "är en XML-fil"), new("08-procapita-grupperad-per-anvandare.csv", "saknar kolumnen användare"), new("11-fast-kolumnbredd.txt", "har fasta kolumner utan skiljetecken"),
        new("13-personnummer-som-klient.csv", "enskilda i loggen finns i placeringarna"),
        new("14g-tid-amerikansk.csv", "De första tidpunkterna är ”03/04/2024 6:51:15 AM”"), new("17-handelselogg-per-arende.csv", "saknar kolumnerna"), new("18-en-anvandare-i-rubriken.csv", "Gäller loggen en enda användare"),
        new("19-html-som-heter-xls.xls", "är en webbsida (HTML)"), new("21-besok-fran-till.csv", "saknar kolumnen tidpunkt"), new("26-logg-som-excel.xlsx", "saknar kolumnerna"),
        new("03-treserva-unicode-tab.txt", Profile: "Vår Treserva"),
    ];

    [Theory, BothDatabases]
    public async Task Logs_come_in_the_same_through_both_doors(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (databases, folder, connection) = await TestDatabases.NewAsync(kind, TimeProvider.System);
        databases.Dispose();
        var browser = await app.AsAsync(Role.LogReviewer);
        foreach (var at in Logs)
        {
            var (output, error) = (new StringWriter(), new StringWriter());
            if (at.Profile is not null)
            {
                using (var own = new Databases(folder, connection, TimeProvider.System))
                await using (var db = own.OpenAsSystem("test")) await TreservaAsync(db, Guid.Empty);
                await using (var db = app.Db()) await TreservaAsync(db, app.Cast.Board.Id);
            }
            var status = await CommandLine.RunAsync(["log-review", "--log", In(at.File), "--staff", In("bemanning.csv"), "--roles", In("personal.csv"), "--placements", In("vardrelation.csv"), "--json", "--data", folder,
                .. at.Profile is null ? Array.Empty<string>() : ["--profile", at.Profile]], output, error, connection);
            var (accesses, explained, problem) = await ByWebAsync(app, browser, at);
            if (at.Told is { } told)
            {
                Assert.True(status == 1 && error.ToString().Contains(told, StringComparison.Ordinal), $"{at.File}: {error}");
                Assert.True(problem.Contains(told, StringComparison.Ordinal), $"{at.File}: {problem}");
                continue;
            }
            Assert.True(status == 0, $"{at.File}: {error}");
            using var json = System.Text.Json.JsonDocument.Parse(output.ToString());
            Assert.Equal((80, 39), (json.RootElement.GetProperty("accesses").GetInt32(), json.RootElement.GetProperty("explained").GetInt32()));
            Assert.True((accesses, explained) == (80, 39), $"{at.File}: {accesses} {explained} {problem}");
        }
        Directory.Delete(folder, recursive: true);
    }

    private static string In(string file) => Path.Combine(Folder, "logs", file);

    private static async Task TreservaAsync(VattenpassDb db, Guid board)
    {
        var headers = LogProfile.BuiltIn.First(p => p.Name == "Treserva").Headers;
        var sheet = Web.Files.SheetReader.Read("l.txt", File.ReadAllBytes(In("03-treserva-unicode-tab.txt")), LogColumns.Knows(LogProfile.BuiltIn)).Headers;
        db.ColumnProfiles.Add(new(db.NewId(), board, LogFileKinds.Log, "Vår Treserva", new(LogFileKinds.Log.Columns
            .Select(c => (c.Name, Header: headers.GetValueOrDefault(RegisterKind.Fold(c.Name), []).FirstOrDefault(h => sheet.Contains(h)))).Where(c => c.Header is not null).ToDictionary(c => c.Name, c => c.Header!))
        { IdRules = [IdRule.InBrackets] }));
        await db.SaveAsync(Acts.ChangeRegister);
    }

    private static async Task<(long Accesses, long Explained, string Problem)> ByWebAsync(App app, Browser browser, LogCase at)
    {
        await using (var db = app.Db())
        {
            db.LogCases.RemoveRange(await db.LogCases.ToListAsync());
            db.LogImports.RemoveRange(await db.LogImports.ToListAsync());
            await db.SaveAsync(Acts.AnalyseLog);
        }
        var sent = await browser.UploadFilesAsync(await browser.GetAsync("/loggkontroll/las-in"),
            [("logg", at.File, File.ReadAllBytes(In(at.File))), ("bemanning", "b.csv", File.ReadAllBytes(In("bemanning.csv"))), ("roller", "r.csv", File.ReadAllBytes(In("personal.csv"))),
                ("placeringar", "p.csv", File.ReadAllBytes(In("vardrelation.csv")))],
            ("Input.System", "Systemet"), ("Input.From", "2024-01-01"), ("Input.To", "2024-12-31"), ("Input.Profile", at.Profile ?? ""));
        if (sent.Status is not HttpStatusCode.Redirect) return (0, 0, sent.Text);
        await app.Services.GetRequiredService<LogWorker>().RunNextAsync(default);
        await using var after = app.Db();
        var import = await after.LogImports.AsNoTracking().SingleAsync();
        return (import.Accesses, import.Counts.Sum(c => c.Explained), import.Problem);
    }
}
