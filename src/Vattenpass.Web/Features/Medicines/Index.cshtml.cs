using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>Every medicine store on one page: for MAS the whole municipality, for a nurse or a manager their own.</summary>
[Needs(Thing.Medicines)]
public sealed class IndexModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    private const int ChartWidth = 480, ChartHeight = 120, Edge = 10;

    [BindProperty(SupportsGet = true, Name = "ar")] public int? Year { get; set; }

    public StoreBoard Board { get; private set; } = null!;
    public bool IsMas => Me.Can(Thing.Medicines, Right.Decide);
    public bool MayAdd =>
        Me.Of(Thing.Medicines, Right.Write) is var extent && (extent.Units.Length > 0 || extent.In(Field.HealthCare).Length > 0);

    public string UnitOf(Occasion occasion) =>
        Board.Stores.FirstOrDefault(s => s.Store.Code.Equals(occasion.ObjectKey, StringComparison.OrdinalIgnoreCase))?.Store.Unit ?? "";

    public async Task OnGetAsync()
    {
        await using var system = databases.OpenAsSystem("läkemedelsförråd");
        Board = await StoreBoard.ReadAsync(Db, system, Year, Stop);
    }

    public (string Text, string Class, string Spoken) Cell(StoreMonth month)
    {
        if (month.Occasion is not { } o) return ("", "", "ingen kontroll planerad");
        var said = o.StateOn(Today) switch
        {
            OccasionState.Done when month.Deviations > 0 =>
                ($"{month.Deviations} avv{(month.Unfed > 0 ? " !" : "")}", "avvikelse",
                    $"gjord, {Prose.Number(month.Deviations, "avvikelse", "avvikelser")}{(month.Unfed > 0 ? $", varav {month.Unfed} inte återkopplade" : "")}"),
            OccasionState.Done => ("gjord", "gjord", "gjord"),
            OccasionState.NotDone => ("ej", "missad", $"ej gjord: {o.Current?.Reason}"),
            OccasionState.NotApplicable => ("–", "kommer", "ej tillämplig"),
            OccasionState.Ended => ("–", "kommer", "avslutad"),
            OccasionState.Late => ("saknas", "missad", "saknas, inget skäl angivet"),
            OccasionState.Open => ("att göra", "", "att göra"),
            _ => ("", "kommer", "kommer"),
        };
        return month.Occasion.IsDone || month.Deviations == 0
            ? said
            : ($"{said.Item1}, {month.Deviations} avv", said.Item2,
                $"{said.Item3}, {Prose.Number(month.Deviations, "avvikelse", "avvikelser")}");
    }

    /// <summary>Points of a run chart, and the height of its median.</summary>
    public static (IReadOnlyList<(double X, double Y)> Points, double Median) Chart(IReadOnlyList<RunPoint> points)
    {
        var most = Math.Max(1, points.Max(p => p.Deviations));
        double Y(double n) => ChartHeight - Edge - (n / most * (ChartHeight - (2 * Edge)));
        return ([.. points.Select((p, n) =>
            (Edge + (n * (ChartWidth - (2.0 * Edge)) / Math.Max(1, points.Count - 1)), Y(p.Deviations)))], Y(MedianOf(points)));
    }

    public static double MedianOf(IReadOnlyList<RunPoint> points) =>
        Domain.Samples.Median.Exact([.. points.Select(p => p.Deviations).Order()]);
}
