using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Data.Trail;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Trail;

[Needs(Thing.Trail)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int PerPage = 100;
    private static readonly Dictionary<string, string> ActTexts = typeof(Acts).GetFields().Select(f => (Act)f.GetValue(null)!).ToDictionary(a => a.Key, a => a.Text);

    [BindProperty(SupportsGet = true)] public long? Fore { get; set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task OnGetAsync()
    {
        var entries = await Db.Trail.AsNoTracking().Where(e => Fore == null || e.Sequence < Fore).OrderByDescending(e => e.Sequence).Take(PerPage).ToListAsync(Stop);
        Rows = [.. entries.Select(e => new Row(e.Sequence, e.At, e.ActorRole.Length > 0 ? $"{e.ActorName} ({e.ActorRole})" : e.ActorName, Prose.Capital(ActTexts.GetValueOrDefault(e.Act, e.Act)), $"{Names.GetValueOrDefault(e.ObjectType, "uppgift")}, {ChangeText(e.Change)}", FieldCount(e)))];
        Older = entries.Count == PerPage ? entries[^1].Sequence : null;
    }

    private static readonly Dictionary<string, string> Names = new()
    {
        ["Unit"] = "enhet",
        ["UnitVersion"] = "enhetens namn och plats",
        ["Person"] = "person",
        ["Title"] = "befattning",
        ["Assignment"] = "uppdrag",
        ["Account"] = "konto",
        ["Plan"] = "plan",
        ["PlanChange"] = "ändring av plan",
        ["Risk"] = "risk",
        ["Control"] = "kontroll i planen",
        ["Occasion"] = "kontrolltillfälle",
        ["Outcome"] = "utfall",
        ["Check"] = "kontrollerat föremål",
        ["Sample"] = "stickprov",
        ["FormVersion"] = "formulär",
        ["LibraryItem"] = "mall i biblioteket",
        ["LogImport"] = "åtkomstlogg",
        ["LogCase"] = "loggfall",
        ["LogCaseOpening"] = "öppnat loggfall",
        ["LogSettings"] = "regler för loggkontroll",
        ["BoardDate"] = "dag i nämndens kalender",
        ["TellingSettings"] = "regler för påminnelser",
        ["Reminder"] = "påminnelse",
        ["Absence"] = "frånvaro",
        ["CalendarFeed"] = "kalenderadress",
        ["RegisterDefinition"] = "eget register",
        ["ColumnProfile"] = "kolumnprofil",
        ["RegisterRow"] = "registerrad",
        ["RegisterImport"] = "inläsning",
        ["Deviation"] = "avvikelse",
        ["Measure"] = "åtgärd",
        ["MeasureComment"] = "uppföljning",
        ["Report"] = "rapport",
        ["ReportSection"] = "avsnitt i rapport",
        ["ReportFile"] = "rapportfil",
    };

    private static string ChangeText(Change change) => change switch { Change.Added => "ny", Change.Deleted => "borttagen", _ => "ändrad" };

    /// <summary>Names of fields are the program's own words; how many were changed says enough here.</summary>
    private static string FieldCount(AuditEntry entry)
    {
        using var fields = JsonDocument.Parse(entry.Fields);
        return Prose.Number(fields.RootElement.EnumerateObject().Count(), "fält", "fält");
    }

    public sealed record Row(long Sequence, DateTimeOffset At, string Who, string What, string Thing, string Fields);
}
