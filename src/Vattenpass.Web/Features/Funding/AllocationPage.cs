using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Funding;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Funding;

/// <summary>What making, changing and removing an item of an envelope share.</summary>
public abstract class AllocationPage(VattenpassDb db) : FormPage<AllocationInput>(db)
{
    private Dictionary<Guid, string> findings = [];

    public Envelope Envelope { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Measures { get; private set; } = [];
    /// <summary>What the reviews have found.</summary>
    public IReadOnlyList<SelectListItem> Findings { get; private set; } = [];

    protected async Task<bool> LoadAsync(Guid id)
    {
        Envelope = (await Db.Envelopes.Include(e => e.Allocations).FirstOrDefaultAsync(e => e.Id == id, Stop))!;
        return Envelope is not null && Me.May(Thing.Plans, Right.Write, Envelope);
    }

    /// <param name="chosen">A measure that is chosen already stays to choose, also when it is over.</param>
    protected async Task LoadMeasuresAsync(Guid? chosen)
    {
        var tree = await TreeAsync();
        var open = await Db.Measures.AsNoTracking().Where(m => m.Id == chosen || (m.Status != MeasureStatus.Closed && m.Status != MeasureStatus.Cancelled && m.Status != MeasureStatus.Merged))
            .OrderBy(m => m.Title).ToListAsync(Stop);
        Measures = [new("Ingen särskild", ""), .. open.Select(m => new SelectListItem(MeasureChoice.Text(m, tree), $"{m.Id}"))];
        var reviews = await Db.Reviews.AsNoTracking().Include(r => r.Findings).OrderByDescending(r => r.ReportedOn).ToListAsync(Stop);
        findings = reviews.SelectMany(r => r.Findings).ToDictionary(f => f.Id, f => f.Title);
        Findings = [new("Ingen som är antecknad", ""), .. reviews.SelectMany(r => r.Findings.OrderBy(f => f.Order).Select(f => new SelectListItem($"{f.Title} ({r.Title})", $"{f.Id}")))];
    }

    protected AllocationContent Stated()
    {
        Refusal.If(Input.MeasureId is { } measure && Measures.All(m => m.Value != $"{measure}"), "Välj en åtgärd i listan.", nameof(Input.MeasureId));
        Refusal.If(Input.UsedOn > Today, "Dagen ligger i framtiden.", nameof(Input.UsedOn));
        Refusal.If(Input.FindingId is { } finding && Findings.All(f => f.Value != $"{finding}"), "Välj en brist i listan.", nameof(Input.FindingId));
        return new(Input.Purpose ?? "")
        {
            Answers = string.IsNullOrWhiteSpace(Input.Answers) ? findings.GetValueOrDefault(Input.FindingId ?? default, "") : Input.Answers,
            FindingId = Input.FindingId,
            MeasureId = Input.MeasureId,
            Posts = Input.Posts,
            Planned = Kronor.Read(Input.Planned, nameof(Input.Planned)),
            Used = Kronor.Read(Input.Used, nameof(Input.Used)),
            UsedOn = Input.UsedOn,
        };
    }
}

public sealed class AllocationInput
{
    public string? Purpose { get; set; }
    public string? Answers { get; set; }
    public Guid? FindingId { get; set; }
    public Guid? MeasureId { get; set; }
    public decimal? Posts { get; set; }
    public string? Planned { get; set; }
    public string? Used { get; set; }
    public DateOnly? UsedOn { get; set; }

    public static AllocationInput Of(Allocation item) => new()
    {
        Purpose = item.Purpose,
        Answers = item.Answers,
        FindingId = item.FindingId,
        MeasureId = item.MeasureId,
        Posts = item.Posts,
        Planned = item.Planned is { } planned ? Kronor.Text(planned) : null,
        Used = item.Used is { } used ? Kronor.Text(used) : null,
        UsedOn = item.UsedOn,
    };
}
