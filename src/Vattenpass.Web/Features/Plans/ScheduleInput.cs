using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Plans;

public enum Side { After = 1, Before = 2 }

public enum TimeUnit { Months = 1, Days = 2 }

/// <summary>How often a control is done, as a form. What a choice does not use is left out of what is saved.</summary>
public class ScheduleInput
{
    public static readonly IReadOnlyList<SelectListItem> Recurrences =
        [new("Varje månad", nameof(RecurrenceKind.EachMonth)), new("Var n:te månad", nameof(RecurrenceKind.EveryNthMonth)),
            new("Varje kvartal", nameof(RecurrenceKind.EachQuarter)), new("Vissa månader", nameof(RecurrenceKind.NamedMonths)),
            new("Vissa perioder, till exempel februari–mars", nameof(RecurrenceKind.Spans)),
            new("Flera gånger per kvartal", nameof(RecurrenceKind.TimesPerQuarter)), new("Varje tertial", nameof(RecurrenceKind.Tertial)),
            new("Vår och höst", nameof(RecurrenceKind.HalfYear)), new("En gång per år", nameof(RecurrenceKind.Year)),
            new("Vartannat eller vart n:te år", nameof(RecurrenceKind.EveryNthYear)),
            new("Varje vecka", nameof(RecurrenceKind.Week)), new("En viss veckodag", nameof(RecurrenceKind.Weekday)),
            new("Varje dag", nameof(RecurrenceKind.Day)), new("Vid varje händelse", nameof(RecurrenceKind.ByEvent)),
            new("Till varje sammanträde med nämnden", nameof(RecurrenceKind.BeforeBoard)),
            new("Vid utskottets sammanträde, varje eller var n:te månad", nameof(RecurrenceKind.AtCommittee)),
            new("Räknat från ett datum i registret", nameof(RecurrenceKind.AfterDate)),
            new("Olika ofta, efter klass eller poäng i registret", nameof(RecurrenceKind.ByClass))];
    public static readonly IReadOnlyList<SelectListItem> Days = [.. DaysOfWeek()];
    public static readonly IReadOnlyList<SelectListItem> Sides = [new("efter periodens slut", nameof(Side.After)), new("före periodens slut", nameof(Side.Before))];
    public static readonly IReadOnlyList<SelectListItem> OffsetSides = [new("efter datumet", nameof(Side.After)), new("före datumet", nameof(Side.Before))];
    public static readonly IReadOnlyList<SelectListItem> Units = [new("månader", nameof(TimeUnit.Months)), new("dagar", nameof(TimeUnit.Days))];

    public RecurrenceKind Recurrence { get; set; } = RecurrenceKind.EachMonth;
    public int? Step { get; set; }
    public int? Weekday { get; set; }
    public int? FirstYear { get; set; }
    public string? Months { get; set; }
    public int? DaysAfter { get; set; }
    public Side DueSide { get; set; } = Side.After;
    public string? Column { get; set; }
    public int? Offset { get; set; }
    public TimeUnit OffsetUnit { get; set; } = TimeUnit.Months;
    public Side OffsetSide { get; set; } = Side.After;
    public int? RepeatMonths { get; set; }
    public string? ClassColumn { get; set; }
    public string? Classes { get; set; }

    protected void Show(Recurrence r)
    {
        Recurrence = r.Kind;
        Step = r.Kind is RecurrenceKind.EveryNthMonth or RecurrenceKind.TimesPerQuarter or RecurrenceKind.EveryNthYear or RecurrenceKind.BeforeBoard or RecurrenceKind.AtCommittee ? r.Step : null;
        Weekday = r.Kind is RecurrenceKind.Weekday ? r.Step : null;
        FirstYear = r.FirstYear;
        Months = r.Kind is RecurrenceKind.Spans
            ? string.Join(", ", (r.Months ?? []).Chunk(2).Select(p => $"{p[0]}–{p[^1]}"))
            : string.Join(", ", r.Months ?? []);
        (DaysAfter, DueSide) = (Math.Abs(r.DaysAfter), r.DaysAfter < 0 ? Side.Before : Side.After);
        ShowRow(r);
    }

    private void ShowRow(Recurrence r)
    {
        if (r.After is { } after)
        {
            (Column, OffsetUnit) = (after.Column, after.Months != 0 || after.Days == 0 ? TimeUnit.Months : TimeUnit.Days);
            var count = OffsetUnit is TimeUnit.Months ? after.Months : after.Days;
            (Offset, OffsetSide) = (Math.Abs(count), count < 0 ? Side.Before : Side.After);
            RepeatMonths = after.RepeatMonths == 0 ? null : after.RepeatMonths;
        }
        if (r.Classes is { } classes) (ClassColumn, Classes) = (classes.Column, classes.Lines());
    }

