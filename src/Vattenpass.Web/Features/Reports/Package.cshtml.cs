using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

/// <summary>A sent report as it leaves the board: the stored files, the decision, and a list of them with numbers, days and checksums.</summary>
[Needs(Thing.Reports, Right.Register)]
public sealed class PackageModel(VattenpassDb db) : VattenpassPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var report = await Db.Reports.AsNoTracking().Include(r => r.Files).FirstOrDefaultAsync(r => r.Id == id, Stop);
        if (report is not { Status: ReportStatus.Sent } || !Me.May(Thing.Reports, Right.Register, report)) return NotFound();
        var name = $"internkontroll-{report.Year}-v{report.Number}";
        List<PackedFile> files = [.. report.Files.OrderBy(f => f.Format, StringComparer.Ordinal).Select(f => new PackedFile($"{name}.{f.Format}", f.Bytes))];
        if (report.Decision is { } decision) files.Add(new("beslut.txt", Encoding.UTF8.GetBytes(DecisionText(report, decision))));
        files.Add(new("metadata.json", Encoding.UTF8.GetBytes(Metadata(report, files).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))));
        return File(Package.Of(files, SwedishTime.Of(Db.Now)), "application/zip", $"{name}.zip");
    }

    private static string DecisionText(Report report, BoardDecision decision) => string.Join('\n', new[]
    {
        $"{report.Title}. Dnr {report.RegistryNumber}.", decision.Sentence(),
        decision.Motions.Length > 0 ? $"Yrkanden: {decision.Motions}" : "",
        decision.Reservations.Length > 0 ? $"Reservationer och särskilda yttranden: {decision.Reservations}" : "",
    }.Where(l => l.Length > 0)) + "\n";

    private static JsonObject Metadata(Report report, IReadOnlyList<PackedFile> files) => new()
    {
        ["titel"] = report.Title,
        ["period"] = report.PeriodText,
        ["version"] = report.Number,
        ["diarienummer"] = report.RegistryNumber,
        ["signerad"] = SwedishTime.Text(report.SignedAt!.Value),
        ["signerad_av"] = report.SignedByName,
        ["skickad_till_nämnden"] = $"{report.SentOn:yyyy-MM-dd}",
        ["nämndens_beslut"] = report.Decision?.Sentence(),
        ["filer"] = new JsonArray([.. files.Select(f => new JsonObject
        {
            ["fil"] = f.Path,
            ["byte"] = f.Bytes.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(f.Bytes)),
        })]),
    };
}
