using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

[Needs(Thing.Reports)]
public sealed class FileModel(VattenpassDb db, ReportComposer composer) : VattenpassPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format)
    {
        if (Formats.All.All(f => f.Name != format)) return NotFound();
        var report = await Db.Reports.AsNoTracking()
            .Include(r => r.Sections)
            .Include(r => r.Files.Where(f => f.Format == format))
            .AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Id == id, Stop);
        if (report is null) return NotFound();
        var writer = Formats.Of(format);
        var bytes = report.Files.Count > 0 ? report.Files[0].Bytes : writer.Write(await composer.ComposeAsync(report, Stop));
        var kind = report.Kind is ReportKind.FullYear ? "helar" : $"delar-{report.To:MM}";
        return File(bytes, writer.MediaType,
            $"internkontroll-{kind}-{report.Year}-v{report.Number}{(report.Status is ReportStatus.Draft ? "-utkast" : "")}.{writer.Name}");
    }
}
