using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Controls;

/// <summary>A form and the number of the version it is; 0 is the built-in one, before any version was published.</summary>
public sealed record FormInUse(CheckForm Form, int Number);

public sealed class FormReader(VattenpassDb db)
{
    /// <summary>The newest published version, or the built-in form.</summary>
    public async Task<FormInUse?> InUseAsync(string key, CancellationToken stop)
    {
        if (key.Length == 0) return null;
        var version = await db.Forms.AsNoTracking()
            .Where(f => f.Key == key && f.PublishedOn != null)
            .OrderByDescending(f => f.Number)
            .FirstOrDefaultAsync(stop);
        return version is not null ? new(version.Form, version.Number) : ControlKinds.FindForm(key) is { } builtIn ? new(builtIn, 0) : null;
    }

    /// <summary>A plan is not adopted with a form that nobody has published: its controls could not be done.</summary>
    private static void MustBePublished(Plan plan, List<FormVersion> own)
    {
        var unpublished = plan.Controls.FirstOrDefault(c => c.FormKey.Length > 0
            && ControlKinds.FindForm(c.FormKey) is null
            && !own.Exists(f => f.Key == c.FormKey && f.IsLocked));
        Refusal.If(unpublished is not null,
            $"Formuläret till ”{unpublished?.Title}” är bara ett utkast. Publicera det i biblioteket, eller välj ett annat formulär.");
    }

    /// <summary>Locks the forms of a plan when it is adopted: a built-in one becomes version 1 here, so that a later release changes no answered check.</summary>
    public async Task LockAsync(VattenpassDb into, Plan plan, CancellationToken stop)
    {
        var own = await db.Forms.AsNoTracking().ToListAsync(stop);
        MustBePublished(plan, own);
        foreach (var form in plan.Controls.Select(c => c.FormKey)
            .Distinct()
            .Except(own.Select(f => f.Key))
            .Select(ControlKinds.FindForm)
            .OfType<CheckForm>())
        {
            var version = new FormVersion(db.NewId(), plan.AtUnit, 1, form);
            version.Publish(db.Today);
            into.Forms.Add(version);
        }
    }

    /// <summary>Every form there is to choose, newest version first.</summary>
    public async Task<IReadOnlyList<(string Key, string Title)>> AllAsync(CancellationToken stop)
    {
        var own = await db.Forms.AsNoTracking().OrderByDescending(f => f.Number).ToListAsync(stop);
        var published = own.Where(f => f.IsLocked).Select(f => f.Key).ToHashSet();
        return [.. own.Select(f => (f.Key, Title: published.Contains(f.Key) || ControlKinds.FindForm(f.Key) is not null ? f.Form.Title : $"{f.Form.Title} (utkast)"))
            .Concat(ControlKinds.Forms.Select(f => (f.Key, f.Title)))
            .DistinctBy(f => f.Key)
            .OrderBy(f => f.Title, SwedishOrder.Comparer)];
    }
}
