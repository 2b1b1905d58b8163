using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Reports;

/// <summary>Versions of one report: of the same plan, kind and last day.</summary>
public static class ReportVersions
{
    public static IQueryable<Report> VersionsOf(this IQueryable<Report> all, Report report) =>
        all.Where(r => r.PlanId == report.PlanId && r.Kind == report.Kind && r.To == report.To);

    public static IQueryable<Report> LaterThan(this IQueryable<Report> all, Report report) => all.VersionsOf(report).Where(r => r.Number > report.Number);

    /// <summary>A later version takes its place. One that was signed before the board returned this was not made because of it.</summary>
    public static bool Renews(this Report later, Report returned) =>
        later.Status is not ReportStatus.Signed || SwedishTime.DayOf(later.StartedAt) >= returned.Decision!.On;

    public static bool IsReturned(this Report report) => report.Decision is { Kind: DecisionKind.Returned };

    public static string Tone(this Report report) => report.Status is ReportStatus.Draft ? "info" : report.IsReturned() ? "warning" : "success";
}
