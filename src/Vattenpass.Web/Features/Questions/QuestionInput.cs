using Vattenpass.Domain.Questions;

namespace Vattenpass.Web.Features.Questions;

public sealed class QuestionInput
{
    public string? Asker { get; set; }
    public string? Matter { get; set; }
    public string? Item { get; set; }
    public DateOnly? Meeting { get; set; }
    public DateOnly? AnswerBy { get; set; }
    public Guid? WriterId { get; set; }
    /// <summary>One on each line.</summary>
    public string? Questions { get; set; }

    public QuestionContent Content() => new(Asker ?? "", Matter ?? "", Item ?? "", Meeting, AnswerBy, WriterId, (Questions ?? "").Split('\n'));

    public static QuestionInput Of(BoardQuestion question) => new()
    {
        Asker = question.Asker,
        Matter = question.Matter,
        Item = question.Item,
        Meeting = question.Meeting,
        AnswerBy = question.AnswerBy,
        WriterId = question.WriterId,
        Questions = string.Join('\n', question.Parts.Select(p => p.Question)),
    };
}
