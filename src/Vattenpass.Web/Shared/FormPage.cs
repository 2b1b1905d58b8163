using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
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
public abstract class FormPage<TInput>(VattenpassDb db) : VattenpassPage(db), ISealed where TInput : class, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    [BindProperty]
    public Guid? Submission { get; set; }

    /// <summary>The seal of what the form was made from; see <see cref="Basis"/>.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>
    /// What the form is made from, as it is stored now. Asked when the form is drawn, and again before it is saved:
    /// a form made from something older is not saved over it.
    /// </summary>
    protected abstract Basis MadeFrom { get; }

    /// <summary>A page that shows what is decided on here gives its seal along, so that what was read there is what is decided on.</summary>
    public string Seal => seal ??= (HttpMethods.IsPost(Request.Method) ? Seen : Request.Query[ReadAs].ToString()) is { Length: > 0 } read
        ? read
        : MadeFrom.Seal;

    /// <summary>The query that gives along the seal of what was read.</summary>
    public const string ReadAs = "sett";

    private string? seal;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        HttpContext.Items[typeof(ISealed)] = this;
        TypedText.Clean(Input);
    }

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
            if (property.GetValue(Input) is DateOnly { Year: < FirstYear or > LastYear } day && (day != default || property.PropertyType == typeof(DateOnly?)))
                ModelState.AddModelError($"Input.{property.Name}", $"Året {day.Year} kan inte stämma. Skriv datum som 2026-03-31.");
    }

    /// <summary>What the form was about is no longer as it was: gone on from when this very form made it so, else not there.</summary>
    protected async Task<IActionResult> GoneAsync(Func<IActionResult> then) =>
        Sent is { } sent && await Db.Submissions.AnyAsync(s => s.Key == sent.Key && s.Content == sent.Content, Stop) ? then() : NotFound();

    /// <summary>Loads what the page shows besides the input, both at first and when the form comes back with an error.</summary>
    protected virtual Task ShowAsync() => Task.CompletedTask;

    /// <summary>The form as it was sent. The same form twice is the button pressed twice; the same key with another content is not.</summary>
    protected Submission? Sent => Submission is { } key ? new() { Key = key, At = Db.Now, Content = SentForm.HashOf(Request.Form) } : null;

    /// <summary>Does the work and saves it as one act; then goes on to another page, or shows the form with the refusal.</summary>
    protected async Task<IActionResult> SaveAsync(Act act, Func<Task> work, Func<IActionResult> then, string receipt)
    {
        var sent = Sent;
        if (sent is not null && await Db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Key == sent.Key, Stop) is { } before)
        {
            if (before.Content == sent.Content) return then();
            ModelState.Remove(nameof(Submission));
            ModelState.AddModelError("", AlreadySaved);
        }
        Compare();
        if (HoldsFreeText) Guard();
        CheckDays();
        if (ModelState.IsValid)
        {
            try
            {
                await work();
                var saved = await Db.SaveAsync(act, sent, Stop);
                if (saved is not Saved.Before && receipt.Length > 0)
                    Receipt(saved is Saved.Nothing && !SavedBesides ? NothingChanged : ReceiptOfWork ?? receipt);
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

    /// <summary>What the work found out, where the receipt cannot be written before it.</summary>
    protected string? ReceiptOfWork { get; set; }

    /// <summary>The work has saved something with the product's own eyes, so that the person's own save may be empty.</summary>
    protected bool SavedBesides { get; set; }

    private const string AlreadySaved = "Formuläret är redan sparat en gång, med annat innehåll. Spara igen om det här också ska sparas.";
    private const string NothingChanged = "Inget var ändrat, så inget sparades.";

    /// <summary>Somebody has changed what the form shows since it was drawn: both texts are shown, and nothing is saved.</summary>
    private void Compare()
    {
        var now = MadeFrom;
        var changed = now.ChangedSince(Seen).ToDictionary(c => c.Key, c => c.Value);
        // From here the form is made from what is shown now, so that saving it once more is done knowingly.
        seal = now.Seal;
        if (changed.Remove("")) ModelState.AddModelError("", OtherNow);
        var other = changed.Where(c => Basis.Text(typeof(TInput).GetProperty(c.Key)!.GetValue(Input)) != c.Value).ToList();
        foreach (var (field, _) in other)
            ModelState.AddModelError($"Input.{field}", "Någon annan har ändrat det här medan du skrev. Jämför texterna, och spara det som ska gälla.");
        StoredNow.Show(ViewData, other);
    }

    /// <summary>Said when what is decided on is not what was read.</summary>
    protected virtual string OtherNow => "Uppgifterna har ändrats sedan du öppnade sidan. Läs det som står nu, och tryck sedan igen.";

    protected Task<IActionResult> SaveAsync(Act act, Action work, Func<IActionResult> then, string receipt) =>
        SaveAsync(act, () => { work(); return Task.CompletedTask; }, then, receipt);
}

/// <summary>A page whose forms carry the seal of what they were made from.</summary>
public interface ISealed
{
    string Seal { get; }
}

/// <summary>A form with nothing to fill in but the button.</summary>
public sealed class NoInput;
