using System.Globalization;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

/// <summary>
/// A time counted from a date in the object's own row: months and then days after it, or before it when they are negative, and
/// again every RepeatMonths months from there; 0 = once.
/// </summary>
public sealed record RowDate(string Column, int Days, int Months, int RepeatMonths = 0)
{
    public RowDate Checked()
    {
        Refusal.If(string.IsNullOrWhiteSpace(Column), "Välj vilket datum i registret tiden räknas från.", nameof(Column));
        Refusal.If(Days is < -1000 or > 1000 || Months is < -120 or > 120, "Tiden ska vara högst 1 000 dagar eller 120 månader.", "Offset");
        Refusal.If(RepeatMonths is < 0 or > 120, "Ange 1–120 månader mellan gångerna, eller lämna tomt när det görs en gång.", nameof(RepeatMonths));
        return this;
    }

    /// <summary>The date in the row; null when it is empty or no date.</summary>
    public DateOnly? In(IReadOnlyDictionary<string, string>? row) =>
        DateOnly.TryParseExact(RegisterRow.Cell(row, Column), "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date) ? date : null;

    /// <summary>
    /// The occurrences that are due in the year. The first opens on the date itself, or a month ahead when it is due before it;
    /// the later ones the day after the one before.
    /// </summary>
    public IEnumerable<Occurrence> In(int year, IReadOnlyDictionary<string, string>? row)
    {
        if (In(row) is not { } date || date.Year is < 1900 or > 2200) yield break;
        for (var n = 0; n == 0 || RepeatMonths > 0; n++)
        {
            var due = Due(date, n);
            if (due.Year > year) yield break;
            if (due.Year < year) continue;
            var opens = n > 0 ? Due(date, n - 1).AddDays(1) : date <= due ? date : due.AddMonths(-1);
            yield return new(new($"{year}-A{n + 1}", opens, due), opens, due);
        }
    }

    private DateOnly Due(DateOnly date, int n) => date.AddMonths(Months + (n * RepeatMonths)).AddDays(Days);

    public override string ToString() =>
        $"{Offset} ”{Column}”{(RepeatMonths == 0 ? "" : $", sedan {Recurrence.Each(RepeatMonths, "månad")}")}";

    private string Offset => (Math.Abs(Months), Math.Abs(Days)) switch
    {
        (0, 0) => "på dagen för",
        (var months, 0) => $"{Prose.Number(months, "månad", "månader")} {Side}",
        (0, var days) => $"{Prose.Number(days, "dag", "dagar")} {Side}",
        var (months, days) => $"{Prose.Number(months, "månad", "månader")} och {Prose.Number(days, "dag", "dagar")} {Side}",
    };

    private string Side => Months < 0 || Days < 0 ? "före" : "efter";
}
