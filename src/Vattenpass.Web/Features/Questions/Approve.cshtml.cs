using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

/// <summary>The head reads the answer as it will be sent, promises and all, and stands for it.</summary>
[Needs(Thing.Reports, Right.Decide)]
public sealed class ApproveModel(VattenpassDb db, Databases databases) : QuestionPage<NoInput>(db)
{
    /// <summary>Made by our own writer, which encodes every text.</summary>
    public string Shown { get; private set; } = "";

    public string Heading { get; private set; } = "";

    private List<PromiseFact> promises = [];

    protected override Right Needed => Right.Decide;
    protected override Basis MadeFrom => Basis.Document($"{Heading}\n{Shown}");

    public async Task<IActionResult> OnGetAsync(Guid id) => await ReadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id) => await ReadAsync(id)
        ? await SaveAsync(Acts.ApproveAnswer, () => Question.Approve(Me.PersonId, Me.Name, Db.Now, [.. promises.Select(AnswerDocument.Promise)]), () => Redirect($"/fragor/{id}"), "Svaret är godkänt.")
        : NotFound();

    private async Task<bool> ReadAsync(Guid id)
    {
        if (!await LoadAsync(id)) return false;
        await using var whole = databases.OpenAsSystem("svar till nämnden");
        promises = [.. (await PromiseReader.ReadAsync(whole, Question, Stop)).Select(p => p.Fact)];
        var document = AnswerDocument.Compose(Question, promises, (await TreeAsync()).NameOf(Question.UnitId), Today);
        (Heading, Shown) = (document.Title, HtmlWriter.Body(document with { Blocks = [.. document.Blocks.Skip(1)] }));
        return true;
    }
}
