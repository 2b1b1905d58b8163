using Vattenpass.Domain.Consistency.Rules;

namespace Vattenpass.Domain.Consistency;

/// <summary>All rules held against a text.</summary>
public static class Checker
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new C01Percent(), new C02Sum(), new C03Whereof(), new C04Subgroups(), new C05Expected(), new C06HalfYear(), new C07Unit(), new C08ControlDate(), new C09Dates(),
        new C10Status(), new C11Moments(), new C12EmptyColumn(), new C13Owner(), new C14Missing(), new C15Score(), new C16Roles(), new C18Frequency(), new C19Money(),
        new C20Law(), new C21Year(), new C22Difference(), new C23Points(), new C24Identity(),
    ];

    public static (IReadOnlyList<Finding> Findings, IReadOnlyList<Confirmation> Confirmed) Check(ReportText report)
    {
        var rulings = Rules.Select(r => r.Try(report)).ToList();
        return ([.. rulings.SelectMany(r => r.Findings).OrderBy(f => f.Line)], [.. rulings.SelectMany(r => r.Confirmed).OrderBy(c => c.Line)]);
    }
}
