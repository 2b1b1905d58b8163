using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>What a person has chosen about a reading before it is saved.</summary>
/// <param name="Kinds">Of read controls, by place, the key of the built-in kind that is taken.</param>
/// <param name="IsDecided">The board decided the plan before it was read in.</param>
public sealed record PlanChoices(IReadOnlyDictionary<string, string> Kinds, bool IsDecided)
{
    public static readonly PlanChoices None = new(new Dictionary<string, string>(), false);
}

/// <summary>What a saved reading led to. Left is what the plan could not take in, in whole sentences.</summary>
public sealed record PlanOutcome(int Year, bool Changed, string Text, IReadOnlyList<string> Left);

/// <summary>Reads plans by the municipality's own wording, and saves what was read: all of it or nothing.</summary>
public sealed class PlanImporter(VattenpassDb db)
{
    public static string NothingFound(ReadPlan read) =>
        $"Inget lästes: filen har ingen tabell med rubriker som hör till en plan, till exempel Risk, Kontroll eller Åtgärd.{(read.UnknownHeaders.Count > 0 ? $" Rubriker som inte är kända: {Prose.Some([.. read.UnknownHeaders.Select(h => h.Length > 40 ? h[..40] + "…" : h)], 3)}." : "")}";

    public static string Counted(ReadPlan read) => Counted(read.Risks.Count, read.Measures.Count, read.Controls.Count);

    public static string Counted(int risks, int measures, int controls) =>
        Prose.List([Prose.Number(risks, "risk", "risker"), Prose.Number(measures, "åtgärd", "åtgärder"), Prose.Number(controls, "kontroll", "kontroller")]);

    public async Task<PlanWording> WordingAsync(CancellationToken stop) =>
        (await db.PlanProfiles.AsNoTracking().FirstOrDefaultAsync(stop))?.Wording ?? PlanWording.None;

    private PlanPeople? people;

    /// <summary>Who is who here, read once however often a file is looked at.</summary>
    public async Task<PlanPeople> PeopleAsync(CancellationToken stop) => people ??= await PlanPeople.ReadAsync(db, stop);

    public async Task<ReadPlan> ReadAsync(SourceDocument document, PlanWording wording, int? year, string? section, CancellationToken stop, int later = 0)
    {
        var names = await PeopleAsync(stop);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(stop);
        time.CancelAfter(LongestTime);
        try
        {
            return PlanReader.Read(document, wording, names.Known, year, section, later, time.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new Refusal($"Filen {document.FileName} tar för lång tid att läsa. Dela upp den.");
        }
    }

    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(10);

    /// <summary>Puts what was read into the plan of its year; the caller saves.</summary>
    /// <exception cref="Refusal">The year is not known, the file holds several plans and none is chosen, or nothing was read.</exception>
    public async Task<PlanOutcome> ApplyAsync(SourceDocument document, byte[] content, ReadPlan read, PlanChoices choices, CancellationToken stop)
    {
        Refusal.If(read.IsEmpty, NothingFound(read));
        Refusal.If(read.Year is null, "Ange vilket år planen gäller.", "Year");
        var sections = read.Risks.Select(r => r.Section).Concat(read.Controls.Concat(read.Measures).Select(i => i.Section)).Distinct().ToList();
        Refusal.If(sections.Count > 1, $"Filen har flera planer: {Prose.List([.. sections.Select(s => s.ToString())])}. Välj en av dem.", "Section");
        var year = read.Year!.Value;
        foreach (var place in Corrections.PersonalNumbers(document))
            throw new Refusal($"{place} innehåller ett personnummer eller samordningsnummer. Ta bort det i filen och läs in den igen.");
        var board = (await db.Units.AsNoTracking().ToListAsync(stop)).Find(u => u.Kind is UnitKind.Board)
            ?? throw new Refusal("Organisationen finns inte än. Läs in den, eller lägg upp nämnden, först.");
        var plan = await db.Plans.Include(p => p.Risks).Include(p => p.Controls).AsSplitQuery().FirstOrDefaultAsync(p => p.Year == year, stop);
        var isNew = plan is null;
        plan ??= new Plan(db.NewId(), year, board.Id, $"Internkontrollplan {year}", PlanFill.ScaleFor(read));
        var measures = await db.Measures.Include(m => m.Comments).Include(m => m.Owner).Where(m => m.PlanId == plan.Id).ToListAsync(stop);
        var fill = new PlanFill(db, plan, measures, await PeopleAsync(stop), choices, isNew);
        fill.Fill(read);
        var awaits = choices.IsDecided && plan.Status is PlanStatus.Draft;
        if (awaits) plan.AwaitDecisionOnRecord();
        var then = awaits ? " Planen väntar nu på att registratorn antecknar nämndens beslut." : "";
        if (isNew) db.Plans.Add(plan);
        var made = fill.Made;
        if (made.IsNothing()) return new(year, false, $"{(fill.Left.Count > 0 ? $"Inget i {document.FileName} ändrade planen för {year}." : $"Allt i {document.FileName} fanns redan i planen för {year}.")}{(awaits ? then : " Inget har ändrats.")}", fill.Left);
        var file = new PlanFile(db.NewId(), board.Id, year, document, content, db.Now, db.Access.Name);
        file.Became(Counted(read), [.. read.Warnings.Select(w => $"{w.Place}{(w.Column.Length > 0 ? $", {w.Column}" : "")}: {w.Text}"), .. read.Told, .. fill.Left], made);
        db.PlanFiles.Add(file);
        var came = isNew ? Counted(read) : made is { Risks.Count: 0, Measures.Count: 0, Controls.Count: 0 } ? "inget nytt, men det som fanns är uppföljt"
            : $"{Counted(made.Risks.Count, made.Measures.Count, made.Controls.Count)} är nya, resten fanns";
        return new(year, true, $"{document.FileName} är inläst till planen för {year}: {came}.{then}", fill.Left);
    }
}
