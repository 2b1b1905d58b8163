using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>A recommendation stays on the list until it has been answered.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class ReplyModel(VattenpassDb db) : ReviewPage<ReplyInput>(db)
{
    private ReplyInput Stored => new() { Answer = Finding.Replies is [.., var last] ? last.Text : null };

    protected override Basis MadeFrom => Basis.Values(new { Stored.Answer, Finding.Recommendation });

    public async Task<IActionResult> OnGetAsync(Guid id, Guid brist)
    {
        if (!await LoadAsync(id, brist) || Finding.Recommendation.Length == 0) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid brist) => await LoadAsync(id, brist)
        ? await SaveAsync(Acts.ChangeReview, () => Finding.Reply(Input.Answer ?? "", Me.Name, Today), () => Redirect($"/granskningar/{id}/brist/{brist}"), "Svaret är sparat.")
        : await GoneAsync(() => Redirect($"/granskningar/{id}"));
}

public sealed class ReplyInput
{
    public string? Answer { get; set; }
}
