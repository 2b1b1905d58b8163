using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>
/// A page with one form. Only Input is bound. A refusal from the domain is shown at its field with everything typed kept;
/// the hidden key makes the same form sent twice one.
/// </summary>
public abstract class FormPage<TInput>(VattenpassDb db) : VattenpassPage(db) where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    [BindProperty]
    public Guid? Submission { get; set; }

    /// <summary>The person has read the warning that a text may point somebody out, and says that it does not.</summary>
    [BindProperty]
    public bool PointsNobodyOut { get; set; }

    /// <summary>False for the few forms whose very subject is a person's address or name.</summary>
    protected virtual bool HoldsFreeText => true;

    /// <summary>Warns once for what may point somebody out; a title is refused outright.</summary>
    private void Guard()
    {
        foreach (var text in typeof(TInput).GetProperties().Where(p => p.PropertyType == typeof(string)))
        {
            var found = IdentityGuard.Find((string?)text.GetValue(Input));
            if (found.Count == 0) continue;
            if (text.Name == "Title") ModelState.AddModelError("Input.Title", $"Rubriken innehåller {Prose.List(found)}. Ta bort det.");
            else if (!PointsNobodyOut)
            {
                ModelState.AddModelError($"Input.{text.Name}",
                    $"Texten ser ut att innehålla {Prose.List(found)}. Ta bort det, eller intyga nedan att det inte pekar ut någon.");
                ViewData["Pekar ut"] = true;
            }
        }
    }

    private const int FirstYear = 1990, LastYear = 2100;

    /// <summary>A year that no matter here can lie in is a slip of the finger, wherever it is typed.</summary>
    private void CheckDays()
    {
        foreach (var property in typeof(TInput).GetProperties()
            .Where(p => p.PropertyType == typeof(DateOnly?) || p.PropertyType == typeof(DateOnly)))
            if (property.GetValue(Input) is DateOnly { Year: < FirstYear or > LastYear } day && day != default)
                ModelState.AddModelError($"Input.{property.Name}", $"Året {day.Year} kan inte stämma. Skriv datum som 2026-03-31.");
    }

    /// <summary>What the form was about is no longer as it was: gone on from when this very form made it so, else not there.</summary>
    protected async Task<IActionResult> GoneAsync(Func<IActionResult> then) =>
        Submission is { } sent && await AlreadySentAsync(sent) ? then() : NotFound();

    /// <summary>Loads what the page shows besides the input, both at first and when the form comes back with an error.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    /// <summary>The same form has been taken in already: the button was pressed twice.</summary>
    protected Task<bool> AlreadySentAsync(Guid key) => Db.Submissions.AnyAsync(s => s.Key == key, Stop);

    /// <summary>Does the work and saves it as one act; then goes on to another page, or shows the form with the refusal.</summary>
    protected async Task<IActionResult> SaveAsync(Act act, Func<Task> work, Func<IActionResult> then, string receipt)
    {
        if (Submission is { } sent && await AlreadySentAsync(sent)) return then();
        if (HoldsFreeText) Guard();
        CheckDays();
        if (ModelState.IsValid)
        {
            try
            {
                await work();
                await Db.SaveAsync(act, Submission, Stop);
                Receipt(receipt);
                return then();
            }
            catch (Refusal refusal)
            {
                ModelState.AddModelError(refusal.Field is { } field ? $"Input.{field}" : "", refusal.Message);
            }
        }
        Db.ChangeTracker.Clear();
        await ShowAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    protected Task<IActionResult> SaveAsync(Act act, Action work, Func<IActionResult> then, string receipt) =>
        SaveAsync(act, () => { work(); return Task.CompletedTask; }, then, receipt);
}

/// <summary>A form with nothing to fill in but the button.</summary>
public sealed class NoInput;
