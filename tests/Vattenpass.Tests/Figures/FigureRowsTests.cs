using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Tests.Imports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Figures;

namespace Vattenpass.Tests.Figures;

/// <summary>A figure opens exactly the rows it was counted from.</summary>
public sealed class FigureRowsTests
{
    private static async Task<YearFigures> ReadAsync(VattenpassDb db) =>
        YearFigures.Of(await new FactsReader(db).ReadAsync(2024, Period.Year(2024)));

    [Theory, BothDatabases]
    public async Task Every_figure_of_the_year_is_the_sum_of_the_rows_it_opens(DatabaseKind kind)
    {
        var (_, db) = await HelarTests.ImportedAsync(kind);
        var figures = (await ReadAsync(db)).Kinds.SelectMany(k => k.Figures.All).ToList();
        Assert.True(figures.Count > 25);
        Assert.Equal(figures.Count, figures.Select(f => f.Key).Distinct().Count());
        foreach (var figure in figures)
        {
            Assert.Equal((figure.Share.Numerator, figure.Share.Denominator),
                (figure.Rows.Sum(r => r.Numerator), figure.Rows.Sum(r => r.Denominator)));
            var shown = await new FigureRows(db).ReadAsync(figure, Period.Year(2024));
            Assert.Equal(figure.Rows.Count, shown.Rows.Count);
            // A row that the page could not find would have no cells.
            Assert.All(shown.Rows, r => Assert.Equal(shown.Header.Count, r.Cells.Count));
        }
    }

    [Theory, BothDatabases]
    public async Task A_part_of_a_figure_opens_its_part_and_what_was_ended_is_in_neither(DatabaseKind kind)
    {
        var (_, db) = await HelarTests.ImportedAsync(kind);
        var before = (await ReadAsync(db)).Of<MedicineFigures>()!;
        var missed = before.Planned!.Rows.First(r => r.Numerator == 0).Id;
        (await db.Occasions.FirstAsync(o => o.Id == missed)).End(new DateOnly(2024, 12, 1), "Förrådet stängdes.");
        await db.SaveAsync(Acts.ChangePlan);

        var after = (await ReadAsync(db)).Of<MedicineFigures>()!;
        Assert.Equal(before.Planned.Rows.Count - 1, after.Planned!.Rows.Count);
        Assert.DoesNotContain(after.Planned.Rows, r => r.Id == missed);
        Assert.Equal(after.Planned.Rows.Count, after.PerArea.Sum(a => a.Figure.Rows.Count));
        Assert.Equal(after.Planned.Rows.Select(r => r.Id).Order(), after.PerArea.SelectMany(a => a.Figure.Rows).Select(r => r.Id).Order());
    }
}
