using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

[Needs(Thing.Deviations)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int PerPage = 50;
    public static readonly IReadOnlyList<(string Value, string Text)> Views = [("oppna", "Öppna"), ("ororda", "Inte påbörjade"), ("pagar", "Utreds"),
        ("avslutade", "Avslutade"), ("alla", "Alla")];

    [BindProperty(SupportsGet = true, Name = "visa")] public string Showing { get; set; } = "oppna";
    [BindProperty(SupportsGet = true, Name = "ar")] public int? AskedYear { get; set; }
    [BindProperty(SupportsGet = true, Name = "sida")] public int PageNumber { get; set; } = 1;
    /// <summary>What a number of the analysis opens: those of a unit, a kind, a grade, an origin, a month.</summary>
    [BindProperty(SupportsGet = true)] public DeviationSlice Slice { get; set; } = new();

    public bool MayReport { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Pages { get; private set; }
    public string Summary { get; private set; } = "";
    /// <summary>What the list is narrowed to; "" when it is not.</summary>
    public string Sliced { get; private set; } = "";

    public async Task OnGetAsync()
    {
        MayReport = Me.Can(Thing.Deviations, Right.Write);
        var tree = await TreeAsync();
        var valid = Db.Deviations.AsNoTracking().Where(d => !d.Withdrawn);
        Years = await valid.Select(d => d.FoundOn.Year).Distinct().OrderByDescending(y => y).ToListAsync(Stop);
        if (Years.Count == 0) Years = [Today.Year];
        // What is open is open whatever year it was found, so a year has to be asked for.
        if (AskedYear is { } asked && !Years.Contains(asked)) AskedYear = null;
        if (AskedYear is null && Slice.Since is null && Showing is "avslutade" or "alla") AskedYear = Years[0];
        var year = Slice.Of(AskedYear is { } one ? valid.Where(d => d.FoundOn.Year == one) : valid, tree);
        Sliced = Slice.Text(tree);
        var shown = Showing switch
        {
            "ororda" => year.Where(d => d.Investigation == InvestigationState.NotStarted && !d.FeedbackGiven && d.ClosedOn == null),
            "pagar" => year.Where(d => d.ClosedOn == null && !(d.Investigation == InvestigationState.NotStarted && !d.FeedbackGiven)),
            "avslutade" => year.Where(d => d.ClosedOn != null),
            "alla" => year,
            _ => year.Where(d => d.ClosedOn == null),
        };
        var (count, untouched, all) = (await shown.CountAsync(Stop),
            await year.CountAsync(d => d.Investigation == InvestigationState.NotStarted && !d.FeedbackGiven && d.ClosedOn == null, Stop),
            await year.CountAsync(Stop));
        Pages = (count + PerPage - 1) / PerPage;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        var deviations = await shown.OrderByDescending(d => d.Severity)
            .ThenBy(d => d.FoundOn)
            .ThenBy(d => d.Id)
            .Skip((PageNumber - 1) * PerPage)
            .Take(PerPage)
            .ToListAsync(Stop);
        Rows = [.. deviations.Select(d =>
            new Row(d.Id, Prose.Capital(d.Kind),
                $"{d.Place(tree)}, {d.FoundOn:yyyy-MM-dd}", d.StatusText,
                d.IsClosed ? "success" : d.IsUntouched ? "danger" : "warning", d.Severity is Severity.Serious, d.GradeText()))];
        var which = Sliced.Length > 0 ? "urvalets" : AskedYear is { } shownYear ? $"{shownYear} års" : "alla";
        var within = Me.SeesWhole(Thing.Deviations) ? "" : " som du når";
        Summary = $"{(Sliced.Length > 0 ? $"{Sliced}: " : "")}{Prose.Number(count, "avvikelse", "avvikelser")} visas. Av {which} {all}{within} är {untouched} inte påbörjade.";
    }

    public sealed record Row(Guid Id, string Title, string Detail, string Status, string Tone, bool Serious, string Grade);
}