    /// <summary>A method: what is validated when a form is bound is asked for its properties, and must not refuse there.</summary>
    public Recurrence ToRecurrence() => new(Recurrence, StepNumber(), MonthNumbers(), DueDays(),
        Recurrence is RecurrenceKind.EveryNthYear ? FirstYear : null,
        Recurrence is RecurrenceKind.AfterDate ? RowDate() : null,
        Recurrence is RecurrenceKind.ByClass ? ByClass.Read(ClassColumn ?? "", Classes) : null);

    /// <summary>Columns that the schedule reads must be there in the register, and hold what it needs.</summary>
    public void MustFit(RegisterKind? register)
    {
        Refusal.If(Recurrence is RecurrenceKind.AfterDate or RecurrenceKind.ByClass && register is null,
            "Välj vilket register tiden läses i, och att kontrollen gäller varje rad i ett register.", "Register");
        if (Recurrence is RecurrenceKind.AfterDate)
            Refusal.If(register?.Find(Column ?? "") is not { Type: ColumnType.Date },
                $"Registret {register?.Name ?? "som kontrollen gäller"} har ingen datumkolumn ”{Column}”.{Offer(register, dates: true)}", nameof(Column));
        if (Recurrence is RecurrenceKind.AfterDate) Column = register!.Find(Column!)!.Name;
        if (Recurrence is RecurrenceKind.ByClass)
            Refusal.If(register?.Find(ClassColumn ?? "") is null,
                $"Registret {register?.Name ?? "som kontrollen gäller"} har ingen kolumn ”{ClassColumn}”.{Offer(register, dates: false)}", nameof(ClassColumn));
        // The register's own name of the column, however it was typed.
        if (Recurrence is RecurrenceKind.ByClass) ClassColumn = register!.Find(ClassColumn!)!.Name;
    }

    private static string Offer(RegisterKind? register, bool dates)
    {
        var names = (register?.Columns ?? []).Where(c => !dates || c.Type is ColumnType.Date).Select(c => c.Name).ToList();
        return names.Count == 0 ? dates ? " Det har inga datum alls." : "" : $" Det har {Prose.List(names)}.";
    }

    private RowDate RowDate()
    {
        Refusal.If(Offset is null or < 0, "Skriv hur lång tid det är, utan minus, och välj efter eller före.", nameof(Offset));
        var count = (Offset ?? 0) * (OffsetSide is Side.Before ? -1 : 1);
        return new(Column ?? "", OffsetUnit is TimeUnit.Days ? count : 0, OffsetUnit is TimeUnit.Months ? count : 0, RepeatMonths ?? 0);
    }

    private int StepNumber() => Recurrence switch
    {
        RecurrenceKind.Weekday => Weekday ?? 0,
        RecurrenceKind.EveryNthYear or RecurrenceKind.EveryNthMonth or RecurrenceKind.TimesPerQuarter or RecurrenceKind.BeforeBoard or RecurrenceKind.AtCommittee => Step ?? 0,
        _ => Step ?? 1,
    };

    private int DueDays()
    {
        if (Recurrence is RecurrenceKind.ByEvent or RecurrenceKind.BeforeBoard or RecurrenceKind.AtCommittee or RecurrenceKind.AfterDate) return 0;
        Refusal.If(DaysAfter < 0, "Skriv antalet dagar utan minus, och välj efter eller före.", nameof(DaysAfter));
        return (DaysAfter ?? 0) * (DueSide is Side.Before ? -1 : 1);
    }

    /// <summary>Months are written as numbers, spans of months with a dash: "2–3, 9–10".</summary>
    private List<int>? MonthNumbers()
    {
        // "2 – 3", "2-3" and "2—3" are one span.
        var dashed = string.Join('–', (Months ?? "").Split(['-', '–', '—'], StringSplitOptions.TrimEntries));
        var parts = dashed.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || !(Recurrence is RecurrenceKind.EachMonth or RecurrenceKind.NamedMonths or RecurrenceKind.Spans)) return null;
        return Recurrence is RecurrenceKind.Spans
            ? [.. parts.SelectMany(p => p.Split('–') is [var from, var to] ? new[] { Number(from), Number(to) } : [Number(p), Number(p)])]
            : [.. parts.Select(Number)];
    }

    private static int Number(string text)
    {
        Refusal.If(!int.TryParse(text, CultureInfo.InvariantCulture, out var month), $"”{text}” är ingen månad. Skriv siffror 1–12.", nameof(Months));
        return month;
    }

    private static IEnumerable<SelectListItem> DaysOfWeek() =>
        Domain.Plans.Recurrence.Weekdays.Select((day, n) => new SelectListItem(day, $"{n + 1}"));
}
