using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Figures;

/// <summary>A row behind a figure as a page shows it. Link leads to the row's own page, where it has one.</summary>
public sealed record ShownRow(FigureRow Row, IReadOnlyList<string> Cells, string? Link);

public sealed record ShownRows(IReadOnlyList<string> Header, IReadOnlyList<ShownRow> Rows);

/// <summary>Shows the rows that a figure was counted from: those and no others, in the same reach.</summary>
public sealed class FigureRows(VattenpassDb db)
{
    private sealed record Line(IReadOnlyList<string> Cells, string? Link);

    public async Task<ShownRows> ReadAsync(Figure figure, Period period, CancellationToken stop = default)
    {
        var ids = figure.Rows.Select(r => r.Id).Where(id => id != Guid.Empty).Distinct().ToList();
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), period.To);
        var (header, lines) = figure.Kept switch
        {
            RowsOf.Occasions => await OccasionsAsync(ids, tree, stop),
            RowsOf.Deviations => await DeviationsAsync(ids, tree, stop),
            RowsOf.Register => await RegisterAsync(ids, stop),
            _ => (figure.Header ?? [], []),
        };
        // Where some count for less than a whole, the page says for how much.
        var counts = figure.Rows.Any(r => r.Numerator != r.Denominator);
        List<string> added = [.. figure.NoteHeader.Length > 0 ? [figure.NoteHeader] : Array.Empty<string>(),
            .. counts ? ["Räknas"] : Array.Empty<string>()];
        return new([.. header, .. added], [.. figure.Rows.Select(row => Shown(figure, row, lines, counts))]);
    }

    private static ShownRow Shown(Figure figure, FigureRow row, Dictionary<Guid, Line> lines, bool counts)
    {
        var line = lines.GetValueOrDefault(row.Id) ?? new(row.Cells ?? [], null);
        List<string> added = [.. figure.NoteHeader.Length > 0 ? [row.Note] : Array.Empty<string>(),
            .. counts ? [Counted(row)] : Array.Empty<string>()];
        return new(row, [.. line.Cells, .. added], line.Link);
    }

    private static string Counted(FigureRow row) => row switch
    {
        { Denominator: 1, Numerator: 1 } => "ja",
        { Denominator: 1, Numerator: 0 } => "nej",
        _ => $"{row.Numerator} av {row.Denominator}",
    };

    private async Task<(IReadOnlyList<string>, Dictionary<Guid, Line>)> OccasionsAsync(List<Guid> ids, OrganisationTree tree, CancellationToken stop)
    {
        var occasions = await db.Occasions.AsNoTracking()
            .Include(o => o.Control)
            .Include(o => o.Outcomes)
            .Where(o => ids.Contains(o.Id))
            .ToListAsync(stop);
        var today = db.Today;
        return (["Enhet", "Objekt", "Period", "Status", "Gjord", "Kontrollerade", "Med avvikelse"],
            occasions.ToDictionary(o => o.Id, o => new Line(
                [tree.NameOf(o.UnitId), o.ObjectKey, o.Period.Name, StatusText.Of(o, today), $"{o.PerformedOn:yyyy-MM-dd}",
                    $"{o.Current?.Checked}", $"{o.Current?.Deviating}"],
                $"/kontroller/{o.Id}")));
    }

    private async Task<(IReadOnlyList<string>, Dictionary<Guid, Line>)> DeviationsAsync(List<Guid> ids, OrganisationTree tree, CancellationToken stop)
    {
        var deviations = await db.Deviations.AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(stop);
        return (["Enhet", "Objekt", "Avvikelse", "Beskrivning", "Period", "Status"], deviations.ToDictionary(d => d.Id, d => new Line(
            [tree.NameOf(d.UnitId), d.ObjectKey, d.Kind, d.Description, Period.NameOf(d.PeriodKey), d.StatusText], $"/avvikelser/{d.Id}")));
    }

    private async Task<(IReadOnlyList<string>, Dictionary<Guid, Line>)> RegisterAsync(List<Guid> ids, CancellationToken stop)
    {
        var rows = await db.RegisterRows.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(stop);
        IReadOnlyList<string> columns = [.. RegisterKinds.All.Where(k => rows.Any(r => r.Register == k.Key))
            .SelectMany(k => k.Columns)
            .Select(c => c.Name)
            .Distinct()];
        return (columns, rows.ToDictionary(r => r.Id, r => new Line([.. columns.Select(c => r[c])], null)));
    }
}
