using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Figures;

[Needs(Thing.Figures)]
public sealed class RowsModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public int Year { get; private set; }
    public Figure Figure { get; private set; } = null!;
    public ShownRows Shown { get; private set; } = null!;
    /// <summary>The report whose figure was opened: its period, and what its rows were when it was signed.</summary>
    [BindProperty(SupportsGet = true, Name = "rapport")] public Guid? ReportId { get; set; }
    public Report? Report { get; private set; }
    /// <summary>The question whose answer the figure was opened from.</summary>
    [BindProperty(SupportsGet = true, Name = "fraga")] public Guid? QuestionId { get; set; }
    /// <summary>A member of the board sees the figures that the board has been told, and how many rows they are counted from; never the rows.</summary>
    public bool OnlyNumber => Me.Of(Thing.Figures, Right.Read).FormalOnly;
    /// <summary>Where the board was told of it, and as what.</summary>
    public string Told { get; private set; } = "";
    public string Of => Report?.PeriodPhrase ?? $"{Year}";
    /// <summary>How many rows there were when the report was signed, and how many of those shown have come since.</summary>
    public (int Then, int Since)? Signed { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string figure)
    {
        Report = ReportId is { } id ? await Db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.Year == year, Stop) : null;
        if (year is < 2000 or > 2100 || (ReportId is not null && Report is null)) return NotFound();
        Year = year;
        var period = Report?.Period ?? Period.Year(year);
        if (OnlyNumber) return await NumberAsync(year, figure, period);
        if (YearFigures.Of(await new FactsReader(Db).ReadAsync(year, period, Stop)).Find(figure) is not { } found) return NotFound();
        (Figure, Shown) = (found, await new FigureRows(Db).ReadAsync(found, period, Stop));
        if (Report is { SignedAt: not null } signed && signed.RowsBehind(figure) is { } then)
            Signed = (then.Count, found.Rows.Select(r => r.Identity).Except(then).Count());
        return Page();
    }

    private async Task<IActionResult> NumberAsync(int year, string figure, Period period)
    {
        if (QuestionId is { } id && (await Db.Questions.AsNoTracking().FirstOrDefaultAsync(q => q.Id == id, Stop))?.Parts.SelectMany(p => p.Figures).FirstOrDefault(f => f.Year == year && f.Key == figure) is { } answer)
            Told = $"I svaret: {answer.Text}, uppgift {answer.AsOf:yyyy-MM-dd}.";
        else if (Report is { IsPublished: true } sent && sent.RowsBehind(figure) is { } then)
            Told = $"I rapporten, som signerades {SwedishTime.Text(sent.SignedAt!.Value)}, räknades den av {Prose.Number(then.Count, "rad", "rader")}.";
        else return NotFound();
        await using var whole = databases.OpenAsSystem("nyckeltal som nämnden har fått");
        if (YearFigures.Of(await new FactsReader(whole).ReadAsync(year, period, Stop)).Find(figure) is not { } found) return NotFound();
        (Figure, Shown) = (found, new([], []));
        return Page();
    }
}
