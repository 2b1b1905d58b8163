using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Reports;

/// <summary>The span a report covers: the whole year, or January to August for the half-year follow-up.</summary>
public static class ReportPeriods
{
    public static Period Of(ReportKind kind, int year) =>
        kind is ReportKind.FullYear ? Period.Year(year) : new($"{year}-08", new(year, 1, 1), new(year, 8, 31));
}
