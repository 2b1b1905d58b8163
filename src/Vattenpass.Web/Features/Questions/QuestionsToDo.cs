using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Questions;

/// <summary>Questions to answer, to approve and to send; for the board's members, answers of the last months.</summary>
public sealed class QuestionsToDo : ToDoSource
{
    private const int MinutesForAnAnswer = 60, DaysRead = 90;

    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        var since = look.Today.AddDays(-DaysRead);
        var all = await look.Db.Questions.AsNoTracking().Where(q => q.Status != QuestionStatus.Sent || q.SentOn >= since).OrderBy(q => q.Status == QuestionStatus.Sent).ThenByDescending(q => q.Status == QuestionStatus.Sent ? q.Meeting : default).ThenBy(q => q.AnswerBy).ToListAsync(look.Stop);
        return [.. all.Select(q => Of(q, look)).OfType<ToDoItem>()];
    }

    private static ToDoItem? Of(BoardQuestion question, ToDoLook look)
    {
        bool May(Right right) => look.Me.May(Thing.Reports, right, question);
        var isAnswered = question.Answered == question.Parts.Count;
        return question.Status switch
        {
            QuestionStatus.Open when isAnswered && May(Right.Decide) => Line(ToDoPart.Decision, "Läs och godkänn svaret"),
            QuestionStatus.Open when !isAnswered && (question.WriterId is null ? May(Right.Write) : look.Me.IsMine(question)) => Line(ToDoPart.Doing, $"Nämndens frågor, svar senast {question.AnswerBy:yyyy-MM-dd}", MinutesForAnAnswer),
            QuestionStatus.Approved when May(Right.Register) => Line(ToDoPart.Decision, "Diarieför och skicka svaret till ledamöterna"),
            QuestionStatus.Sent when look.Me.Has(Role.BoardMember) => Line(ToDoPart.Reading, $"Svar på frågor till sammanträdet {question.Meeting:yyyy-MM-dd}"),
            _ => null,
        };

        ToDoItem Line(ToDoPart part, string detail, int minutes = 0) => new(part, question.Matter, detail, question.IsLate(look.Today) ? "försenad" : question.StatusText,
            question.IsLate(look.Today) ? "danger" : question.Status is QuestionStatus.Sent ? "success" : "info", $"/fragor/{question.Id}", minutes);
    }
}
