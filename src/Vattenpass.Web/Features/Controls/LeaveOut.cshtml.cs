using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Samples;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Controls;

/// <summary>An object on the list cannot be checked. Who may draw takes the next ticket in its place; others say why and go on.</summary>
[Needs(Thing.Occasions, Right.Write)]
public sealed class LeaveOutModel(VattenpassDb db) : OccasionPage<LeaveOutInput>(db)
{
    private Sample? sample;

    [BindProperty(SupportsGet = true, Name = "rad")] public int AskedNumber { get; set; }
    public Check Row { get; private set; } = null!;
    public bool Replaces => sample is not null && Me.May(Thing.Samples, Right.Write, sample);

    protected override async Task<bool> LoadAsync(Guid occasionId)
    {
        if (!await base.LoadAsync(occasionId)) return false;
        sample = await Db.Samples.Where(s => s.OccasionId == occasionId && s.DrawnAt != null && s.Selection == Selection.Random)
            .OrderByDescending(s => s.Number)
            .FirstOrDefaultAsync(Stop);
        Row = Occasion.Checks.FirstOrDefault(c => c.Number == AskedNumber && c.Waits)!;
        return Row is not null;
    }

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        return await SaveAsync(Replaces ? Acts.ReplaceDrawn : Acts.FillInCheck, () =>
        {
            if (Replaces && sample!.Items.Count < sample.PopulationCount)
            {
                var next = sample.Replace(Row.ObjectKey, Input.Reason ?? "", Me.Name, Db.Now);
                var added = Occasion.PutOnList([next.Key], Db.NewId);
                Db.AddRange(added);
                ReceiptOfWork = $"{Occasion.NameOf(Row)} är borttagen från listan. {Occasion.NameOf(added[0])} är dragen i stället.";
            }
            if (Occasion.LeaveOut(Row.ObjectKey, Input.Reason ?? "", Db.NewId(), Me.PersonId, Me.Name, Db.Now, Today) is { } outcome)
                Db.Add(outcome);
        }, () => Redirect($"/kontroller/{id}/lista"), $"{Occasion.NameOf(Row)} är borttagen från listan.");
    }
}

public sealed class LeaveOutInput
{
    public string? Reason { get; set; }
}
