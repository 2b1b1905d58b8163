using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

/// <summary>A new report, or a new version of one that has been signed: its texts come along, its figures are live again.</summary>
[Needs(Thing.Reports, Right.Write)]
public sealed class StartModel(VattenpassDb db) : FormPage<StartInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [new("Helår, rapport till förvaltningschefen",
        nameof(ReportKind.FullYear)),
        new("Delår, uppföljning till nämnden", nameof(ReportKind.Interim))];

    public static readonly IReadOnlyList<SelectListItem> Spans = [new("Som den lokala regeln säger", ""),
        .. Enumerable.Range(ReportPeriods.FewestMonths, ReportPeriods.MostMonths - ReportPeriods.FewestMonths + 1)
            .Select(m => new SelectListItem(Prose.Capital(Period.SwedishMonths[m - 1]), $"{m}"))];

    protected override Basis MadeFrom => Basis.Nothing;

    /// <param name="ar">The year, where the page is opened for a new version of a report.</param>
    /// <param name="slag">And which report.</param>
    /// <param name="till">And until which month.</param>
    public void OnGet(int? ar, ReportKind? slag, int? till) => Input = new()
    {
        Kind = slag ?? ReportKind.FullYear,
        Year = ar ?? (Today.Month < 7 ? Today.Year - 1 : Today.Year),
        Months = slag is ReportKind.Interim ? till : null,
    };

    public async Task<IActionResult> OnPostAsync()
    {
        Report? made = null;
        return await SaveAsync(Acts.StartReport, async () =>
        {
            Refusal.If(Input.Year is null, "Skriv året rapporten gäller.", nameof(Input.Year));
            var plan = await Db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.Year == Input.Year, Stop);
            Refusal.If(plan is null || !plan.IsFrozen, $"Det finns ingen fastställd plan för {Input.Year}.", nameof(Input.Year));
            Refusal.If(Input.Kind is ReportKind.FullYear && Input.Months is not null, "Månaden väljs bara för delår.", nameof(Input.Months));
            Refusal.If(Input.Months is < ReportPeriods.FewestMonths or > ReportPeriods.MostMonths, "Välj en månad i listan.", nameof(Input.Months));
            var period = ReportPeriods.Of(Input.Kind, plan!.Year, await RulesOn.DayAsync(Db, new(plan.Year, 12, 31), Stop), Input.Months);
            var earlier = await Db.Reports.AsNoTracking()
                .Include(r => r.Sections)
                .Where(r => r.PlanId == plan.Id && r.Kind == Input.Kind && r.To == period.To)
                .OrderByDescending(r => r.Number)
                .FirstOrDefaultAsync(Stop);
            Refusal.If(earlier?.Status is ReportStatus.Draft, "Det finns redan ett utkast. Fortsätt på det.");
            made = new(Db.NewId(), plan.Id, plan.AtUnit, plan.Year, Input.Kind, period, (earlier?.Number ?? 0) + 1,
                (earlier?.Head ?? ReportHead.Usual) with { PreparedBy = Me.Name }, Db.Now);
            foreach (var section in earlier?.Sections ?? [])
                made.Write(Db.NewId(), section.Key, section.OwnText, section.MeasuresTaken, section.Proposals);
            Db.Reports.Add(made);
        }, () => Redirect(made is null ? "/rapporter" : $"/rapporter/{made.Id}"), "Utkastet är påbörjat.");
    }
}

public sealed class StartInput
{
    public ReportKind Kind { get; set; } = ReportKind.FullYear;
    public int? Year { get; set; }
    public int? Months { get; set; }
}
