using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Plans;

/// <summary>A template a plan can take a control from: built in, or got from another municipality with its form.</summary>
public sealed record OfferedTemplate(string Id, string Key, string Name, string Source, ControlContent Content, CheckForm? OwnForm)
{
    public bool IsReadIn => Guid.TryParse(Id, out _);
}

public static class OfferedTemplates
{
    public static async Task<IReadOnlyList<OfferedTemplate>> ReadAsync(VattenpassDb db, CancellationToken stop) =>
    [
        .. ControlKinds.Templates.Select((t, n) =>
            new OfferedTemplate($"{n}", t.Key, (t.Content.Item.Length > 0
                ? t.Content.Item + ": "
                : "") + t.Content.Title, "inbyggd", t.Content, null)),
        .. (await db.LibraryItems.AsNoTracking().OrderBy(i => i.Title).ToListAsync(stop)).Select(i =>
            new OfferedTemplate(i.Id.ToString(), i.Key, i.Title, i.Source, i.Content, i.Form)),
    ];

    /// <summary>A form that came with a template becomes a form here, unless there is one by that key already.</summary>
    public static async Task MakeFormAsync(VattenpassDb db, CheckForm form, Guid boardId, CancellationToken stop)
    {
        if (ControlKinds.FindForm(form.Key) is not null || await db.Forms.AnyAsync(f => f.Key == form.Key, stop)) return;
        var version = new FormVersion(db.NewId(), boardId, 1, form);
        version.Publish(db.Today);
        db.Forms.Add(version);
    }
}
