using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Features.PlanFiles;
using Vattenpass.Web.Files;

namespace Vattenpass.Tests.PlanFiles;

/// <summary>What a read plan becomes: a draft with every field, the same when it is read again, and gone when it is taken back.</summary>
public sealed class PlanSavingTests
{
    private static readonly string Follow = Path.Combine(AppContext.BaseDirectory, "fixtures", "delar-2022", "uppfoljning-delar-2022.docx");
    private const int Year = 2022;

    private static async Task<Databases> NewAsync(DatabaseKind kind)
    {
        var (databases, _, _) = await TestDatabases.NewAsync(kind, new FixedClock(new(2022, 9, 15, 9, 0, 0, TimeSpan.Zero)));
        await using var db = databases.OpenAsSystem("test");
        db.Units.Add(new(db.NewId(), "SN", "Socialnämnden", UnitKind.Board, null, new(2020, 1, 1)));
        await db.SaveAsync(Acts.ChangeOrganisation);
        return databases;
    }

    private static async Task<PlanOutcome> ReadInAsync(Databases databases, string name, byte[] bytes, PlanWording? wording = null, PlanChoices? choices = null)
    {
        await using var db = databases.OpenAsSystem("test");
        var importer = new PlanImporter(db);
        var document = PlanFileReader.Read(name, bytes, default);
        var outcome = await importer.ApplyAsync(document, bytes, await importer.ReadAsync(document, wording ?? PlanWording.None, Year, null, default), choices ?? PlanChoices.None, default);
        await db.SaveAsync(Acts.ReadPlan);
        return outcome;
    }

    private static Task<PlanOutcome> ReadInAsync(Databases databases) => ReadInAsync(databases, "uppfoljning.docx", File.ReadAllBytes(Follow));

    private static async Task<(Plan Plan, List<Measure> Measures)> StoredAsync(Databases databases)
    {
        await using var db = databases.OpenAsSystem("test");
        var plan = await db.Plans.Include(p => p.Risks).Include(p => p.Controls).AsSplitQuery().SingleAsync(p => p.Year == Year);
        return (plan, await db.Measures.Include(m => m.Comments).Include(m => m.Risk).OrderBy(m => m.Id).ToListAsync());
    }

