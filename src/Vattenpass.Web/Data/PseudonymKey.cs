using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Web.Data;

/// <summary>The municipality's key for pseudonyms. It lies with the other keys, and goes along in a backup as they do.</summary>
public static class PseudonymKey
{
    public const string Element = "pseudonyms";

    /// <summary>The key that is kept, or a new one that is kept when it has been used; see <see cref="Keep"/>.</summary>
    public static async Task<Pseudonyms> ReadAsync(VattenpassDb db, CancellationToken stop)
    {
        var stored = (await db.Keys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToListAsync(stop)).Select(XElement.Parse).FirstOrDefault(x => x.Name == Element);
        return stored is null ? Pseudonyms.OfThisRun() : new(Convert.FromBase64String(stored.Value));
    }

    /// <summary>A new key that has given pseudonyms is saved with them.</summary>
    public static void Keep(VattenpassDb db, Pseudonyms pseudonyms)
    {
        if (pseudonyms.ToKeep() is { } key)
            db.Keys.Add(new() { Xml = new XElement(Element, Convert.ToBase64String(key)).ToString(SaveOptions.DisableFormatting) });
    }
}
