using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

[Needs(Thing.Plans)]
public sealed class IndexModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public IReadOnlyList<Review> Reviews { get; private set; } = [];
    public bool MayWrite => Me.Can(Thing.Plans, Right.Write);

    private IReadOnlySet<Guid> meeting = new HashSet<Guid>();

    public ReviewSum Sum(Review review) => new(review, Today, meeting);

    public async Task OnGetAsync()
    {
        Reviews = await ReviewReader.AllAsync(Db, Stop);
        await using var whole = databases.OpenAsSystem("granskningar");
        meeting = (await ReviewReader.MeetingAsync(whole, Reviews.SelectMany(r => r.Findings), Stop)).Keys.ToHashSet();
    }
}
