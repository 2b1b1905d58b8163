using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People)]
public sealed class UnitsModel(VattenpassDb db) : VattenpassPage(db)
{
    public bool MayChange { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        MayChange = Me.Can(Thing.People, Right.Write);
        var tree = await TreeAsync();
        Rows = [.. tree.All.Select(u =>
            new Row(u.Id, tree.NameOf(u.Id), u.Code, u.Activity, u.On(Today).ParentId is { } parent ? tree.NameOf(parent) : "", $"{u.From:yyyy-MM-dd}",
                $"{u.To:yyyy-MM-dd}"))];
    }

    public sealed record Row(Guid Id, string Name, string Code, string Activity, string Parent, string From, string To);
}
