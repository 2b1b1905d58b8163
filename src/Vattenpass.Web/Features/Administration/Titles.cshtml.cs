using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People)]
public sealed class TitlesModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<Title> Titles { get; private set; } = [];
    public bool MayChange { get; private set; }

    public async Task OnGetAsync()
    {
        MayChange = Me.Can(Thing.People, Right.Write);
        Titles = await Db.Titles.AsNoTracking().OrderBy(t => t.Name).ToListAsync(Stop);
    }
}
