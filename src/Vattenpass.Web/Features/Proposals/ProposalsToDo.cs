using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Proposals;

/// <summary>Risks that somebody has proposed and nobody has decided on.</summary>
public sealed class ProposalsToDo : ToDoSource
{
    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        if (!look.Me.Can(Thing.Plans, Right.Write)) return [];
        var waiting = await look.Db.Proposals.CountAsync(p => p.DecidedOn == null, look.Stop);
        return waiting == 0 ? []
            : [new(ToDoPart.Decision, Prose.Capital(Prose.Count(waiting, "föreslagen risk", "föreslagna risker")), "Ta ställning till om de ska med i planen", "väntar", "info", "/riskforslag")];
    }
}
