using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Occasions;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Controls;

/// <summary>What a form sends that may have been kept on a device without network: who wrote it, and when.</summary>
public abstract class KeptInput
{
    public Guid? PersonId { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public int? Seconds { get; set; }
}

/// <summary>A page of an occasion whose forms are sent one by one, from the page itself or later from the device they were kept on.</summary>
public abstract class KeptPage<TInput>(VattenpassDb db) : OccasionPage<TInput>(db) where TInput : KeptInput, new()
{
    /// <summary>A form here says itself which answer it replaces.</summary>
    protected override Basis MadeFrom => Basis.Nothing;

    /// <summary>The name of an answer that stood in the way: to send one's own anyway one says that it replaces this one.</summary>
    protected string? Replaceable { get; set; }

    protected bool WantsJson => Request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.Ordinal) == true);

    /// <summary>When it was answered on the device; never in the future, and never before the occasion opened.</summary>
    protected DateTimeOffset AnsweredAt =>
        Input.AnsweredAt is { } at && at <= Db.Now && SwedishTime.DayOf(at) >= Occasion.Opens ? at : Db.Now;

    /// <summary>An answer kept on a shared phone must not become another person's work.</summary>
    protected void MustBeMine() =>
        Refusal.If(Input.PersonId is { } writer && writer != Me.PersonId,
            "Svaret skrevs av någon annan. Logga in som den personen för att skicka det.");

    /// <summary>The same answer as the page gives, for the device that keeps what has not been received.</summary>
    protected IActionResult Told(IActionResult answer) => WantsJson && answer is Microsoft.AspNetCore.Mvc.RazorPages.PageResult
        ? new JsonResult(new
        {
            error = string.Join(" ", ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage)),
            replaces = Replaceable,
        })
        { StatusCode = StatusCodes.Status422UnprocessableEntity }
        : answer;

    protected IActionResult Received(string text, string receipt, string? result, bool done, string next)
    {
        if (WantsJson)
        {
            TempData.Remove("Kvitto");
            return new JsonResult(new { receipt, text, result, done });
        }
        Receipt(text);
        return Redirect(next);
    }
}

/// <summary>What a person can say to prove that an answer was received.</summary>
public static class ReceiptCode
{
    public static string Of(Guid id) => $"K-{id.ToString("N")[^8..].ToUpperInvariant()}";
}
