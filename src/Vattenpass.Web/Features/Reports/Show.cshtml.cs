using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

[Needs(Thing.Reports)]
public sealed class ShowModel(VattenpassDb db, ReportComposer composer) : VattenpassPage(db)
{
    public Report Report { get; private set; } = null!;
    /// <summary>Made by our own writer, which encodes every text.</summary>
    public string Html { get; private set; } = "";
    public IReadOnlyList<(string Key, string Title)> Sections { get; private set; } = [];
    /// <summary>What the sections propose, line by line, with the measure that has the same words.</summary>
    public IReadOnlyList<(string Text, Measure? Measure)> Proposals { get; private set; } = [];
    public bool MayWrite { get; private set; }
    public bool MayWriteText { get; private set; }
    public bool MaySign { get; private set; }
    public bool MaySend { get; private set; }
    public bool MayDecide { get; private set; }
    public bool MayJudge { get; private set; }
    public bool MayPackage { get; private set; }
    public bool MayReceive => MayJudge && Report.Judgement is null;
    /// <summary>The board returned it, and no later version has been sent.</summary>
    public bool MayRenew { get; private set; }
    /// <summary>The version before this one, when the board returned it.</summary>
    public Report? Returned { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var report = await Db.Reports.AsNoTracking().Include(r => r.Sections).FirstOrDefaultAsync(r => r.Id == id, Stop);
        if (report is null) return NotFound();
        Report = report;
        // A member of the board opens the figures of a sent report, without the rows behind them.
        var mayOpen = Me.Can(Thing.Figures, Right.Read) && (report.IsPublished || !Me.Of(Thing.Figures, Right.Read).FormalOnly);
        Html = HtmlWriter.Body(await composer.ComposeAsync(report, Stop),
            rows => mayOpen && (!Me.Of(Thing.Figures, Right.Read).FormalOnly || report.RowsBehind(rows) is not null) ? $"/nyckeltal/{report.Year}/{rows}?rapport={report.Id}" : null, deeper: 1);
        MayWrite = report.Status is ReportStatus.Draft && Me.May(Thing.Reports, Right.Write, report);
        MaySign = report.Status is ReportStatus.Draft && Me.May(Thing.Reports, Right.Decide, report);
        MaySend = report.Status is ReportStatus.Signed && Me.May(Thing.Reports, Right.Register, report);
        var mayRegister = report.Status is ReportStatus.Sent && Me.May(Thing.Reports, Right.Register, report);
        MayPackage = mayRegister;
        MayDecide = mayRegister && report.Judgement is null;
        MayJudge = mayRegister && report.Decision?.Kind is DecisionKind.ApprovedAndForwarded;
        var before = await Db.Reports.AsNoTracking().VersionsOf(report).FirstOrDefaultAsync(r => r.Number == report.Number - 1, Stop);
        Returned = before?.IsReturned() == true ? before : null;
        MayRenew = report.IsReturned() && Me.May(Thing.Reports, Right.Write, report)
            && !(await Db.Reports.AsNoTracking().LaterThan(report).ToListAsync(Stop)).Exists(r => r.Renews(report));
        MayWriteText = report.Status is ReportStatus.Draft && Me.May(Thing.Reports, Right.Text, report);
        if (Me.Can(Thing.Measures, Right.Write)) Proposals = await ProposalsAsync(report);
        if (MayWriteText) Sections = await SectionModel.SectionsAsync(Db, report, Stop);
        return Page();
    }

    private async Task<IReadOnlyList<(string, Measure?)>> ProposalsAsync(Report report)
    {
        var lines = report.Sections.SelectMany(s => s.Proposals.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(l => l.TrimStart('-', '–', '•', '*', ' ')).Where(l => l.Length > 0).Distinct().ToList();
        var made = await Db.Measures.AsNoTracking().Where(m => lines.Contains(m.Title)).ToListAsync(Stop);
        return [.. lines.Select(l => (l, made.Find(m => m.Title == l)))];
    }
}
