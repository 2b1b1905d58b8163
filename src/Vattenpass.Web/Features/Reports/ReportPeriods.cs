using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Reports;

/// <summary>The span a report covers: the whole year, or from January as many months as the local rule says for the half-year follow-up.</summary>
public static class ReportPeriods
{
    public static Period Of(ReportKind kind, int year, LocalRules rules) =>
        kind is ReportKind.FullYear ? Period.Year(year) : Interim(year, rules[LocalRules.InterimMonths]);

    private static Period Interim(int year, int months) => new($"{year}-{months:00}", new(year, 1, 1), Period.Month(year, months).To);
}
