using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Features.LogReviews.Analysis;

namespace Vattenpass.Tests.LogReviews;

/// <summary>The registers of a log control as systems write them: schedules by the day, a system's own headers, and what is already read in.</summary>
public sealed class RegisterShapeTests
{
    private const string Night = "anvandare;enhet;datum;start;slut\nanna;Ask;2024-09-05;21:00;07:00\nanna;Ask;2024-09-07;0700;15.30\nanna;Ask;2024-09-08;kl 22;24:00\n";

    [Theory]
    [InlineData("2024-09-05T20:59:00", false)]
    [InlineData("2024-09-05T23:30:00", true)]
    [InlineData("2024-09-06T06:59:00", true)]
    [InlineData("2024-09-06T09:00:00", false)]
    [InlineData("2024-09-07T07:00:00", true)]
    [InlineData("2024-09-07T15:29:00", true)]
    [InlineData("2024-09-08T23:59:00", true)]
    public void A_shift_by_day_and_times_goes_over_midnight(string at, bool isOnShift)
    {
        var result = new LogScene { Shifts = Night, Rules = new() { MustBeOnShift = true, MinutesBeforeShift = 0, MinutesAfterShift = 0 } }.Run(LogScene.Row(at, "anna", "K1", "1"));
        Assert.Equal(isOnShift ? 0 : 1, result.Findings.Unexplained);
    }

    [Fact]
    public void A_shift_that_cannot_be_read_is_named_with_its_row()
    {
        var result = new LogScene { Shifts = Night + "anna;Ask;2024-09-09;ledig;\n" }.Run(LogScene.Row("2024-09-05T23:30:00", "anna", "K1", "1"));
        Assert.Contains(result.Warnings, w => w.Contains("rad 5", StringComparison.Ordinal) && w.Contains("kolumnen slut är tom", StringComparison.Ordinal)
            || w.Contains("”ledig” i kolumnen start är inget klockslag", StringComparison.Ordinal));
    }

    private static ColumnProfile Profile(RegisterKind kind, params (string Column, string Header)[] headers) =>
        new(Guid.Empty, Guid.Empty, kind, "Källan", new(headers.ToDictionary(h => h.Column, h => h.Header))
        {
            Kept = kind == LogFileKinds.Staff ? [new("Status", ["Aktiv"])] : [],
            IdRules = kind == LogFileKinds.Staff ? [IdRule.AfterBackslash, IdRule.AnyCase] : [],
        });

    [Fact]
    public void A_systems_own_headers_words_and_ids_are_read_by_the_profile()
    {
        const string staff = "Konto;Org;Fr.o.m.;T.o.m.;Status\nKOMMUN\\ANNA;Ask;2024-01-01;;Aktiv\nKOMMUN\\BO;Ask;2024-01-01;;Slutat\n";
        var profile = Profile(LogFileKinds.Staff, ("användare", "Konto"), ("enhet", "Org"), ("från", "Fr.o.m."), ("till", "T.o.m."));
        RegisterSources sources = new(Text("bemanning.csv", staff, [profile]), Text("roller.csv", "anvandare;roll\nanna;Undersköterska\n", []), Text("placeringar.csv", "klient;enhet;fran;till\nK1;Ask;2024-01-01;\n", []))
        { Profiles = [profile] };
        var (ids, reader) = (IdTables.New(), new RegisterReader(IdTables.New()));
        var read = new RegisterReader(ids).Read(sources);
        Assert.Contains("anna", ids.Users.Texts());
        Assert.DoesNotContain("bo", ids.Users.Texts());
        Assert.Equal(1, read.Users);
        reader.Read(sources);
        Assert.Contains(reader.Warnings, w => w.Contains("läst med kolumnprofilen Källan", StringComparison.Ordinal));
        Assert.Contains(reader.Warnings, w => w.Contains("1 rad lästes inte, enligt urvalet", StringComparison.Ordinal));
        var missing = Assert.Throws<Refusal>(() => RegisterReader.Check(sources with { Profiles = [] }));
        Assert.Contains("behövs en kolumnprofil för loggkontrollens bemanning", missing.Message, StringComparison.Ordinal);
    }

    private static TextSource Text(string name, string text, IReadOnlyList<ColumnProfile> profiles)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return TextSource.Of(name, () => new MemoryStream(bytes), bytes.Length, RegisterReader.KnowsBy(profiles));
    }

    [Theory, BothDatabases]
    public async Task Employees_that_are_read_in_stand_for_staffing_and_roles(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        await using (var db = app.Db())
        {
            db.LogCases.RemoveRange(await db.LogCases.ToListAsync());
            db.LogImports.RemoveRange(await db.LogImports.ToListAsync());
            (await db.People.FirstAsync(p => p.Id == app.Cast.People[Role.Performer].Id)).KnownAs("anna");
            await db.SaveAsync(Acts.AnalyseLog);
        }
        var unit = app.Cast.A.On(Cast.Today).Name;
        var browser = await app.AsAsync(Role.LogReviewer);
        var form = await browser.GetAsync("/loggkontroll/las-in");
        Assert.Contains("Utan fil används", form.Text, StringComparison.Ordinal);
        var sent = await browser.UploadManyAsync(form,
            [("logg", "l.csv", "tidpunkt;klient;enhet\n2026-05-06T10:00:00;K1;" + unit + "\n"), ("placeringar", "p.csv", $"klient;enhet;fran;till\nK1;{unit};2024-01-01;\n")],
            ("Input.System", "Systemet"), ("Input.From", "2026-05-01"), ("Input.To", "2026-05-31"), ("Input.OnlyUser", "anna"));
        Assert.True(sent.Status is System.Net.HttpStatusCode.Redirect, sent.Text);
        await app.Services.GetRequiredService<LogWorker>().RunNextAsync(default);
        await using var after = app.Db();
        var import = await after.LogImports.AsNoTracking().SingleAsync();
        Assert.True((import.Accesses, import.Counts.Sum(c => c.Explained)) == (1, 1), $"{import.Problem} {string.Join(' ', import.Remarks)} {import.Counts.Sum(c => c.Explained)}");
    }
}
