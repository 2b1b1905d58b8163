using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>One case. Who it is about is shown first when it has been opened for a purpose, and the opening is kept.</summary>
[Needs(Thing.LogReviews)]
public sealed class CaseModel(VattenpassDb db, Databases databases) : FormPage<OpenInput>(db)
{
    public LogCase Case { get; private set; } = null!;
    public string Place { get; private set; } = "";
    public bool IsOpened => Case.IsOpenedBy(Me.PersonId);
    public bool MayReview => Me.May(Thing.LogReviews, Right.Write, Case);
    public AuthoriseInput Reason { get; } = new();

    protected override Basis MadeFrom => Basis.Whole(Case);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        // The last purpose is offered again, so that going through the month takes few keys.
        Input.Purpose = await Db.LogCaseOpenings.Where(o => o.PersonId == Me.PersonId)
            .OrderByDescending(o => o.At)
            .Select(o => o.Purpose)
            .FirstOrDefaultAsync(Stop)
            ?? "Månadens loggkontroll";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (IsOpened) return Redirect($"/loggkontroll/fall/{id}");
        // Whoever may only read, the auditor, leaves the same trace: the product writes it.
        await using var system = databases.OpenAsSystem($"{Me.Name} öppnar");
        return await SaveAsync(Acts.OpenLogCase, async () =>
        {
            var opened = await system.LogCases.Include(c => c.Openings).FirstAsync(c => c.Id == id, Stop);
            system.Add(opened.Open(Db.NewId(), Me.PersonId, Me.Name, Input.Purpose ?? "", Db.Now));
            await system.SaveAsync(Acts.OpenLogCase, stop: Stop);
            SavedBesides = true;
        }, () => Redirect($"/loggkontroll/fall/{id}"), "Fallet är öppnat.");
    }

    protected override Task ShowAsync() => LoadAsync(Case.Id);

    private async Task<bool> LoadAsync(Guid id)
    {
        Case = (await Db.LogCases.AsNoTracking().Include(c => c.Openings).FirstOrDefaultAsync(c => c.Id == id, Stop))!;
        if (Case is null) return false;
        Place = (await TreeAsync()).NameOf(Case.UnitId);
        return true;
    }
}

public sealed class OpenInput
{
    public string? Purpose { get; set; }
}
