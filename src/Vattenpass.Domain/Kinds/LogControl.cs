using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Access logs, gone through or stated, in every unit each month.</summary>
public sealed class LogControl : ControlKind
{
    public const string ControlKey = "loggkontroll";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["loggkontroll", "logguppföljning", "åtkomstlogg"];
    public override bool IsBasic => true;
    public override IEnumerable<Assessment> Asks(Deviation deviation) => [Assessment.PersonalDataIncident];
    public override IReadOnlyList<string> Faults => ["läst dokumentation om brukare på annan enhet", "obehörig åtkomst"];
    public override DoneBy DoneBy => DoneBy.Log;
    public override KindFigures? Figures(YearFacts facts) => LogFigures.Of(facts);
    public override string? MethodTold(YearFacts facts) =>
        facts.Of<LogCountFact>().Any() ? "hela loggen jämförd med register, schema och uppdrag där den är inläst; oförklarade och lottade fall granskade" : null;

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Loggkontroll", Purpose = "Att bara medarbetare med en uppgift hos den enskilde har läst och skrivit i journalen.",
            Description =
                "Läs in månadens logg och bedöm fallen: de som inget förklarar, och några lottade. Utan inläst logg: granska en slumpvald dag, hela enheten, och anteckna hur många åtkomster som granskades och hur många som var obehöriga.",
            Field = Field.Access, Method = ControlMethod.Sample, Size = new(1, null),
            Recurrence = Recurrence.Monthly with { DaysAfter = 10 }, Scope = ScopeKind.Units,
            UnitOfCount = "kontroll per enhet och månad", PerformerTitles = "Enhetschef", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Förvaltningschef",
            LegalBasis = [new("PDL 2008:355 4 kap. 1–3 §§"), new("lag 2001:454 10 §", new(2024, 3, 1)), new("HSLF-FS 2016:40")], Minutes = 20,
            DeviationRule = "Åtkomst utan uppgift hos den enskilde.", SeriousRule = "Upprepad åtkomst, skyddade uppgifter eller spridning.",
        },
    ];

    public override IReadOnlyList<Block>? Tell(Telling telling)
    {
        var facts = telling.Facts;
        if (telling.Figures.Of<LogFigures>() is not { } figures
            || (facts.ChecksOf(Key).All(c => !c.Done) && !facts.Of<LogCountFact>().Any()))
            return null;
        var found = figures.Deviations.Share.Numerator;
        var said = found == 0
            ? "Inga avvikelser har"
            : found == 1 ? "En avvikelse har"
            : $"{Prose.Capital(Prose.Count(found, "avvikelse", "avvikelser"))} har";
        List<Block> blocks = [facts.IsRunning
            ? Prose.Paragraph(Prose.Text("Loggkontroller som är genomförda: "), FigureText.Show(figures.Done), Prose.Text($". {said} rapporterats."))
            : Prose.Paragraph(FigureText.Show(figures.Done), Prose.Text($" loggkontroller är genomförda. {said} rapporterats."))];
        var without = figures.UnitsWithout;
        if (without.Count > 0)
            blocks.Add(Prose.Paragraph($"{Prose.Capital(Prose.Count(without.Count, "enhet", "enheter"))} saknar loggkontroll {(facts.IsRunning ? "hittills" : "under hela perioden")}: {Prose.List(without)}."));
        if (LogReviewFigures.Of(facts) is { } review) blocks.AddRange(Reviews(review));
        return blocks;
    }

    /// <summary>Counts only: no case, user or client is told of.</summary>
    private static IEnumerable<Block> Reviews(LogReviewFigures review)
    {
        var judged = review.Reviewed == 0 ? "inget är bedömt"
            : $"{review.Reviewed} {(review.Reviewed == 1 ? "är bedömt" : "är bedömda")}. Av de bedömda var {(review.Unauthorised == 0 ? "inget obehörigt" : $"{review.Unauthorised} {(review.Unauthorised == 1 ? "obehörigt" : "obehöriga")}")}"
                + (review.Unclear == 0 ? "" : $" och {review.Unclear} {(review.Unclear == 1 ? "oklart" : "oklara")} efter att medarbetaren har svarat");
        yield return Prose.Paragraph(
            $"{Prose.Thousands(review.Accesses)} åtkomster i {Prose.List(review.Systems)} har programmet jämfört med register, schema och uppdrag. "
            + $"{Prose.Capital(Prose.Percent(review.Explained, review.Accesses))} har en förklaring i register, schema eller uppdrag. "
            + (review.RankOnly == 0 ? "" : $"Av de oförklarade är {Prose.Thousands(review.RankOnly)} av chefer, MAS, MAR, SAS eller systemförvaltare, där bara befattningen talar för åtkomsten. Bland dem lottas fall till granskning. ")
            + (review.Cases == 0 ? "Inget fall har lagts fram för granskning."
                : $"{Prose.Capital(Prose.Count(review.Cases, "fall", "fall", neuter: true))} har lagts fram för granskning, {judged}.")
            + (review.Cases > review.Reviewed && review.Reviewed > 0 ? $" {review.Cases - review.Reviewed} fall är ännu inte {(review.Cases - review.Reviewed == 1 ? "bedömt" : "bedömda")}." : ""));
        yield return new TableBlock("Loggkontroll per område", ["Område", "Åtkomster", "Oförklarade", "Fall", "Bedömda", "Obehöriga"],
            [.. review.PerArea.Select(Row)], [1, 2, 3, 4, 5]);
        if (review.PerSystem.Count > 1)
            yield return new TableBlock("Loggkontroll per system", ["System", "Åtkomster", "Oförklarade", "Fall", "Bedömda", "Obehöriga"],
                [.. review.PerSystem.Select(Row)], [1, 2, 3, 4, 5]);
        if (review.Unauthorised > 0) yield return Prose.Paragraph(Followed(review));
        yield return Prose.Paragraph(
            "Kontrollen kan inte visa nyfikenhet inom den egna enheten under ett pass. "
            + "Därför lottas även förklarade åtkomster till granskning. Det som inte loggas syns inte heller.");
    }

    /// <summary>What was done about those found unauthorised: the permission, and the talk.</summary>
    private static string Followed(LogReviewFigures review)
    {
        var (restricted, lifted) = (review.Restricted, review.Lifted);
        var permission = restricted == 0 ? "Ingen behörighet har begränsats."
            : $"Behörigheten har begränsats i {Prose.Count(restricted, "fall", "fall", neuter: true)}, och är återställd i {(lifted == 0 ? "inget" : Prose.CountWord(lifted))} av dem.";
        return $"{permission} Samtal med medarbetaren är antecknat i {(review.TalkedTo == 0 ? "inget" : Prose.CountWord(review.TalkedTo))} av {Prose.Count(review.Unauthorised, "obehörigt fall", "obehöriga fall", neuter: true)}.";
    }

    private static IReadOnlyList<string> Row(LogReviewFigures.AreaCount a) =>
        [a.Area.Length > 0 ? a.Area : "Utan område", Prose.Thousands(a.Accesses), Prose.Thousands(a.Unexplained), $"{a.Cases}",
            $"{a.Reviewed}", $"{a.Unauthorised}"];

    public override IEnumerable<ToldCheck> ChecksTold(ToldRows rows)
    {
        foreach (var (at, group) in rows.Touched(RegisterKinds.LogChecks, r => (Unit: r.AtUnit, Month: r["månad"])))
            yield return new(at.Unit, "", at.Month, group.Count == 0 ? null
                : ToldRows.Outcome(group.Sum(r => r.Number("avvikelser")), 0, group.Sum(r => r.Number("granskade_åtkomster")),
                    Period.Month(at.Month).To, []));
    }

    public override IEnumerable<ToldDeviation> DeviationsTold(RegisterRow row, ToldRows rows)
    {
        if (row.Register != RegisterKinds.LogChecks.Key) yield break;
        var (month, kind) = (row["månad"], row["kommentar"].Length > 0 ? row["kommentar"] : "obehörig åtkomst");
        for (var n = 0; n < row.Number("avvikelser"); n++)
            yield return new(new(row.AtUnit, Field.Access, kind, row["system"], Severity.Minor, Period.Month(month).To, month, null, Key), month);
    }
}
