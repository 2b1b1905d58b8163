using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Data.Trail;

namespace Vattenpass.Web.Features.Administration;

/// <summary>
/// Takes back what a leaving or a closing did, by the trail of that act, as far as it still stands: what has been changed since keeps
/// its newer value, and what has been done since stays with whoever did it.
/// </summary>
public sealed class PutBack
{
    private readonly List<(AuditEntry Entry, Dictionary<string, string?[]> Values)> entries = [];

    public static async Task<PutBack> ReadAsync(VattenpassDb system, Act act, Guid rootId, CancellationToken stop)
    {
        var found = new PutBack();
        // An act may change other rows of the same kind: the one that is asked for is the one whose last day it set.
        var last = await system.Trail.AsNoTracking()
            .Where(e => e.Act == act.Key && e.ObjectId == rootId && e.Fields.Contains("\"To\""))
            .OrderByDescending(e => e.Sequence)
            .FirstOrDefaultAsync(stop);
        if (last is null) return found;
        var all = await system.Trail.AsNoTracking().Where(e => e.ActId == last.ActId)
            .Join(system.TrailValues.AsNoTracking(), e => e.Id, v => v.EntryId,
                (e, v) => new { Entry = e, v.Values }).OrderByDescending(e => e.Entry.Sequence).ToListAsync(stop);
        found.entries.AddRange(all.Where(e => e.Values.Length > 0).Select(e => (e.Entry, Read(e.Values))));
        return found;
    }

    /// <summary>What was handed over, in words.</summary>
    public string HandedOver => Prose.List(
    [
        .. new[]
        {
            (Count<Occasion>(), "kontroll", "kontroller"), (Count<Measure>(), "åtgärd", "åtgärder"), (Count<Deviation>(), "avvikelse", "avvikelser"),
            (Count<LogCase>(), "loggfall", "loggfall"), (Count<MedicineStore>() + Count<StoreDuty>(), "uppdrag i förråd", "uppdrag i förråd"),
        }.Where(c => c.Item1 > 0).Select(c => Prose.Number(c.Item1, c.Item2, c.Item3)),
    ]);

    /// <summary>How many rows of a type the act changed.</summary>
    public int Count<T>() where T : Entity => entries.Count(e => e.Entry.ObjectType == typeof(T).Name && e.Entry.Change is Change.Modified);

    /// <param name="without">Types that are left as the act made them.</param>
    public async Task PutAsync(VattenpassDb db, VattenpassDb system, CancellationToken stop, params Type[] without)
    {
        // All are fetched before any is taken in: a row that came later would look like a new one on a root taken in before it.
        List<(Entity Row, Root Root, AuditEntry Entry, Dictionary<string, string?[]> Values)> rows = [];
        foreach (var (entry, values) in entries)
        {
            if (Rows.Named(entry.ObjectType)?.Type is not { } type || without.Contains(type)) continue;
            if (await system.FindAsync(type, [entry.ObjectId], stop) is not Entity row) continue;
            if (await WholeAsync(system, row, stop) is { } root) rows.Add((row, root, entry, values));
        }
        foreach (var (row, root, entry, values) in rows.Where(r => !r.Root.IsFinished))
        {
            db.Take(root);
            db.Take(row);
            if (entry.Change is Change.Added) NeverHeld(row);
            else Restore(db.Entry(row), values);
        }
        // A unit's name and place are those of its versions, whichever of them have come or gone since.
        foreach (var unit in rows.Select(r => r.Root).OfType<Unit>().Distinct()) unit.FollowVersions();
    }

    private static async Task<Root?> WholeAsync(VattenpassDb system, Entity row, CancellationToken stop)
    {
        if (row is Unit) await system.Entry(row).Collection(nameof(Unit.Versions)).LoadAsync(stop);
        if (row is Root root) return root;
        foreach (var up in system.Entry(row).References.Where(r => r.Metadata.TargetEntityType.ClrType.IsAssignableTo(typeof(Root))))
            await up.LoadAsync(stop);
        var whole = ((Part)row).Whole;
        if (whole is Unit) await system.Entry(whole).Collection(nameof(Unit.Versions)).LoadAsync(stop);
        return whole;
    }

    /// <summary>What the act added is on record and never held.</summary>
    private static void NeverHeld(Entity row)
    {
        switch (row)
        {
            case UnitVersion version: version.Unit.TakeBack(version.Id); break;
            case IWithdrawn withdrawn: withdrawn.Withdraw(); break;
        }
    }

    private static void Restore(EntityEntry row, Dictionary<string, string?[]> values)
    {
        foreach (var (name, value) in values)
        {
            if (row.Entity is Unit && (name is nameof(Unit.Name) or nameof(Unit.ParentId))) continue;
            if (row.Metadata.FindProperty(name) is not { } known
                || !TryRead(known.ClrType, value[0], out var old)
                || Text(row.Property(name).CurrentValue) != value[1])
                continue;
            row.Property(name).CurrentValue = old;
        }
    }

    private static bool TryRead(Type type, string? text, out object? value)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        value = text is null ? null
            : bare == typeof(Guid) ? Guid.Parse(text)
            : bare == typeof(DateOnly) ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;
        return bare == typeof(Guid) || bare == typeof(DateOnly) || bare == typeof(string);
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Dictionary<string, string?[]> Read(string values) =>
        JsonSerializer.Deserialize<Dictionary<string, string?[]>>(values) ?? [];
}
