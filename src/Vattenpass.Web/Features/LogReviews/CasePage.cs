using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>A step with a case: load it, ask it, save, and go on.</summary>
public abstract class CasePage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public LogCase Case { get; private set; } = null!;
    public string Place { get; private set; } = "";

    protected async Task<bool> LoadAsync(Guid id)
    {
        Case = (await Db.LogCases.Include(c => c.Openings).FirstOrDefaultAsync(c => c.Id == id, Stop))!;
        if (Case is null || !Me.May(Thing.LogReviews, Right.Write, Case)) return false;
        Place = (await TreeAsync()).NameOf(Case.UnitId);
        return true;
    }

    protected override Basis MadeFrom => Basis.Whole(Case);

    public virtual async Task<IActionResult> OnGetAsync(Guid id) =>
        !await LoadAsync(id) ? NotFound() : Case.IsOpenedBy(Me.PersonId) ? Page() : Redirect($"/loggkontroll/fall/{id}");

    protected async Task<IActionResult> StepAsync(Guid id, Func<Task> step, Func<IActionResult> then, string receipt)
    {
        if (!await LoadAsync(id)) return NotFound();
        if (!Case.IsOpenedBy(Me.PersonId)) return Redirect($"/loggkontroll/fall/{id}");
        return await SaveAsync(Acts.ReviewLogCase, step, then, receipt);
    }

    /// <summary>A verdict may be the last that the month's control waits for.</summary>
    protected async Task<IActionResult> JudgeAsync(Databases databases, Guid id, Func<Task> verdict, string receipt)
    {
        var answer = await StepAsync(id, verdict, () => Redirect($"/loggkontroll/fall/{id}"), receipt);
        if (answer is RedirectResult && Case.Verdict is not null) await LogMonths.FinishAsync(databases, Case, Stop);
        return answer;
    }

    protected Task<IActionResult> StepAsync(Guid id, Action step, string receipt) =>
        StepAsync(id, () => { step(); return Task.CompletedTask; }, () => Redirect($"/loggkontroll/fall/{id}"), receipt);

    protected async Task<IActionResult> NextAsync()
    {
        var next = Queue.First((await Queue.OpenAsync(Db, Stop)).Where(c => c.Id != Case.Id));
        return Redirect(next is null ? "/loggkontroll" : $"/loggkontroll/fall/{next.Id}");
    }
}
