using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Reports;

/// <summary>
/// The span a report covers: the whole year, or from January as many months as are chosen, or as the local rule says for the half-year follow-up.
/// Follow-ups are never summed.
/// </summary>
public static class ReportPeriods
{
    public const int FewestMonths = 3, MostMonths = 11;

    /// <param name="months">How many months a follow-up covers; null for what the local rule says.</param>
    public static Period Of(ReportKind kind, int year, LocalRules rules, int? months = null) =>
        kind is ReportKind.FullYear ? Period.Year(year) : Interim(year, months ?? rules[LocalRules.InterimMonths]);

    private static Period Interim(int year, int months) => new($"{year}-{months:00}", new(year, 1, 1), Period.Month(year, months).To);
}
