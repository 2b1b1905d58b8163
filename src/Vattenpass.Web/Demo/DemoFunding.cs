using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>Ten million kronor that the demo municipality's board has set aside, most of it divided, some of it used.</summary>
public sealed class DemoFunding(VattenpassDb db, DemoTown town, DateOnly today)
{
    public async Task AddAsync(CancellationToken stop)
    {
        var year = today.Year;
        var training = await db.Measures.FirstAsync(m => m.Title == "Utbildning i läkemedelshantering" && m.Start >= new DateOnly(year, 1, 1), stop);
        var envelope = new Envelope(db.NewId(), town.Board.Id, new("Stärkt kvalitet i vård och omsorg", 10_000_000, year, "socialnämnden", new(year - 1, 12, 10), $"SN § 113, SN {year - 1}/204"));
        var counted = new DateOnly(year, today.Month, 1).AddDays(-1);
        Add("Fyra enhetschefer", "Cheferna har för många medarbetare för att vara närvarande", 4, 3_400_000, 2_100_000);
        Add("Tre HR-konsulter", "Bemanningen växlar och introduktionen brister", 3, 2_100_000, 1_250_000);
        Add("Två socialt ansvariga samordnare", "Dokumentationen är otydlig och inte uppdaterad", 2, 1_500_000, null);
        Add("Utbildning i läkemedelshantering", "Räkningen av läkemedel görs inte varje månad", null, 900_000, 640_000, training.Id);
        Add("Kartläggning av processer", "", null, null, null);
        db.Envelopes.Add(envelope);
        await db.SaveAsync(Acts.ChangeFunding, stop: stop);

        void Add(string purpose, string answers, decimal? posts, long? planned, long? used, Guid? measure = null) =>
            envelope.Allocate(db.NewId(), new(purpose) { Answers = answers, Posts = posts, Planned = planned, Used = used, UsedOn = used is null ? null : counted, MeasureId = measure });
    }
}
