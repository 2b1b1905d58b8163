using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int MostDecided = 20, MostImports = 12;
    private OrganisationTree tree = null!;

    public IReadOnlyList<LogCase> Open { get; private set; } = [];
    public IReadOnlyList<LogCase> Decided { get; private set; } = [];
    public IReadOnlyList<LogCase> Restricted { get; private set; } = [];
    public IReadOnlyList<LogImport> Imports { get; private set; } = [];
    public LogCase? Next => Queue.First(Open);
    public bool MayReview => Me.Can(Thing.LogReviews, Right.Write);
    public bool MayImport => Me.Has(Role.LogReviewer);
    public string Place(LogCase of) => tree.NameOf(of.UnitId);

    public async Task OnGetAsync()
    {
        tree = await TreeAsync();
        Open = await Queue.OpenAsync(Db, Stop);
        Decided = await Db.LogCases.AsNoTracking()
            .Where(LogCase.Decided)
            .OrderByDescending(c => c.DecidedAt)
            .Take(MostDecided)
            .ToListAsync(Stop);
        Restricted = (await Db.LogCases.AsNoTracking()
            .Where(c => c.Verdict == Verdict.Unauthorised && c.RestrictionLiftedOn == null)
            .ToListAsync(Stop)).Where(c => c.IsRestrictionOpen).ToList();
        Imports = await Db.LogImports.AsNoTracking().OrderByDescending(i => i.Id).Take(MostImports).ToListAsync(Stop);
    }
}

/// <summary>The cases that wait, in the order they should be taken: what the rules queued first, by strength and rank; then what was drawn.</summary>
public static class Queue
{
    /// <summary>The one to take now: a case that waits for an answer is not in the way of the others.</summary>
    public static LogCase? First(IEnumerable<LogCase> open) => open.MinBy(c => c.WaitsForAnswer);

    public static async Task<List<LogCase>> OpenAsync(VattenpassDb db, CancellationToken stop) =>
        [.. (await db.LogCases.AsNoTracking().Include(c => c.Openings).Where(LogCase.Waits).ToListAsync(stop))
            .OrderBy(c => c.Verdict is not null).ThenBy(c => c.Strength)
            .ThenBy(c => c.Kind)
            .ThenBy(c => c.PeriodKey, StringComparer.Ordinal)
            .ThenBy(c => c.Rank)
            .ThenBy(c => c.Number, StringComparer.Ordinal)];
}
