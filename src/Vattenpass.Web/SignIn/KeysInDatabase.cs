using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.SignIn;

/// <summary>The ring of keys that protects cookies and forms lies in the database, so that every instance shares it.</summary>
public sealed class KeysInDatabase(Databases databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.OpenAsSystem("nycklar");
        return [.. db.Keys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToList().Select(XElement.Parse).Where(x => x.Name != PseudonymKey.Element)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.OpenAsSystem("nycklar");
        db.Keys.Add(new() { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveAsync(Domain.Organisation.Acts.StoreKey).GetAwaiter().GetResult();
    }
}
