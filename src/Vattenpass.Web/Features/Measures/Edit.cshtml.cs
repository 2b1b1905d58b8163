using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Measures;

[Needs(Thing.Measures, Right.Write)]
public sealed class EditModel(VattenpassDb db) : MeasurePage(db)
{
    private Measure measure = null!;

    protected override Basis MadeFrom => Basis.Values(Stored);

    private MeasureInput Stored => new()
    {
        Title = measure.Title,
        Description = measure.Description,
        OwnerId = measure.OwnerId,
        AlsoOwnerIds = [.. measure.AlsoOwners.OrderBy(o => o.Order).Select(o => o.PersonId).OfType<Guid>()],
        ReportingOfficerId = measure.ReportingOfficerId,
        Start = measure.Start,
        End = measure.End,
        Checkpoints = string.Join(", ", measure.Checkpoints.Select(c => $"{c:yyyy-MM-dd}")),
        DecidedOn = measure.DecidedOn,
        DecisionReference = measure.DecisionReference,
        Horizon = measure.Horizon,
        Posts = measure.Posts,
        SameOfficerReason = measure.SameOfficerReason,
        Stages = string.Join('\n', measure.Stages.Select(s => s.Line())),
    };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await LoadAsync(id)
            ? await SaveAsync(Acts.ChangeMeasure, () => measure.Describe(Stated, Db.NewId, Today), () => Redirect($"/atgarder/{id}"), "Åtgärden är sparad.")
            : await GoneAsync(() => Redirect("/atgarder"));

    protected override Task ShowAsync() => LoadPeopleAsync([measure.OwnerId, measure.ReportingOfficerId, .. measure.AlsoOwners.Select(o => o.PersonId)]);

    private async Task<bool> LoadAsync(Guid id)
    {
        var found = await Db.Measures.FirstOrDefaultAsync(m => m.Id == id, Stop);
        if (found is not { IsOpen: true } || !Me.May(Thing.Measures, Right.Write, found)) return false;
        measure = found;
        await ShowAsync();
        MovesEnd = found is { End: not null, Status: not MeasureStatus.Suggested };
        Written = string.Join(", ", new[] { found.OwnersAsWritten, found.OfficersAsWritten }.Where(w => w.Length > 0));
        return true;
    }
}