    [Theory, BothDatabases]
    public async Task A_read_follow_up_becomes_a_draft_plan_with_its_risks_measures_and_controls(DatabaseKind kind)
    {
        using var databases = await NewAsync(kind);
        var outcome = await ReadInAsync(databases);
        var (plan, measures) = await StoredAsync(databases);
        Assert.Equal((PlanStatus.Draft, 8, 3, 7), (plan.Status, plan.Risks.Count, plan.Controls.Count, measures.Count));
        Assert.Equal([9, 12], plan.Risks.Select(r => r.Score?.Value).OfType<int>().Order());
        Assert.Equal(3, measures.Count(m => m.Status is MeasureStatus.Done));
        Assert.All(measures, m => Assert.Equal("Delår 2022", Assert.Single(m.Comments).Period));
        var permissions = plan.Controls.Single(c => c.AsRead!.Sample == "4");
        Assert.Equal((ControlMethod.Sample, 4, RecurrenceKind.EachQuarter, "Socialchef Förvaltning"),
            (permissions.Method, permissions.Size.Number!.Value, permissions.Recurrence.Kind, permissions.PerformerTitles));
        Assert.Equal("stickprov, storleken är inte angiven", plan.Controls.Single(c => c.AsRead!.Sample.Length == 0).MethodText);
        // Nobody of the names works here yet, so nobody gets the controls, and that is told.
        Assert.Equal(3, outcome.Left.Count(l => l.Contains("får ingen ansvarig person", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task The_same_file_read_again_changes_nothing(DatabaseKind kind)
    {
        using var databases = await NewAsync(kind);
        await ReadInAsync(databases);
        Assert.False((await ReadInAsync(databases)).Changed);
        await using var db = databases.OpenAsSystem("test");
        var file = Assert.Single(await db.PlanFiles.ToListAsync());
        Assert.Equal(File.ReadAllBytes(Follow), file.Content);
    }

    [Theory, BothDatabases]
    public async Task A_plan_written_out_and_read_in_again_changes_nothing(DatabaseKind kind)
    {
        using var databases = await NewAsync(kind);
        await ReadInAsync(databases);
        await using var db = databases.OpenAsSystem("test");
        var document = await PlanOut.ReadAsync(db, db, Year, default);
        foreach (var format in new[] { "docx", "xlsx" })
        {
            var outcome = await ReadInAsync(databases, $"ut.{format}", Formats.Of(format).Write(document!));
            Assert.False(outcome.Changed, $"{format}: {outcome.Text} {string.Join(' ', outcome.Left)}");
        }
        // Into an empty installation it gives the same plan.
        using var empty = await NewAsync(kind);
        await ReadInAsync(empty, "ut.docx", Formats.Of("docx").Write(document!));
        var ((plan, measures), (again, measuresAgain)) = (await StoredAsync(databases), await StoredAsync(empty));
        Assert.Equal(plan.Risks.Select(r => (r.Title, r.Description, r.Score?.Value)).Order(), again.Risks.Select(r => (r.Title, r.Description, r.Score?.Value)).Order());
        Assert.Equal(plan.Controls.OrderBy(c => c.Order).Select(Told), again.Controls.OrderBy(c => c.Order).Select(Told));
        Assert.Equal(measures.Select(Told).Order(), measuresAgain.Select(Told).Order());

        static string Told(object item) => item switch
        {
            Control c => $"{c.Title}|{c.Description}|{c.PerformerTitles}|{c.OfficerTitles}|{c.Recurrence}|{c.Size}|{c.AsRead!.Sentence()}|{c.AsRead.Start}|{string.Join(',', c.AsRead.Checkpoints)}|{c.AsRead.End}",
            Measure m => $"{m.Title}|{m.Description}|{m.OwnersText}|{m.ReportingText}|{m.Start}|{string.Join(',', m.Checkpoints)}|{m.End}|{m.Status}|{m.Comments[0].Text}|{m.Risk?.Title}",
            _ => throw new InvalidOperationException(),
        };
    }

    [Theory, BothDatabases]
    public async Task A_reading_can_be_taken_back_whole(DatabaseKind kind)
    {
        using var databases = await NewAsync(kind);
        await ReadInAsync(databases);
        await using (var db = databases.OpenAsSystem("test"))
        {
            await PlanUndo.ApplyAsync(db, await db.PlanFiles.SingleAsync(), default);
            await db.SaveAsync(Acts.UndoReadPlan);
        }
        await using var after = databases.OpenAsSystem("test");
        Assert.Equal((0, 0), (await after.Plans.CountAsync(), await after.Measures.CountAsync()));
        Assert.NotNull((await after.PlanFiles.SingleAsync()).UndoneAt);
    }

    [Theory, BothDatabases]
    public async Task Several_who_answer_for_a_measure_all_reach_it_and_the_first_stays_first(DatabaseKind kind)
    {
        using var databases = await NewAsync(kind);
        await using (var db = databases.OpenAsSystem("test"))
        {
            foreach (var name in new[] { "Verksamhetschef Individ", "Socialchef Förvaltning" }) db.People.Add(new(db.NewId(), name, null, null, new(2020, 1, 1)));
            await db.SaveAsync(Acts.ChangePeople);
        }
        await ReadInAsync(databases, "uppfoljning.docx", File.ReadAllBytes(Follow), PlanWording.None with { Divides = true });
        await using var after = databases.OpenAsSystem("test");
        var measure = await after.Measures.Include(m => m.Owner).SingleAsync(m => m.Title == "Familjecentral");
        Assert.Equal("Verksamhetschef Individ, Socialchef Förvaltning", measure.OwnersText);
        Assert.Equal("Socialchef Förvaltning", Assert.Single(measure.AlsoOwners).Person!.Name);
        Assert.True(measure.BelongsTo(measure.AlsoOwners[0].PersonId!.Value));
        var other = await after.Measures.SingleAsync(m => m.Title == "Kompetensförsörjningsplan");
        Assert.Equal("Verksamhetsutvecklare Administration", other.OwnersAsWritten);
    }

    [Theory, BothDatabases]
    public async Task An_adopted_plan_takes_follow_up_and_tells_what_it_lacks(DatabaseKind kind)
    {
        using var databases = await NewAsync(kind);
        await ReadInAsync(databases, "uppfoljning.docx", File.ReadAllBytes(Follow), choices: PlanChoices.None with { IsDecided = true });
        await using (var db = databases.OpenAsSystem("test"))
        {
            var plan = await db.Plans.Include(p => p.Risks).Include(p => p.Controls).SingleAsync();
            Assert.Equal(PlanStatus.Proposed, plan.Status);
            plan.Adopt(new(new(2022, 1, 20), "7", "SN 2022/1"), db.Today);
            await db.SaveAsync(Acts.AdoptPlan);
        }
        Assert.False((await ReadInAsync(databases)).Changed);
        var outcome = await ReadInAsync(databases, "annan.xlsx", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "plans", "03-riskvarden.xlsx")));
        Assert.False(outcome.Changed);
        Assert.NotEmpty(outcome.Left);
        Assert.All(outcome.Left, l => Assert.Contains("finns inte i planen, som är fastställd 2022-01-20", l, StringComparison.Ordinal));
    }

    [Fact]
    public void A_control_is_offered_the_kind_its_wording_fits_and_the_word_is_told()
    {
        var read = PlanReader.Read(PlanFileReader.Read("x.docx", File.ReadAllBytes(Follow), default), PlanWording.None, []);
        Assert.Equal(["tidsfrister|förhandsbedömning", "", "behorigheter|behörighet"], read.Controls.Select(c => KindFit.Of(c) is { } f ? $"{f.Kind.Key}|{f.Word}" : ""));
    }
}
