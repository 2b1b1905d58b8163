using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

public enum PlanDifference { Weakened = 1, Gone = 2, New = 3, Changed = 4, Kept = 5 }

/// <summary>A control of one year's plan beside the one it was the year before.</summary>
/// <param name="Weaker">In what way it is weaker, one sentence each; empty for one that is not.</param>
public sealed record ComparedControl(PlanDifference Difference, Control? Now, Control? Before, IReadOnlyList<string> Weaker)
{
    public Control Either => Now ?? Before!;
    public string WeakerText => string.Join(' ', Weaker);
    /// <summary>Less is controlled than the year before: the board is told why.</summary>
    public bool NeedsReason => Difference is PlanDifference.Weakened or PlanDifference.Gone;
}

/// <summary>A risk beside the one of the same title the year before.</summary>
public sealed record ComparedRisk(Risk? Now, Risk? Before);

/// <summary>Why the board should accept that less is controlled: known by the control's kind and title, and good for just that weakening.</summary>
public sealed record WeakeningReason(string Key, string Title, string Weaker, string Reason);

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
    private static Control? OnlyOneOfItsKind(Control control, Plan now, List<Control> left)
    {
        if (control.Key == Control.OwnKey || now.Controls.Count(c => c.Key == control.Key) != 1) return null;
        return left.FindAll(c => c.Key == control.Key) is [var only] ? only : null;
    }

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.CurrentCultureIgnoreCase);

    private static ComparedControl Compare(Control now, Control? before, int year, int yearBefore)
    {
        if (before is null) return new(PlanDifference.New, now, null, []);
        var weaker = Weaker(now, before, year, yearBefore).ToList();
        return new(weaker.Count > 0 ? PlanDifference.Weakened : IsSame(now, before) ? PlanDifference.Kept : PlanDifference.Changed, now, before, weaker);
    }

    private static bool IsSame(Control now, Control before) =>
        (now.Recurrence.ToString(), now.MethodText, now.ScopeText, now.PerformerTitles)
            == (before.Recurrence.ToString(), before.MethodText, before.ScopeText, before.PerformerTitles);

    /// <summary>What is not plainly as much as before, or more, is weaker: better one reason too many than a weakening that passes.</summary>
    private static IEnumerable<string> Weaker(Control now, Control before, int year, int yearBefore)
    {
        if (Seldom(now.Recurrence, before.Recurrence, year, yearBefore) is { } seldom) yield return seldom;
        if (now.Method is ControlMethod.Sample && before.Method is ControlMethod.Full) yield return "Alla kontrollerades; nu görs ett stickprov.";
        if (now.Method is ControlMethod.Sample && before.Method is ControlMethod.Sample && IsSmaller(now.Size, before.Size))
            yield return $"Stickprovet blir mindre: {before.Size} blir {now.Size}.";
        if (before.Size.Groups is { } groups && groups != now.Size.Groups) yield return $"Stickprovet togs {groups}; nu {now.Size.Groups?.ToString() ?? "ur alla tillsammans"}.";
        else if (before.Size.Groups is null && now.Size.Groups is { Words.Length: > 0 } only) yield return $"Stickprovet togs ur alla; nu {only}.";
        if (IsNarrower(now, before))
            yield return now.ScopeText == before.ScopeText ? "Färre, eller andra, enheter omfattas." : $"Omfattningen ändras: {before.ScopeText} blir {now.ScopeText}.";
        if (before.FormKey.Length > 0 && now.FormKey.Length == 0) yield return "Frågelistan är borttagen.";
        if (before.DeviationRule.Length > 0 && now.DeviationRule.Length == 0) yield return "Det står inte längre vad som är en avvikelse.";
        if (before.SeriousRule.Length > 0 && now.SeriousRule.Length == 0) yield return "Det står inte längre vad som är allvarligt.";
        if (before.ToldTitles.Length > 0 && now.ToldTitles.Length == 0) yield return "Ingen får längre veta vad kontrollen visar.";
        if (before.IsCommon && !now.IsCommon) yield return "Den är inte längre kommungemensam.";
        if (before.TellsAtOnce && !now.TellsAtOnce) yield return "Avvikelser meddelas inte längre genast.";
        if (before.NeedsApproval && !now.NeedsApproval) yield return "Utfallet godkänns inte längre av någon annan.";
    }

    /// <summary>A rule of number and per cent is smaller when it draws fewer out of some population.</summary>
    private static bool IsSmaller(SizeRule now, SizeRule before) => Array.Exists(Populations, p => now.Of(p) < before.Of(p));

    private static readonly int[] Populations = [1, 5, 10, 25, 50, 100, 200, 500, 1000];

    /// <summary>So many years even out leap years, weeks and what is done every other year.</summary>
    private const int YearsCounted = 60;

    private static string? Seldom(Recurrence now, Recurrence before, int year, int yearBefore)
    {
        if (now.ToString() == before.ToString()) return null;
        int Times(Recurrence recurrence) => recurrence.NeedsRow() ? 0 : Enumerable.Range(Math.Max(year, yearBefore), YearsCounted).Sum(recurrence.PerYear);
        var (times, were) = (Times(now), Times(before));
        // What follows a meeting, an event or each object's own row has no number of times a year to compare.
        if (times == 0 || were == 0) return $"Hur ofta ändras: {Prose.Inside(before.ToString())} blir {Prose.Inside(now.ToString())}.";
        if (times >= were) return null;
        var (a, b) = (before.PerYear(yearBefore), now.PerYear(year));
        return b > 0 && b < a
            ? $"{Prose.Capital(Prose.Times(a))} per år blir {Prose.Times(b)}."
            : $"Mer sällan: {Prose.Inside(before.ToString())} blir {Prose.Inside(now.ToString())}.";
    }

    private static bool IsNarrower(Control now, Control before)
    {
        if (now.Scope != before.Scope) return Breadth(now.Scope) <= Breadth(before.Scope);
        return now.Scope switch
        {
            ScopeKind.ChosenUnits => before.ChosenUnits.Any(u => !now.ChosenUnits.Contains(u)),
            ScopeKind.UnitsOfActivity => before.Activities.Any(a => !now.Activities.Contains(a)),
            _ => now.Register != before.Register,
        };
    }

    /// <summary>How many a scope reaches, roughly; kinds alike in breadth are not the same, and going between them wants a reason.</summary>
    private static int Breadth(ScopeKind scope) => scope switch
    {
        ScopeKind.Board => 1,
        ScopeKind.Areas or ScopeKind.ChosenUnits or ScopeKind.UnitsOfActivity => 2,
        ScopeKind.Units or ScopeKind.UnitsWithObjects => 3,
        _ => 4,
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
