using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Data.Trail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Trail;

[Needs(Thing.Trail)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int PerPage = 100;
    private static readonly Dictionary<string, string> ActTexts = typeof(Acts).GetFields()
        .Select(f => (Act)f.GetValue(null)!)
        .ToDictionary(a => a.Key, a => a.Text);

    [BindProperty(SupportsGet = true, Name = "fore")] public long? Before { get; set; }
    public IReadOnlyList<Row> Entries { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task OnGetAsync()
    {
        var entries = await Db.Trail.AsNoTracking()
            .Where(e => Before == null || e.Sequence < Before)
            .OrderByDescending(e => e.Sequence)
            .Take(PerPage)
            .ToListAsync(Stop);
        Entries = [.. entries.Select(e => new Row(
            e.Sequence, e.At, e.ActorRole.Length > 0 ? $"{e.ActorName} ({e.ActorRole})" : e.ActorName,
            Prose.Capital(ActTexts.GetValueOrDefault(e.Act, e.Act)),
            $"{Rows.Named(e.ObjectType)?.Name ?? "uppgift"}, {ChangeText(e.Change)}", e.Change is Change.Modified ? Changed(e) : ""))];
        Older = entries.Count == PerPage ? entries[^1].Sequence : null;
    }

    private static string ChangeText(Change change) => change switch { Change.Added => "ny", Change.Deleted => "borttagen", _ => "ändrad" };

    /// <summary>Which fields were changed; what they held is told where the thing itself is.</summary>
    private static string Changed(AuditEntry entry)
    {
        using var fields = JsonDocument.Parse(entry.Fields);
        return string.Join(", ",
            fields.RootElement.EnumerateObject().Select(f => MemberNames.Of(f.Name)).Distinct().Order(SwedishOrder.Comparer));
    }

    public sealed record Row(long Sequence, DateTimeOffset At, string Who, string What, string Thing, string Fields);
}
