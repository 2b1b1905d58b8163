using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Domain.Kinds;

/// <summary>A control that rows say was done, or no longer say so (content null).</summary>
public sealed record ToldCheck(Guid UnitId, string Object, string PeriodKey, OutcomeContent? Content, string Performer = "")
{
    /// <summary>What all that deviates has in common, where no row tells of a deviation by itself; "" where they do.</summary>
    public string Fault { get; init; } = "";
}

/// <summary>A deviation that a row tells of, and how far it had come.</summary>
public sealed record ToldDeviation(DeviationContent Content, string PeriodOfCheck,
    InvestigationState Investigation = InvestigationState.NotStarted, bool FedBack = false);

/// <summary>A row as it is now and as it was before the reading. Now null: it ended. Was null: it is new.</summary>
public sealed record ToldChange(RegisterKind Kind, RegisterRow? Now, RegisterRow? Was)
{
    public bool IsUnchanged => ReferenceEquals(Now, Was);
    public bool IsNew => Now is not null && !IsUnchanged;
}

/// <summary>A reading: what changed in it, every row that is in use for the year, and what the year already has.</summary>
/// <param name="HasResult">Whether the occasion of an object at a unit in a period has a result; null where there is no such occasion.</param>
/// <param name="Warn">Takes a remark on the rows of a register.</param>
public sealed record ToldRows(
    int Year, DateOnly Today, Guid RootId, IReadOnlyList<ToldChange> Changes, IReadOnlyList<RegisterRow> Rows,
    IReadOnlyList<Plans.Control> Controls,
    Func<string, Guid, string, string, bool?> HasResult, Action<string, string> Warn)
{
    private readonly Dictionary<string, RegisterRow> stores =
        Rows.Where(r => r.Register == RegisterKinds.Stores.Key).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.First());

    /// <summary>The row of the register of stores that a code stands for.</summary>
    public RegisterRow? Store(string code) => stores.GetValueOrDefault(code);

    public IEnumerable<RegisterRow> Of(RegisterKind kind) => Rows.Where(r => r.Register == kind.Key);
    public IEnumerable<ToldChange> ChangesOf(RegisterKind kind) => Changes.Where(c => c.Kind == kind && !c.IsUnchanged);

    /// <summary>The groups that have a changed row, each with all its rows of today, none where all are gone; other years' rows are not the year's.</summary>
    public IEnumerable<(T Key, IReadOnlyList<RegisterRow> Rows)> Touched<T>(RegisterKind kind, Func<RegisterRow, T> by) where T : notnull
    {
        var today = Of(kind).Where(IsInYear).ToLookup(by);
        return ChangesOf(kind).SelectMany(c => new[] { c.Now, c.Was }).OfType<RegisterRow>().Where(IsInYear).Select(by).Distinct()
            .Select(key => (key, (IReadOnlyList<RegisterRow>)[.. today[key]]));
    }

    public bool IsInYear(RegisterRow row) =>
        new[] { "period", "månad", "datum" }.Select(c => row[c]).FirstOrDefault(v => v.Length >= 4) is not { } date
            || date[..4] == $"{Year}";

    /// <summary>A register read in whole is the control of its last period: every row has been gone through by rule.</summary>
    public IEnumerable<ToldCheck> Whole(string controlKey, RegisterKind kind, Func<IReadOnlyList<RegisterRow>, int> deviating,
        string fault = "", Func<IReadOnlyList<RegisterRow>, (int Count, string Text)>? unjudged = null)
    {
        if (Controls.FirstOrDefault(c => c.Key == controlKey) is not { } control || !ChangesOf(kind).Any()) yield break;
        var opened = control.Recurrence.In(Year).Where(o => o.Opens <= Today).ToList();
        if (opened.Count == 0) yield break;
        IReadOnlyList<RegisterRow> all = [.. Of(kind)];
        var last = opened[^1].Period;
        var (left, why) = unjudged?.Invoke(all) ?? (0, "");
        yield return new(RootId, "", last.Key,
            Outcome(deviating(all), 0, all.Count - left, last.AsOf(Today), []) with
            {
                Comment = left == 0 ? "Hela registret genomgånget vid inläsning." : $"Registret genomgånget vid inläsning. {why}",
            })
        {
            Fault = fault,
        };
    }

    /// <summary>What rows show; a count that they do not have is left at zero, never invented.</summary>
    public static OutcomeContent Outcome(int deviating, int serious, int checkedCount, DateOnly on, IReadOnlyList<string> objects) => new(
        serious > 0
            ? Forms.OutcomeResult.SeriousDeviation
            : deviating > 0 ? Forms.OutcomeResult.Deviation
            : Forms.OutcomeResult.WithoutRemark,
        on, checkedCount, deviating, serious, Independence.SelfControl, "", "", objects);
}
