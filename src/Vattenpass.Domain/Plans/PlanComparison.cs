using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

public enum PlanDifference { Weakened = 1, Gone = 2, New = 3, Changed = 4, Kept = 5 }

/// <summary>A control of one year's plan beside the one it was the year before.</summary>
/// <param name="Weaker">In what way it is weaker, one sentence each; empty for one that is not.</param>
public sealed record ComparedControl(PlanDifference Difference, Control? Now, Control? Before, IReadOnlyList<string> Weaker)
{
    public Control Either => Now ?? Before!;
    /// <summary>Less is controlled than the year before: the board is told why.</summary>
    public bool NeedsReason => Difference is PlanDifference.Weakened or PlanDifference.Gone;
}

/// <summary>A risk beside the one of the same title the year before.</summary>
public sealed record ComparedRisk(Risk? Now, Risk? Before);

/// <summary>Why the board should accept that less is controlled: known by the control's kind and title.</summary>
public sealed record WeakeningReason(string Key, string Title, string Reason);

/// <summary>
/// A plan beside the one of the year before: what is new, kept, changed, weakened and gone. Sixteen a year that become one, all that become a
/// sample, and a control that is gone are caught, whoever made the plan.
/// </summary>
public sealed class PlanComparison
{
    public IReadOnlyList<ComparedControl> Controls { get; }
    public IReadOnlyList<ComparedRisk> Risks { get; }

    public PlanComparison(Plan now, Plan before)
    {
        var left = before.Controls.ToList();
        List<ComparedControl> compared = [];
        foreach (var control in now.Controls.OrderBy(c => c.Order))
        {
            var was = left.Find(c => c.Key == control.Key && c.Title == control.Title) ?? OnlyOneOfItsKind(control, now, left);
            if (was is not null) left.Remove(was);
            compared.Add(Compare(control, was, now.Year, before.Year));
        }
        Controls = [.. compared, .. left.Select(c => new ComparedControl(PlanDifference.Gone, null, c, [$"{c.Title} finns inte längre i planen."]))];
        var risks = before.Risks.ToList();
        Risks = [.. now.Risks.Select(r => new ComparedRisk(r, risks.Find(b => Same(b.Title, r.Title)))),
            .. risks.Where(b => now.Risks.All(r => !Same(b.Title, r.Title))).Select(b => new ComparedRisk(null, b))];
    }

    public IEnumerable<ComparedControl> InNeedOfReason => Controls.Where(c => c.NeedsReason);

    /// <summary>A built-in kind that stands once in both plans is the same control, whatever it is called; the municipality's own are known by title.</summary>
    private static Control? OnlyOneOfItsKind(Control control, Plan now, List<Control> left) =>
        control.Key != Control.OwnKey && now.Controls.Count(c => c.Key == control.Key) == 1 && left.Where(c => c.Key == control.Key).ToList() is [var only] ? only : null;

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.CurrentCultureIgnoreCase);

    private static ComparedControl Compare(Control now, Control? before, int year, int yearBefore)
    {
        if (before is null) return new(PlanDifference.New, now, null, []);
        var weaker = Weaker(now, before, year, yearBefore).ToList();
        return new(weaker.Count > 0 ? PlanDifference.Weakened : IsSame(now, before) ? PlanDifference.Kept : PlanDifference.Changed, now, before, weaker);
    }

    private static bool IsSame(Control now, Control before) =>
        now.Recurrence.ToString() == before.Recurrence.ToString() && now.MethodText == before.MethodText && now.ScopeText == before.ScopeText && now.PerformerTitles == before.PerformerTitles;

    private static IEnumerable<string> Weaker(Control now, Control before, int year, int yearBefore)
    {
        // One that follows a date in each object's own row has no number of times a year.
        if (!now.Recurrence.NeedsRow() && !before.Recurrence.NeedsRow() && now.Recurrence.PerYear(year) is var times && before.Recurrence.PerYear(yearBefore) is var were && times < were)
            yield return $"{Prose.Capital(Prose.Times(were))} per år blir {Prose.Times(times)}.";
        if (before.Method is ControlMethod.Full && now.Method is ControlMethod.Sample) yield return "Alla kontrollerades; nu görs ett stickprov.";
        if (before.Method is ControlMethod.Sample && now.Method is ControlMethod.Sample && IsSmaller(now.Size, before.Size)) yield return $"Stickprovet blir mindre: {before.Size} blir {now.Size}.";
        if (IsNarrower(now, before)) yield return $"Färre omfattas: {before.ScopeText} blir {now.ScopeText}.";
        if (before.NeedsApproval && !now.NeedsApproval) yield return "Utfallet godkänns inte längre av någon annan.";
    }

    private static bool IsSmaller(SizeRule now, SizeRule before) =>
        (now.Percent < before.Percent && !(now.Number > before.Number)) || (now.Number < before.Number && !(now.Percent > before.Percent));

    private static bool IsNarrower(Control now, Control before) => (before.Scope, now.Scope) switch
    {
        (ScopeKind.Units, ScopeKind.ChosenUnits or ScopeKind.UnitsOfActivity or ScopeKind.Areas or ScopeKind.Board) => true,
        (ScopeKind.Objects or ScopeKind.UnitsWithObjects, ScopeKind.ChosenUnits or ScopeKind.Areas or ScopeKind.Board) => true,
        (ScopeKind.ChosenUnits, ScopeKind.ChosenUnits) => now.ChosenUnits.Count < before.ChosenUnits.Count,
        (ScopeKind.UnitsOfActivity, ScopeKind.UnitsOfActivity) => now.Activities.Count < before.Activities.Count && now.Activities.All(before.Activities.Contains),
        _ => false,
    };
}

public static class PlanDifferenceNames
{
    public static string Swedish(this PlanDifference difference) => difference switch
    {
        PlanDifference.Weakened => "försvagad",
        PlanDifference.Gone => "borttagen",
        PlanDifference.New => "ny",
        PlanDifference.Changed => "ändrad",
        PlanDifference.Kept => "oförändrad",
        _ => throw new InvalidOperationException(),
    };
}
