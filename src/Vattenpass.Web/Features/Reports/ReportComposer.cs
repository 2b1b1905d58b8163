using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;

namespace Vattenpass.Web.Features.Reports;

/// <summary>From report to document: live until it is signed, then the frozen one for ever.</summary>
public sealed class ReportComposer(Databases databases)
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Document> ComposeAsync(Report report, CancellationToken stop = default)
    {
        if (report.Status is not ReportStatus.Draft) return JsonSerializer.Deserialize<Document>(report.Frozen, Canonical)!;
        return Compose(await new ReportFactsReader(databases).ReadAsync(report, stop));
    }

    private static Document Compose(ReportFacts facts) =>
        facts.Report.Kind is ReportKind.FullYear ? FullYearReport.Compose(facts) : InterimReport.Compose(facts);

    /// <summary>What there is to sign, read at one moment: it is shown, and just that is signed.</summary>
    public async Task<Draft> DraftAsync(Report report, CancellationToken stop) =>
        new(await new ReportFactsReader(databases).ReadAsync(report, stop));

    /// <summary>A report as it stands before it is signed.</summary>
    public sealed class Draft(ReportFacts facts)
    {
        public Document Document { get; } = Compose(facts);

        public string Text => JsonSerializer.Serialize(Document, Canonical);

        /// <summary>Freezes text, figures, row identities and hashes, and stores the bytes of every format.</summary>
        public void Sign(VattenpassDb db, Report report, Guid signerId, string signerName)
        {
            var document = Signed(Document, signerName, db.Today);
            var frozen = JsonSerializer.Serialize(document, Canonical);
            var files = Formats.All.Select(f => (f.Name, Bytes: f.Write(document)))
                .Select(f => new ReportFile(db.NewId(), report, f.Name, f.Bytes, Sha256(f.Bytes)))
                .ToList();
            report.Sign(frozen, Sha256(Encoding.UTF8.GetBytes(frozen)), RowsOf(facts, document), files, signerId, signerName, db.Now, db.Today);
        }
    }

    private static Document Signed(Document document, string signer, DateOnly on) =>
        document with { Blocks = [.. document.Blocks.Select(b => b is SignatureBlock s ? s with { Name = signer, Date = on } : b)] };

    /// <summary>The rows behind each figure that the document shows, from the same reading as its sentences.</summary>
    private static string RowsOf(ReportFacts facts, Document document)
    {
        var figures = document.Figures.Select(facts.Figures.Find).OfType<Figure>();
        var rows = new SortedDictionary<string, List<string>>(figures.ToDictionary(f => f.Key,
            f => f.Rows.Select(r => r.Identity).ToList()),
            StringComparer.Ordinal);
        return JsonSerializer.Serialize(rows, Canonical);
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
