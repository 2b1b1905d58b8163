using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

[Needs(Thing.Measures, Right.Write)]
public sealed class FollowUpModel(VattenpassDb db) : FormPage<FollowUpInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Statuses = [.. Enum.GetValues<MeasureStatus>()
        .Where(s => s is not (MeasureStatus.Suggested or MeasureStatus.Merged))
        .Select(s => new SelectListItem(s.Swedish(), s.ToString()))];
    public Measure Measure { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Stages => [.. Measure.Stages.Select(s => new SelectListItem(s.By is { } by ? $"{s.Text} (till {by:yyyy-MM-dd})" : s.Text, s.Text))];
    /// <summary>The comment seemed to say something else than the status.</summary>
    public bool IsAsked { get; private set; }

    protected override Basis MadeFrom => Basis.Values(Stored).Only(nameof(Input.Status), nameof(Input.StagesDone), nameof(Input.Stages));

    private FollowUpInput Stored => new() { Status = Measure.Status, StagesDone = [.. Measure.Stages.Where(s => s.DoneOn is not null).Select(s => s.Text)], Stages = string.Join('\n', Measure.Stages.Select(s => s.Text)) };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        Input.Period = Today.Month <= 9 ? $"Delår {Today.Year}" : $"Helår {Today.Year}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) => await LoadAsync(id)
        ? await SaveAsync(Acts.FollowUpMeasure, () =>
        {
            Refusal.If(Input.Status is null, "Välj en status.", nameof(Input.Status));
            IsAsked = StatusAgainstText.Of(Input.Status, Input.Text ?? "") is not null;
            Measure.FollowUp(Db.NewId(), new(Input.Period ?? "", Input.Text ?? "", Input.Status!.Value)
            {
                StagesDone = Input.StagesDone.Where(s => !string.IsNullOrEmpty(s)).Distinct().ToDictionary(s => s, s => Measure.Stages.FirstOrDefault(t => t.Text == s)?.DoneOn ?? Today),
                Participation = Participation.Read(Input.TookPart, Input.Of),
                StandsByStatus = Input.StandsByStatus,
            }, Me.PersonId, Me.Name, Db.Now);
        }, () => Redirect($"/atgarder/{id}"), "Uppföljningen är sparad.")
        : await GoneAsync(() => Redirect("/atgarder"));

    private async Task<bool> LoadAsync(Guid id)
    {
        var measure = await Db.Measures.Include(m => m.Comments).FirstOrDefaultAsync(m => m.Id == id, Stop);
        if (measure is not { IsOpen: true } || !Me.May(Thing.Measures, Right.Write, measure)) return false;
        Measure = measure;
        return true;
    }
}

public sealed class FollowUpInput
{
    public MeasureStatus? Status { get; set; }
    public string? Period { get; set; }
    public string? Text { get; set; }
    public List<string> StagesDone { get; set; } = [];
    /// <summary>The parts there are; not sent, only part of what the form was made from.</summary>
    public string? Stages { get; set; }
    public int? TookPart { get; set; }
    public int? Of { get; set; }
    public bool StandsByStatus { get; set; }
}
