using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Administration;

/// <summary>
/// The rows that hang on a person or a unit. An administrator sees no content but may hand it over: the rows are fetched by the
/// product and saved through the door.
/// </summary>
public sealed class HandingOver
{
    private readonly List<(Hanging Kind, IReadOnlyList<Root> Rows)> found = [];

    public static async Task<HandingOver> ReadAsync(VattenpassDb system, IReadOnlyList<Hanging> kinds, Guid of, DateOnly lastDay, CancellationToken stop)
    {
        var all = new HandingOver();
        foreach (var kind in kinds)
            if (await kind.Of(system, of, lastDay).ToListAsync(stop) is { Count: > 0 } rows) all.found.Add((kind, rows));
        return all;
    }

    public bool IsEmpty => found.Count == 0;
    /// <summary>Somebody has to take over.</summary>
    public bool NeedsSuccessor => found.Exists(f => f.Kind.Act is not null);

    /// <summary>What lies beyond whoever is to take over, in words; each row is asked about where it lies.</summary>
    public IReadOnlyList<string> Beyond(Func<Thing, Root, bool> may) =>
    [
        .. found.Where(f => f.Kind.Act is not null)
            .Select(f => (f.Kind, Count: f.Rows.Count(r => !may(f.Kind.Act!.Value, r))))
            .Where(f => f.Count > 0)
            .Select(f => Prose.Number(f.Count, f.Kind.One, f.Kind.Many)),
    ];
    public IReadOnlyList<string> Lines => [.. found.Select(f => Prose.Number(f.Rows.Count, f.Kind.One, f.Kind.Many))];
    public IEnumerable<T> Rows<T>() where T : Root => found.SelectMany(f => f.Rows).OfType<T>();
    public override string ToString() => Prose.List(Lines);

    public void HandOver(VattenpassDb db, Parting parting)
    {
        foreach (var (kind, rows) in found)
            foreach (var row in rows.Select(db.Take))
                db.AddRange(kind.HandOver(row, parting));
    }
}
