using System.Globalization;
using Vattenpass.Domain.Questions;
using Vattenpass.Domain.Words;
using static Vattenpass.Domain.Words.Prose;

namespace Vattenpass.Domain.Reports;

/// <summary>A measure that an answer promises, as it stands now.</summary>
public sealed record PromiseFact(string Title, string Owner, DateOnly? End, string Status);

/// <summary>The answers as a paper to the board: what was asked and by whom, each question with its answer, and where its figures come from.</summary>
public static class AnswerDocument
{
    /// <summary>A promise as the answer says it.</summary>
    public static string Promise(PromiseFact p) =>
        $"{p.Title} – {Inside(p.Status)}{(p.Owner.Length > 0 ? $", ansvarig {p.Owner}" : "")}{(p.End is { } end ? $", klar senast {end:yyyy-MM-dd}" : "")}.";

    /// <param name="promises">As they stand now; one that is approved tells them as they stood then.</param>
    public static Document Compose(BoardQuestion question, IReadOnlyList<PromiseFact> promises, string board, DateOnly today)
    {
        var few = question.Parts.Count == 1;
        List<Block> blocks =
        [
            new HeadingBlock(1, Title(question)),
            new FactsBlock("Dokumenthuvud",
            [
                new("Till", board), new("Från", question.ApprovedByName.Length > 0 ? question.ApprovedByName : "utkast, inte godkänt"),
                new("Datum", $"{question.SentOn ?? (question.ApprovedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : today):yyyy-MM-dd}"),
                .. question.RegistryNumber.Length > 0 ? [new Fact("Diarienummer", question.RegistryNumber)] : Array.Empty<Fact>(),
            ]),
            Paragraph($"{question.Asker} ställde {(few ? "en fråga" : $"{CountWord(question.Parts.Count)} frågor")}{(question.Item.Length > 0 ? $" {(few ? "kopplad" : "kopplade")} till {question.Item}" : "")} inför sammanträdet den {question.Meeting.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("sv-SE"))}. Nedan redovisas {(few ? "frågan med svar" : "frågorna med tillhörande svar")}."),
        ];
        foreach (var (n, part) in question.Parts.Index())
        {
            blocks.Add(new HeadingBlock(2, few ? part.Question : $"{n + 1}. {part.Question}"));
            blocks.AddRange(part.Answer.Length > 0 ? Own(part.Answer) : [Paragraph("Frågan är inte besvarad än.")]);
            foreach (var taken in part.Figures.GroupBy(f => (f.Year, f.AsOf)))
            {
                blocks.Add(Paragraph($"Nyckeltal för {taken.Key.Year}, som de stod {taken.Key.AsOf:yyyy-MM-dd}:"));
                blocks.Add(new ListBlock([.. taken.Select(f => $"{f.Section}, {f.Name}: {f.Text}.")]));
            }
        }
        IReadOnlyList<string> promised = question.Status is QuestionStatus.Open ? [.. promises.Select(Promise)] : question.SentPromises;
        if (promised.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, "Åtgärder som svaret utlovar"));
            blocks.Add(new ListBlock(promised));
        }
        return new(Title(question), $"Sammanträde {question.Meeting:yyyy-MM-dd}", board, today, blocks);
    }

    /// <summary>The matter stands in the words it was written with: it may begin with a name.</summary>
    private static string Title(BoardQuestion question) => $"{(question.Parts.Count == 1 ? "Fråga" : "Frågor")}: {question.Matter}";
}
