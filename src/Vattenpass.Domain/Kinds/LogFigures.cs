using System.Text.Json.Nodes;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Access-log control: every working unit each month. Deviations are summed over all checks, planned or not.</summary>
public sealed record LogFigures(Figure Done, Figure Deviations, Figure WithoutControl) : KindFigures
{
    public const string DoneKey = "loggkontroll-genomforda";

    public static LogFigures? Of(YearFacts facts)
    {
        if (!facts.Knows(Registers.RegisterKinds.LogChecks) && !facts.Runs(LogControl.ControlKey)) return null;
        var checks = facts.ChecksOf(LogControl.ControlKey);
        var planned = checks.Where(facts.IsExpected).ToList();
        var without = planned.GroupBy(c => c.Unit).Where(g => g.All(c => !c.Done)).OrderBy(g => g.Key, SwedishOrder.Comparer).ToList();
        return new(
            Figure.Done(DoneKey, "genomförda kontroller", "kontroll per enhet och månad", facts, planned),
            Figure.Count("loggkontroll-avvikelser", "avvikelser", "avvikelse", facts.Period, RowsOf.Occasions,
                checks.Where(c => c.Deviating > 0).Select(c => new FigureRow(c.Id, c.Deviating, c.Deviating))),
            Figure.Count("loggkontroll-enheter-utan", "enheter utan kontroll", "enhet", facts.Period, RowsOf.Own,
                without.Select(g => new FigureRow(Guid.Empty, 1, Cells: [g.Key, $"{g.Count()}", "0"])),
                ["Enhet", "Planerade", "Gjorda"]) with
            {
                Value = without.Count == 0 ? "inga" : Prose.List(without.Select(g => g.Key)),
                NeedsAction = without.Count > 0,
            });
    }

    public IReadOnlyList<string> UnitsWithout => [.. WithoutControl.Rows.Select(r => r.Cells![0])];

    public override string Section => "Loggkontroll";
    public override IReadOnlyList<Figure> All => [Done, Deviations, WithoutControl];
    public override string JsonKey => "loggkontroll";
    public override JsonObject Json =>
        new() { ["genomförda"] = Pair(Done), ["avvikelser"] = Deviations.Share.Numerator, ["enheter_utan_kontroll"] = Names(UnitsWithout) };
}
