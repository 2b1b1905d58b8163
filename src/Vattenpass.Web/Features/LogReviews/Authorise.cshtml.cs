using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class AuthoriseModel(VattenpassDb db, Databases databases) : CasePage<AuthoriseInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Reasons = [.. ReviewGuidance.AuthorisedReasons.Select(r =>
        new SelectListItem(Prose.Capital(r), r))];

    public async Task<IActionResult> OnPostAsync(Guid id, [Bind(Prefix = "Reason")] AuthoriseInput? quick)
    {
        // The short form stands on the case's own page.
        if (Input.Reason is null && quick?.Reason is not null) Input = quick;
        var answer = await JudgeAsync(databases, id, () =>
        {
            Refusal.If(Input.Reason == ReviewGuidance.AuthorisedReasons[^1] && string.IsNullOrWhiteSpace(Input.Note),
                "Skriv vilken uppgift det var.", nameof(Input.Note));
            Case.Authorise(string.Join(". ",
                new[] { Input.Reason, Input.Note }.Where(t => !string.IsNullOrWhiteSpace(t))), Me.PersonId, Db.Now);
            return Task.CompletedTask;
        }, "Bedömd som behörig.");
        return answer is RedirectResult && Case.Verdict is not null ? await NextAsync() : answer;
    }
}

public sealed class AuthoriseInput
{
    public string? Reason { get; set; }
    public string? Note { get; set; }
}
