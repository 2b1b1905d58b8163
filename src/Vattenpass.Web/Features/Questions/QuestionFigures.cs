using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Questions;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Figures;

namespace Vattenpass.Web.Features.Questions;

/// <summary>The year's key figures, as an answer can rest on them, and earlier answers about something alike.</summary>
public static class QuestionFigures
{
    private const int ShortestWord = 7;

    /// <param name="whole">Sees all of it: an answer to the board is about the whole, whoever writes it. The rows behind open as far as one may see.</param>
    public static async Task<List<AnswerFigure>> ReadAsync(VattenpassDb whole, int year, DateOnly today, CancellationToken stop) =>
        [.. YearFigures.Of(await new FactsReader(whole).ReadAsync(year, Period.Year(year), stop)).Kinds
            .SelectMany(k => k.Figures.Listed.Select(f => new AnswerFigure(year, f.Key, k.Figures.Section, f.Name, f.Text, today)))];

    /// <summary>Those that share a long word with what is asked, most words first.</summary>
    public static IReadOnlyList<BoardQuestion> Alike(BoardQuestion question, IEnumerable<BoardQuestion> others)
    {
        var words = Words(question);
        return [.. others.Select(o => (Other: o, Shared: Words(o).Count(words.Contains))).Where(o => o.Shared > 0).OrderByDescending(o => o.Shared).ThenByDescending(o => o.Other.Meeting).Take(5).Select(o => o.Other)];
    }

    private static HashSet<string> Words(BoardQuestion question) =>
        [.. $"{question.Matter} {string.Join(' ', question.Parts.Select(p => p.Question))}".Split([' ', ',', '.', '?', '!', ':', ';', '\n', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Select(RegisterKind.Fold).Where(w => w.Length >= ShortestWord)];
}
