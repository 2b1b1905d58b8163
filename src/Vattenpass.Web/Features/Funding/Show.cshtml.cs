using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Funding;

/// <summary>An envelope: what is decided, planned, used and left, and what each item answers to.</summary>
[Needs(Thing.Plans)]
public sealed class ShowModel(VattenpassDb db) : VattenpassPage(db)
{
    public Envelope Envelope { get; private set; } = null!;
    public EnvelopeSum Sum => new(Envelope);
    public bool MayWrite { get; private set; }
    /// <summary>The review that each finding is in.</summary>
    public IReadOnlyDictionary<Guid, Guid> Reviews { get; private set; } = new Dictionary<Guid, Guid>();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var envelope = await Db.Envelopes.AsNoTracking().Include(e => e.Allocations).ThenInclude(a => a.Measure).FirstOrDefaultAsync(e => e.Id == id, Stop);
        if (envelope is null) return NotFound();
        Envelope = envelope;
        var named = envelope.Allocations.Select(a => a.FindingId).OfType<Guid>().ToHashSet();
        Reviews = (await Db.Reviews.AsNoTracking().Include(r => r.Findings).ToListAsync(Stop)).SelectMany(r => r.Findings).Where(f => named.Contains(f.Id)).ToDictionary(f => f.Id, f => f.ReviewId);
        MayWrite = Me.May(Thing.Plans, Right.Write, envelope);
        return Page();
    }
}
