using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Figures;

/// <summary>One figure as a line: what it is, its value in the one way of writing, and the rows behind it.</summary>
public sealed record FigureLine(string Section, string Name, string Value, string RowSet, bool NeedsAction = false);

/// <summary>The year's figures as lines, for the page and the terminal.</summary>
public static class FigureLines
{
    public static IEnumerable<FigureLine> Of(YearFigures figures) =>
        [.. Medicines(figures.Medicines), .. Phones(figures.Phones), .. Rehab(figures.Rehab), .. Logs(figures.Logs), .. Clocks(figures.Clocks), .. Accounts(figures.Accounts)];

    private static IEnumerable<FigureLine> Medicines(MedicineFigures? figures)
    {
        const string section = "Läkemedelshantering";
        if (figures is null) yield break;
        if (figures.Planned is { } planned) yield return Line(section, "kontroller enligt plan", planned);
        foreach (var (area, share) in figures.PerArea) yield return Line(section, $"varav {Prose.Inside(area)}", share);
        if (figures.AllStores is { } all) yield return Line(section, "räknat på alla förråd i bruk", all);
        if (figures.KnowsStores) yield return new(section, "förråd i bruk utan kontroll", figures.WithoutControl.Count == 0 ? "inga" : Prose.List(figures.WithoutControl.Select(s => $"{s.Code} ({s.Unit})")), RowSets.AllStores, figures.WithoutControl.Count > 0);
        if (figures.Handled is not { } handled) yield break;
        yield return new(section, "avvikelser", $"{handled.Denominator}", RowSets.DrugDeviations);
        yield return Line(section, "utredda eller under utredning och återkopplade", handled);
        yield return new(section, "saldodifferenser utan utredning", figures.BalanceDifferences == 0 ? "inga saldodifferenser" : $"{figures.BalanceWithoutInvestigation} av {figures.BalanceDifferences}", RowSets.BalanceWithoutInvestigation, figures.BalanceWithoutInvestigation > 0);
    }

    private static IEnumerable<FigureLine> Phones(PhoneFigures? figures)
    {
        const string section = "Sekretess – mobiltelefoner";
        if (figures is null) yield break;
        if (figures.Checked is { } share) yield return Line(section, "kontrollerade mobiltelefoner", share);
        foreach (var term in figures.Terms.Where(t => t.Reports > 0))
            yield return new(section, $"rapporter med avvikelse, {term.Term}", $"{term.Deviating} av {term.Reports}, varav {term.Serious} {(term.Serious == 1 ? "allvarlig" : "allvarliga")}", RowSets.PhoneReports);
        if (figures.Checked is not null)
            yield return new(section, "enheter under 20 %", figures.ShortUnits.Count == 0 ? "inga" : $"{figures.ShortUnits.Count}: {Prose.List(figures.ShortUnits)}", RowSets.Phones, figures.ShortUnits.Count > 0);
    }

    private static IEnumerable<FigureLine> Rehab(RehabFigures? figures)
    {
        const string section = "Rehabilitering";
        if (figures?.Closed is { } closed) yield return Line(section, "avslutade ärenden", closed);
        if (figures?.ManyAbsences is not { } many) yield break;
        yield return new(section, "medarbetare med sex eller fler sjukfrånvarotillfällen", $"{many.Count}", RowSets.ManyAbsences);
        if (figures.Closed is null) yield break;
        yield return Line(section, "varav ärende för upprepad korttidsfrånvaro", many.Count, figures.WithRepeatedCase);
        yield return Line(section, "varav annat ärende", many.Count, figures.WithOtherCase);
        yield return Line(section, "varav inget ärende", many.Count, figures.WithoutCase);
    }

    private static IEnumerable<FigureLine> Logs(LogFigures? figures)
    {
        const string section = "Loggkontroll";
        if (figures is null) yield break;
        yield return Line(section, "genomförda kontroller", figures.Done);
        yield return new(section, "avvikelser", $"{figures.Deviations}", RowSets.LogChecks);
        yield return new(section, "enheter utan kontroll", figures.UnitsWithout.Count == 0 ? "inga" : Prose.List(figures.UnitsWithout), RowSets.LogChecks, figures.UnitsWithout.Count > 0);
    }

    private static IEnumerable<FigureLine> Clocks(ClockFigures? figures) => figures is null ? []
        : figures.PerType.Select(t => Line("Tidsfrister", $"överskridna, {t.CaseType}", t.Late));

    private static IEnumerable<FigureLine> Accounts(AccountFigures? figures)
    {
        const string section = "Behörigheter";
        if (figures is null) yield break;
        yield return new(section, $"konton per {figures.AsOf:yyyy-MM-dd}", $"{figures.Accounts}", RowSets.Accounts);
        foreach (var (difference, count) in figures.PerDifference) yield return new(section, difference, $"{count}", RowSets.Accounts);
    }

    private static FigureLine Line(string section, string name, Share share) => new(section, name, share.ToString(), share.RowSet);

    private static FigureLine Line(string section, string name, int denominator, int numerator) =>
        new(section, name, new Share(numerator, denominator, "medarbetare", default, RowSets.ManyAbsences).ToString(), RowSets.ManyAbsences);
}
