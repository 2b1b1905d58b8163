using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Plans;

/// <summary>A template a plan can take a control from: built in, or got from another municipality with its form.</summary>
public sealed record OfferedTemplate(string Id, string Key, string Name, string Source, ControlContent Content, CheckForm? OwnForm)
{
    public bool IsReadIn => Guid.TryParse(Id, out _);
}

public static class OfferedTemplates
{
    /// <param name="year">The year whose local rules the templates follow.</param>
    public static async Task<IReadOnlyList<OfferedTemplate>> ReadAsync(VattenpassDb db, int year, CancellationToken stop)
    {
        var rules = await RulesOn.DayAsync(db, new(year, 12, 31), stop);
        return [.. ControlKinds.Templates.Select((t, n) => BuiltIn(n, t, rules)), .. await ReadInAsync(db, stop)];
    }

    private static OfferedTemplate BuiltIn(int number, Template template, LocalRules rules) =>
        new($"{number}", template.Key, (template.Content.Item.Length > 0 ? template.Content.Item + ": " : "") + template.Content.Title, "inbyggd",
            ControlKinds.Of(template.Key).By(rules, template.Content), null);

    private static async Task<IEnumerable<OfferedTemplate>> ReadInAsync(VattenpassDb db, CancellationToken stop) =>
        (await db.LibraryItems.AsNoTracking().OrderBy(i => i.Title).ToListAsync(stop)).Select(i =>
            new OfferedTemplate(i.Id.ToString(), i.Key, i.Title, i.Source, i.Content, i.Form));

    /// <summary>A form that came with a template becomes a form here, unless there is one by that key already.</summary>
    public static async Task MakeFormAsync(VattenpassDb db, CheckForm form, Guid boardId, CancellationToken stop)
    {
        if (ControlKinds.FindForm(form.Key) is not null || await db.Forms.AnyAsync(f => f.Key == form.Key, stop)) return;
        var version = new FormVersion(db.NewId(), boardId, 1, form);
        version.Publish(db.Today);
        db.Forms.Add(version);
    }
}
