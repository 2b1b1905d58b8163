using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Vattenpass.Domain;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data.Trail;

namespace Vattenpass.Web.Data;

/// <summary>The one door for saving: permission for every changed row, an audit entry for every change, one transaction.</summary>
public abstract partial class VattenpassDb
{
    private const int LongestText = 20_000;
    private bool throughTheDoor;
    private int written, toWrite;

    /// <summary>Told how many rows of a long save are written.</summary>
    public IProgress<WorkStep>? Progress { get; set; }

    internal void Written(int rows)
    {
        var before = written;
        written += rows;
        if (before / WorkStep.Between != written / WorkStep.Between) Progress?.Report(new("Sparar", written, toWrite));
    }

    /// <summary>Saves everything changed as one act. With a submission the same form sent twice is saved once.</summary>
    /// <exception cref="NotPermitted">A changed row lies outside what the actor may do.</exception>
    /// <exception cref="Refusal">Somebody else changed the same row meanwhile, or a text cannot be stored.</exception>
    public async Task<Saved> SaveAsync(Act act, Submission? submission = null, CancellationToken stop = default)
    {
        if (submission is not null && await Submissions.AnyAsync(s => s.Key == submission.Key, stop)) return Saved.Before;
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker.Entries<Entity>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        Permit(act, changed);
        changed.ForEach(Check);
        Progress?.Report(new("Skriver händelseloggen", 0, 0));
        Trail.AddRange(Recorder.Record(this, act, changed));
        if (submission is not null) Submissions.Add(submission);
        // A changed part counts as a change of its root, so that a text written while the report was being signed is not let in.
        var roots = changed.Where(e => e.Entity is Part part && !(part.StandsBeside && e.State is EntityState.Added))
            .Select(e => Entry((Entity)RootOf(e)))
            .Where(e => e.State is EntityState.Unchanged)
            .DistinctBy(e => e.Entity)
            .ToList();
        foreach (var entry in changed.Where(e => e.State is EntityState.Modified).Concat(roots))
            entry.Property(e => e.Version).CurrentValue++;

        using var gate = await EnterGateAsync(stop);
        if (Progress is not null) (written, toWrite) = (0, ChangeTracker.Entries().Count(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted));
        throughTheDoor = true;
        try
        {
            await SaveChangesAsync(stop);
            return changed.Count > 0 ? Saved.Now : Saved.Nothing;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Någon annan har ändrat samma uppgift under tiden. Öppna sidan igen och gör om ändringen.");
        }
        catch (DbUpdateException clash) when (IsUniqueClash(clash))
        {
            if (submission is not null && await AlreadyTakenAsync(submission, stop)) return Saved.Before;
            throw new Refusal("Uppgiften finns redan. Öppna sidan igen och se vad som är registrerat.");
        }
        finally
        {
            throughTheDoor = false;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new InvalidOperationException("Save through SaveAsync(Act).");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throughTheDoor
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : throw new InvalidOperationException("Save through SaveAsync(Act).");

    /// <summary>On SQLite one writer at a time; on PostgreSQL nothing to wait for.</summary>
    protected abstract Task<IDisposable?> EnterGateAsync(CancellationToken stop);
    protected abstract bool IsUniqueClash(DbUpdateException clash);

    private async Task<bool> AlreadyTakenAsync(Submission sent, CancellationToken stop)
    {
        ChangeTracker.Clear();
        return await Submissions.AnyAsync(s => s.Key == sent.Key && s.Content == sent.Content, stop);
    }

    /// <summary>
    /// Rows of the act's own thing must be permitted, every one. What it carries along (the deviation of an outcome, the occasions
    /// of a plan) must lie in a unit where one of those rows lies, or where the act itself would be permitted.
    /// </summary>
    private void Permit(Act act, List<EntityEntry<Entity>> changed)
    {
        if (Access.IsSystem) return;
        var roots = changed.Select(RootOf).Distinct().ToList();
        var own = roots.Where(r => Rows.IsJudgedBy(act.Thing, r)).ToList();
        HashSet<Guid?> made = [];
        AddNewUnits(made, roots, Access.Of(act.Thing, act.Right).Units);
        if (own.FirstOrDefault(r => !MayBothEnds(act, r)
            && !(Entry(r).State is EntityState.Added && made.Contains(r.UnitId))) is { } refused)
            throw new NotPermitted(act, refused);
        var units = own.SelectMany(r => new[] { r.UnitId, Entry(r).Property(x => x.UnitId).OriginalValue }).ToHashSet();
        AddNewUnits(units, roots, Access.Of(act.Thing, act.Right).Units);
        foreach (var carried in roots.Except(own))
            if (!act.Carries.Contains(Rows.ThingOf(carried))
                || !(units.Contains(carried.UnitId) && units.Contains(Entry(carried).Property(r => r.UnitId).OriginalValue)
                    || MayBothEnds(act, carried)))
                throw new NotPermitted(act, carried);
    }

    /// <summary>A unit made by this very act lies where its parent lies.</summary>
    private void AddNewUnits(HashSet<Guid?> permitted, List<Root> roots, Guid[] inScope)
    {
        var made = roots.OfType<Unit>().Where(u => Entry(u).State is EntityState.Added).ToList();
        while (made.FirstOrDefault(u => permitted.Contains(u.ParentId)
            || (u.ParentId is { } parent && inScope.Contains(parent))) is { } next)
        {
            permitted.Add(next.Id);
            made.Remove(next);
        }
    }

    /// <summary>Judged where the row was and where it will be, so that nothing is moved out of, or into, reach.</summary>
    private bool MayBothEnds(Act act, Root root)
    {
        var (thing, right) = (act.Thing, act.Right);
        var entry = Entry(root);
        if (entry.State is EntityState.Added)
            return Access.May(thing, right, root.UnitId, root.Field, own: act.MakesOwn && Access.IsMine(root));
        var was = (Root)entry.OriginalValues.ToObject();
        var unitWas = entry.Property(r => r.UnitId).OriginalValue;
        var own = Access.IsMine(was) || WasMineByPart(root);
        return Access.May(thing, right, unitWas, was.Field, own)
            && (unitWas == root.UnitId || Access.May(thing, right, root.UnitId, root.Field, own));
    }

    /// <summary>
    /// Whose a row is may lie in its parts (duties in a store, owners of a measure), which its own former values do not have. Being named by
    /// this very act gives no right to it.
    /// </summary>
    private bool WasMineByPart(Root root) =>
        Access.IsMine(root) && !NamesMeAnew(Entry(root)) && !ChangeTracker.Entries<Part>().Any(p => p.Entity.Whole == root && NamesMeAnew(p));

    /// <summary>A duty has days too: one made longer is given anew.</summary>
    private bool NamesMeAnew(EntityEntry entry) => Rows.Of(entry.Metadata.ClrType).HandedOver.Any(name =>
        (entry.State is EntityState.Added || (entry.State is EntityState.Modified && (entry.Entity is StoreDuty || entry.Property(name).IsModified)))
            && entry.Property(name).CurrentValue is Guid named && Access.Selves.Contains(named));

    /// <summary>The root a changed row is judged by, and recorded under.</summary>
    internal Root RootOf(EntityEntry<Entity> entry) => entry.Entity switch
    {
        Root root => root,
        Part part =>
            part.Whole
                ?? FormerRoot(entry)
                ?? throw new InvalidOperationException($"{part.GetType().Name} was changed without its root. Load it through the root."),
        _ => throw new InvalidOperationException($"{entry.Entity.GetType().Name} is neither a root nor a part."),
    };

    /// <summary>A part taken out of its root no longer points to it; the key it was stored with still does.</summary>
    private Root? FormerRoot(EntityEntry<Entity> entry) => entry.Metadata.GetForeignKeys()
        .Where(key => key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(Root)))
        .Select(key => entry.Property(key.Properties[0]).OriginalValue as Guid?)
        .Select(id => ChangeTracker.Entries<Root>().FirstOrDefault(r => r.Entity.Id == id)?.Entity)
        .FirstOrDefault(root => root is not null);

    /// <summary>Every text goes through the one door for text, but for what has been hashed or signed as it stands.</summary>
    private static void Check(EntityEntry<Entity> entry)
    {
        if (entry.Entity is Domain.Reports.Report or Domain.Samples.Sample) return;
        foreach (var property in entry.Properties)
        {
            if (property.CurrentValue is not string value) continue;
            Refusal.If(value.Length > LongestText, $"Texten är för lång. Högst {LongestText:N0} tecken.");
            var clean = OneLine.Contains(property.Metadata.Name) ? PlainText.Line(value) : PlainText.Clean(value);
            if (clean != value) property.CurrentValue = clean;
        }
    }

    private static readonly HashSet<string> OneLine = new(StringComparer.Ordinal) { "Title", "Name", "Kind", "Code", "UserName", "EmployeeId", "Email" };
}

/// <summary>What came of saving.</summary>
public enum Saved
{
    Now,
    /// <summary>Nothing was changed.</summary>
    Nothing,
    /// <summary>The same form had been taken in before.</summary>
    Before,
}

/// <summary>The actor may not do this here. Shown as 403.</summary>
public sealed class NotPermitted(Act act, Root row) : Exception($"{act.Key} may not change {row.GetType().Name} {row.Id}.");
