using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

/// <summary>The questions with their answers as a paper to the board, what is left to do, and whether the figures have changed since.</summary>
[Needs(Thing.Reports)]
public sealed class ShowModel(VattenpassDb db, Databases databases) : DocumentPage(db)
{
    public BoardQuestion Question { get; private set; } = null!;
    public IReadOnlyList<(Guid Id, PromiseFact Fact)> Promises { get; private set; } = [];
    /// <summary>Figures that the answers rest on, with what they are now where that is another thing.</summary>
    public IReadOnlyList<(AnswerFigure Then, string? Now)> Figures { get; private set; } = [];
    public bool May(Right right) => Question.Status is not QuestionStatus.Sent && Me.May(Thing.Reports, right, Question);
    public bool MayPromise => May(Right.Write) && Me.Can(Thing.Measures, Right.Write);

    public async Task<IActionResult> OnGetAsync(Guid id, string? format)
    {
        if (await Db.Questions.AsNoTracking().Include(q => q.Writer).FirstOrDefaultAsync(q => q.Id == id, Stop) is not { } question) return NotFound();
        Question = question;
        await using var whole = databases.OpenAsSystem("svar till nämnden");
        Promises = await PromiseReader.ReadAsync(whole, question, Stop);
        if (format is null && Me.Can(Thing.Figures, Right.Read)) Figures = await ComparedAsync(whole);
        return Show(AnswerDocument.Compose(question, [.. Promises.Select(p => p.Fact)], (await TreeAsync()).NameOf(question.UnitId), Today), format, "svar-pa-fragor");
    }

    private async Task<List<(AnswerFigure, string?)>> ComparedAsync(VattenpassDb whole)
    {
        List<(AnswerFigure, string?)> compared = [];
        foreach (var year in Question.Parts.SelectMany(p => p.Figures).GroupBy(f => f.Year))
        {
            var now = (await QuestionFigures.ReadAsync(whole, year.Key, Today, Stop)).ToLookup(f => f.Key);
            compared.AddRange(year.Select(then => (then, now[then.Key].FirstOrDefault()?.Text is { } text && text != then.Text ? text : null)));
        }
        return compared;
    }
}
