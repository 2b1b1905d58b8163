using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Plans;

/// <summary>The columns a schedule can read, each with the registers that have it.</summary>
public sealed record RegisterColumns(IReadOnlyList<SelectListItem> Dates, IReadOnlyList<SelectListItem> All)
{
    public static RegisterColumns Of(IEnumerable<RegisterKind> kinds)
    {
        var columns = kinds.Where(k => k.CanBeChecked).SelectMany(k => k.Columns, (k, c) => (Kind: k, Column: c)).ToList();
        return new(Options(columns.Where(c => c.Column.Type is ColumnType.Date)), Options(columns));
    }

    private static List<SelectListItem> Options(IEnumerable<(RegisterKind Kind, Column Column)> columns) => [new("Välj", ""),
        .. columns.GroupBy(c => c.Column.Name, StringComparer.Ordinal).OrderBy(g => g.Key, SwedishOrder.Comparer)
            .Select(g => new SelectListItem($"{g.Key} ({Prose.List(g.Select(c => Prose.Inside(c.Kind.Name)))})", g.Key))];
}
