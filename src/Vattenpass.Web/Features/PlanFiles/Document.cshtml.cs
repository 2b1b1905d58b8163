using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>The plan as a document, in the layout that plans are read in.</summary>
[Needs(Thing.Plans)]
public sealed class DocumentModel(VattenpassDb db, Databases databases) : DocumentPage(db)
{
    public int Year { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, string? format)
    {
        Year = year;
        await using var whole = databases.OpenAsSystem("planen");
        return await PlanOut.ReadAsync(Db, whole, year, Stop) is { } document ? Show(document, format, $"internkontrollplan-{year}") : NotFound();
    }
}
