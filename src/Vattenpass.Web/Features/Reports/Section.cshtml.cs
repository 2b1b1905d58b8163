using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reports;

[Needs(Thing.Reports, Right.Text)]
public sealed class SectionModel(VattenpassDb db) : ReportPage<SectionInput>(db)
{
    [BindProperty(SupportsGet = true, Name = "nyckel")] public string AskedKey { get; set; } = "";

    protected override Right Needed => Right.Text;
    public string Title { get; private set; } = "";

    protected override Basis MadeFrom => Basis.Values(Stored);

    private SectionInput Stored =>
        Report.Section(AskedKey) is var s ? new() { OwnText = s.OwnText, MeasuresTaken = s.MeasuresTaken, Proposals = s.Proposals } : new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await FindAsync(id)
        ? await SaveAsync(Acts.WriteSection,
            () => Report.Write(Db.NewId(), AskedKey, Input.OwnText ?? "", Input.MeasuresTaken ?? "", Input.Proposals ?? ""),
            () => Redirect($"/rapporter/{id}"), "Texten är sparad.")
        : NotFound();

    /// <summary>The introduction and one section a kontrollmoment, by the keys the composer looks for.</summary>
    public static async Task<IReadOnlyList<(string Key, string Title)>> SectionsAsync(VattenpassDb db, Report report, CancellationToken stop)
    {
        var plan = await db.Plans.AsNoTracking().Include(p => p.Controls).FirstAsync(p => p.Id == report.PlanId, stop);
        return [("", "Inledning"),
            .. plan.Controls.OrderBy(c => c.Order)
            .GroupBy(c => c.Item)
            .Select(g => (g.First().Key == Control.OwnKey ? g.Key : g.First().Key, g.Key)),
            .. report.Kind is ReportKind.FullYear ? FullYearReport.Chapters.Select(c => (FullYearReport.ChapterKey(c), c)) : []];
    }

    private async Task<bool> FindAsync(Guid id)
    {
        AskedKey ??= "";
        if (!await LoadAsync(id)) return false;
        Title = (await SectionsAsync(Db, Report, Stop)).FirstOrDefault(s => s.Key == AskedKey).Title ?? "";
        return Title.Length > 0;
    }
}

public sealed class SectionInput
{
    public string? OwnText { get; set; }
    public string? MeasuresTaken { get; set; }
    public string? Proposals { get; set; }
}
