using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

[Needs(Thing.Occasions, Right.Write)]
public sealed class CorrectOutcomeModel(VattenpassDb db, Databases databases) : OutcomePage(db)
{
    private Deviation? found;

    protected override Basis MadeFrom => Occasion.Current is null ? Basis.Nothing : Basis.Values(Stored);

    private OutcomeInput Stored => new()
    {
        Result = Occasion.Current!.Result,
        PerformedOn = Occasion.Current!.PerformedOn,
        Checked = Occasion.Current!.Checked,
        Deviating = Occasion.Current!.Deviating,
        Serious = Occasion.Current!.Serious,
        Independence = Occasion.Current!.Independence,
        Reason = Occasion.Current!.Reason,
        Comment = Occasion.Current!.Comment,
        Kind = found?.Kind,
        Description = found?.Description,
        ImmediateAction = found?.ImmediateAction,
    };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (Occasion.Current is null) return Redirect($"/kontroller/{id}/utfall");
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Acts.CorrectOutcome, () => CorrectAsync(id),
            () => Redirect(Input.Reopen ? $"/kontroller/{id}/lista" : $"/kontroller/{id}"),
            Input.Reopen ? "Utfallet är borttaget. Gör kontrollen på listan." : "Rättelsen är sparad.");
    }

    private async Task CorrectAsync(Guid id)
    {
        if (Input.Reopen)
        {
            Occasion.Reopen();
            return;
        }
        Refusal.If(Input.Result is null, "Välj hur det gick.", nameof(Input.Result));
        await MustBeThereAsync(databases);
        var before = Occasion.Current?.Content;
        var sameCount = before?.Checked == Stated.Checked;
        var outcome = Occasion.Correct(Db.NewId(), Stated with { Objects = sameCount ? before!.Objects : [] },
            Input.CorrectionReason ?? "", Me.PersonId, Me.Name, Db.Now, Today);
        if (before is { } b
            && (b.Deviating, b.Serious) == (outcome.Deviating, outcome.Serious)
            && (Input.Kind ?? "", Input.Description ?? "", Input.ImmediateAction ?? "") == FoundBefore)
            return;
        await WithdrawAsync(id);
        Follow(outcome);
    }

    /// <summary>What the deviations of the version that holds say.</summary>
    private (string Kind, string Description, string ImmediateAction) FoundBefore =>
        found is null ? ("", "", "") : (found.Kind, found.Description, found.ImmediateAction);

    protected override async Task<bool> LoadAsync(Guid occasionId)
    {
        if (!await base.LoadAsync(occasionId)) return false;
        found = await Db.Deviations.AsNoTracking()
            .Where(d => d.OccasionId == occasionId && !d.Withdrawn)
            .OrderBy(d => d.RegisteredAt)
            .ThenBy(d => d.Id)
            .FirstOrDefaultAsync(Stop);
        if (found is not null && Kinds.All(k => k.Value != found.Kind)) Kinds = [.. Kinds, new(found.Kind, found.Kind)];
        return true;
    }

    /// <summary>The deviations of the corrected version are replaced; one that somebody works on, or that lies outside the actor's reach, is not.</summary>
    private async Task WithdrawAsync(Guid id)
    {
        var mine = await Db.Deviations.Where(d => d.OccasionId == id && !d.Withdrawn).ToListAsync(Stop);
        await using var whole = databases.OpenAsSystem("rättelse");
        Refusal.If(await whole.Deviations.CountAsync(d => d.OccasionId == id && !d.Withdrawn, Stop) != mine.Count,
            "Avvikelser som någon annan har rapporterat hör till tillfället. Be din chef rätta antalet.", nameof(Input.Deviating));
        Refusal.If(mine.Exists(d => !d.IsUntouched),
            "En avvikelse från tillfället utreds redan. Det som rapporterades kan därför inte ändras.", nameof(Input.Deviating));
        mine.ForEach(d => d.Withdraw());
    }
}
