using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Rules;

/// <summary>Every number the municipality decides for itself, with the value that holds, who answers for it and who decided.</summary>
[Needs(Thing.Plans)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public IReadOnlyList<(LocalRuleKind Kind, IReadOnlyList<LocalRule> Rules)> Rules { get; private set; } = [];
    public bool MayChange => Me.Can(Thing.Plans, Right.Write);

    public async Task OnGetAsync()
    {
        var rules = (await Db.LocalRules.AsNoTracking().OrderByDescending(r => r.From).ToListAsync(Stop)).ToLookup(r => r.Key);
        Rules = [.. LocalRules.All.Select(k => (k, (IReadOnlyList<LocalRule>)[.. rules[k.Key]]))];
    }
}
