using System.Globalization;
using System.Text;

namespace Vattenpass.Tests.Fences;

/// <summary>
/// Draws rooms and what they import: each room above all it uses. An arrow that others already imply is left out, so that the
/// picture can be read.
/// </summary>
public static class RoomPicture
{
    private const int Wide = 150, High = 34, Across = 18, Down = 46, Edge = 12;

    public static string Draw(string title, IReadOnlyCollection<(string From, string To)> imports)
    {
        var next = imports.ToLookup(i => i.From, i => i.To);
        var rooms = imports.SelectMany(i => new[] { i.From, i.To }).Distinct().ToList();
        var floor = rooms.ToDictionary(r => r, r => Floor(r, next));
        var floors = rooms.GroupBy(r => floor[r])
            .OrderByDescending(g => g.Key)
            .Select(g => g.Order(StringComparer.Ordinal).ToList())
            .ToList();
        var width = (2 * Edge) + (floors.Max(f => f.Count) * (Wide + Across)) - Across;
        var at = floors.SelectMany((row, n) =>
            row.Select((room, i) => (Room: room, X: ((width - (row.Count * (Wide + Across)) + Across) / 2) + (i * (Wide + Across)),
                Y: Edge + (n * (High + Down)))))
            .ToDictionary(p => p.Room, p => (p.X, p.Y));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {(floors.Count * (High + Down)) - Down + (2 * Edge)}\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n<title>{title}</title>\n");
        svg.Append("<defs><marker id=\"a\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#555\"/></marker></defs>\n");
        foreach (var (from, to) in imports.Where(i => !IsImplied(i, next))
            .OrderBy(i => i.From, StringComparer.Ordinal)
            .ThenBy(i => i.To, StringComparer.Ordinal))
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M{at[from].X + (Wide / 2)} {at[from].Y + High} {at[to].X + (Wide / 2)} {at[to].Y}\" stroke=\"#888\" marker-end=\"url(#a)\"/>\n");
        foreach (var (room, (x, y)) in at.OrderBy(a => a.Value.Y).ThenBy(a => a.Value.X))
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect x=\"{x}\" y=\"{y}\" width=\"{Wide}\" height=\"{High}\" rx=\"4\" fill=\"#fff\" stroke=\"#333\"/><text x=\"{x + (Wide / 2)}\" y=\"{y + 22}\" text-anchor=\"middle\">{Name(room)}</text>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static string Name(string room) => room.Length == 0 ? "Hosting" : room.Split('.')[^1];

    private static int Floor(string room, ILookup<string, string> next) =>
        next[room].Select(r => Floor(r, next) + 1).DefaultIfEmpty(0).Max();

    private static bool IsImplied((string From, string To) import, ILookup<string, string> next) =>
        next[import.From].Any(r => r != import.To && Reaches(r, import.To, next));

    private static bool Reaches(string from, string to, ILookup<string, string> next) =>
        next[from].Any(r => r == to || Reaches(r, to, next));
}
