using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Registers;

namespace Vattenpass.Web.Data;

/// <summary>The municipality's key for pseudonyms. It lies with the other keys, and goes along in a backup as they do.</summary>
public static class PseudonymKey
{
    public const string Element = "pseudonyms";

    /// <summary>The key, made when there is none yet; it is saved with whatever is saved next.</summary>
    public static async Task<Pseudonyms> ReadAsync(VattenpassDb db, CancellationToken stop)
    {
        var stored = (await db.Keys.AsNoTracking().Select(k => k.Xml).ToListAsync(stop)).Select(XElement.Parse).FirstOrDefault(x => x.Name == Element);
        if (stored is not null) return new(Convert.FromBase64String(stored.Value));
        var key = Pseudonyms.NewKey();
        db.Keys.Add(new() { Xml = new XElement(Element, Convert.ToBase64String(key)).ToString(SaveOptions.DisableFormatting) });
        return new(key);
    }
}
