using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

[Needs(Thing.Measures)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    public static readonly IReadOnlyList<(string Value, string Text)> Views = [("oppna", "Öppna"), ("forsenade", "Över tiden"), ("forslag", "Föreslagna"),
        ("klara", "Klara och avslutade"), ("alla", "Alla")];

    [BindProperty(SupportsGet = true, Name = "visa")] public string Showing { get; set; } = "oppna";
    /// <summary>The area and all below it.</summary>
    [BindProperty(SupportsGet = true, Name = "omrade")] public Guid? AskedAreaId { get; set; }
    public bool MayMake { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public string Summary { get; private set; } = "";
    /// <summary>There may be more than one sees.</summary>
    public bool IsPart => !Me.SeesWhole(Thing.Measures);

    public async Task OnGetAsync()
    {
        var extent = Me.Of(Thing.Measures, Right.Write);
        MayMake = extent.Anywhere.Any();
        var tree = await TreeAsync();
        var all = Db.Measures.AsNoTracking().Include(m => m.Owner).AsQueryable();
        if (AskedAreaId is { } area && tree.SelfAndBelow(area).ToList() is var within) all = all.Where(m => within.Contains(m.UnitId!.Value));
        var shown = Showing switch
        {
            "forsenade" => all.Where(Measure.StillOpen).Where(m => m.Status != MeasureStatus.Suggested && m.End < Today),
            "forslag" => all.Where(m => m.Status == MeasureStatus.Suggested),
            "klara" =>
                all.Where(m => m.Status == MeasureStatus.Done || m.Status == MeasureStatus.Closed || m.Status == MeasureStatus.Cancelled || m.Status == MeasureStatus.Merged),
            "alla" => all,
            _ =>
                all.Where(Measure.StillOpen).Where(m => m.Status != MeasureStatus.Suggested),
        };
        var measures = await shown.OrderBy(m => m.End).ThenBy(m => m.Id).ToListAsync(Stop);
        Rows = [.. measures.Select(m =>
            new Row(m.Id, m.Title,
                $"{tree.NameOf(m.UnitId)}{(m.OwnersSeen(PeopleToChoose.OutOfSight) is { Length: > 0 } owners ? $", ansvarig {owners}" : "")}{(m.End is { } end ? $", {(m.IsLate(Today) ? "skulle ha varit klar" : m.IsOpen ? "ska vara klar" : "slutdatum")} {end:yyyy-MM-dd}" : "")}{(m.Moves.Count > 0 ? $", flyttad {Prose.Times(m.Moves.Count)}" : "")}",
                m.IsLate(Today) ? "Försenad" : m.StatusText(m.Status, Today), Tone(m, Today)))];
        Summary = $"{Prose.Number(Rows.Count, "åtgärd", "åtgärder")} visas{(IsPart ? ", inom det du får se" : "")}{(AskedAreaId is { } at ? $" ({tree.NameOf(at)})" : "")}.";
    }

    /// <summary>Only what was carried out is a success.</summary>
    public static string Tone(Measure measure, DateOnly today) =>
        measure.IsLate(today) ? "danger" : measure.IsOpen ? "info" : measure.Status is MeasureStatus.Cancelled or MeasureStatus.Merged ? "neutral" : "success";

    public sealed record Row(Guid Id, string Title, string Detail, string Status, string Tone);
}
