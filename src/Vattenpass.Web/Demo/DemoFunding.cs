using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>Ten million kronor that the demo municipality's board has set aside, most of it divided, some of it used.</summary>
/// <param name="review">The review that the money answers.</param>
public sealed class DemoFunding(VattenpassDb db, DemoTown town, DateOnly today, Review review)
{
    public async Task AddAsync(CancellationToken stop)
    {
        var year = today.Year;
        var training = await db.Measures.FirstAsync(m => m.Title == "Utbildning i läkemedelshantering" && m.Start >= new DateOnly(year, 1, 1), stop);
        var envelope = new Envelope(db.NewId(), town.Board.Id, new("Stärkt kvalitet i vård och omsorg", 10_000_000, year, "socialnämnden", new(year - 1, 12, 10), $"SN § 113, SN {year - 1}/204"));
        var counted = new DateOnly(year, today.Month, 1).AddDays(-1);
        Add("Fyra enhetschefer", "", 4, 3_400_000, 2_100_000, finding: "Chefer har för många");
        Add("Tre HR-konsulter", "Bemanningen växlar och introduktionen brister", 3, 2_100_000, 1_250_000);
        Add("Två socialt ansvariga samordnare", "", 2, 1_500_000, null, finding: "Social dokumentation");
        Add("Utbildning i lågaffektivt bemötande", "", null, 600_000, 180_000, finding: "Kompetens i lågaffektivt");
        Add("Utbildning i läkemedelshantering", "Räkningen av läkemedel görs inte varje månad", null, 900_000, 640_000, training.Id);
        Add("Kartläggning av processer", "", null, null, null);
        db.Envelopes.Add(envelope);
        await db.SaveAsync(Acts.ChangeFunding, stop: stop);

        Finding? Named(string finding) => finding.Length == 0 ? null : review.Findings.First(f => f.Title.StartsWith(finding, StringComparison.Ordinal));

        void Add(string purpose, string answers, decimal? posts, long? planned, long? used, Guid? measure = null, string finding = "") =>
            envelope.Allocate(db.NewId(), new(purpose) { Answers = Named(finding)?.Title ?? answers, Posts = posts, Planned = planned, Used = used, UsedOn = used is null ? null : counted, MeasureId = measure, FindingId = Named(finding)?.Id });
    }
}
