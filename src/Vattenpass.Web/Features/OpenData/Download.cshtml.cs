using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.OpenData;

/// <summary>A year to take away, whole.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class DownloadModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public int Year { get; private set; }
    public string Nothing { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int year, string? fil)
    {
        if (year is < 1990 or > 2100) return NotFound();
        Year = year;
        if (fil is null) return Page();
        if (fil is not ("publicera" or "allt")) return NotFound();
        try
        {
            await using var whole = databases.OpenAsSystem("öppna data");
            return File(Package.Of(await YearExport.ReadAsync(Db, whole, year, fil == "publicera", Stop), SwedishTime.Of(Db.Now)), "application/zip", $"vattenpass-{year}{(fil == "publicera" ? "-publicering" : "")}.zip");
        }
        catch (Refusal refusal)
        {
            Nothing = refusal.Message;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }
}
