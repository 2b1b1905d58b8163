using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Overview;

/// <summary>How it is going right now, within reach; to members of the board of the whole, in numbers only.</summary>
[Needs(Thing.Figures)]
public sealed class IndexModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    [BindProperty(SupportsGet = true, Name = "omrade")] public Guid? AreaId { get; set; }

    public OverviewNow Overview { get; private set; } = null!;
    public OrganisationTree Tree { get; private set; } = null!;
    /// <summary>The numbers open their rows.</summary>
    public bool OpensRows { get; private set; }
    public bool IsPart => OpensRows && !(Me.SeesWhole(Thing.Occasions) && Me.SeesWhole(Thing.Deviations) && Me.SeesWhole(Thing.Measures));

    public async Task OnGetAsync()
    {
        Tree = await TreeAsync();
        if (AreaId is { } asked && Tree.Areas.All(a => a.Id != asked)) AreaId = null;
        OpensRows = !Me.Of(Thing.Figures, Right.Read).FormalOnly;
        await using var whole = OpensRows ? null : databases.OpenAsSystem("läget");
        Overview = await new OverviewReader(whole ?? Db, Tree, OpensRows, Stop).ReadAsync(AreaId);
    }

    /// <summary>The address of what a number counts, within the chosen area.</summary>
    public string InArea(string address) => AreaId is { } area ? $"{address}&omrade={area}" : address;
}
