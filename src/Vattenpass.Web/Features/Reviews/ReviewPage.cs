using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>A form about a review, or about one of its findings.</summary>
public abstract class ReviewPage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public Review Review { get; private set; } = null!;
    public Finding Finding { get; private set; } = null!;

    protected async Task<bool> LoadAsync(Guid id)
    {
        Review = (await Db.Reviews.Include(r => r.Findings).FirstOrDefaultAsync(r => r.Id == id, Stop))!;
        return Review is not null && Me.May(Thing.Plans, Right.Write, Review);
    }

    protected async Task<bool> LoadAsync(Guid id, Guid finding)
    {
        if (!await LoadAsync(id)) return false;
        Finding = Review.Findings.FirstOrDefault(f => f.Id == finding)!;
        return Finding is not null;
    }
}
