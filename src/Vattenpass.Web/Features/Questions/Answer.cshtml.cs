using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

/// <summary>One of the questions is answered in text, with the key figures that bear it out.</summary>
[Needs(Thing.Reports, Right.Text)]
public sealed class AnswerModel(VattenpassDb db, Databases databases) : QuestionPage<AnswerInput>(db)
{
    [BindProperty(SupportsGet = true, Name = "del")] public int Part { get; set; }

    public IReadOnlyList<SelectListItem> Figures { get; private set; } = [];
    public AskedPart Asked => Question.Parts[Part];
    /// <summary>What has been answered before about something alike.</summary>
    public IReadOnlyList<BoardQuestion> Earlier { get; private set; } = [];
    public int Year { get; private set; }

    private List<AnswerFigure> known = [];

    protected override Right Needed => Right.Text;
    /// <summary>The question too: a form for one is no answer to another that has taken its place.</summary>
    protected override Basis MadeFrom => Basis.Values(Stored);

    private AnswerInput Stored => new() { Question = Asked.Question, Text = Asked.Answer, Figures = [.. Asked.Figures.Select(Key)] };

    private static string Key(AnswerFigure figure) => $"{figure.Year}/{figure.Key}";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        return await SaveAsync(Acts.AnswerQuestion, () =>
        {
            Question.Answer(Part, Input.Text ?? "", [.. Input.Figures.Where(f => !string.IsNullOrEmpty(f)).Distinct().Select(Chosen)], Me.PersonId);
        }, () => Redirect(Next(id)), Question.Status is QuestionStatus.Approved ? "Svaret är sparat. Det behöver godkännas igen." : "Svaret är sparat.");
    }

    /// <summary>The first that is left to answer after this one, or the whole.</summary>
    private string Next(Guid id) => Question.Parts.Index().Skip(Part + 1).FirstOrDefault(p => p.Item.Answer.Length == 0) is { Item: not null } left
        ? $"/fragor/{id}/svara?del={left.Index}" : $"/fragor/{id}";

    /// <summary>A figure that was chosen before stays as it was then, until it is chosen anew.</summary>
    private AnswerFigure Chosen(string key)
    {
        var (then, now) = (Asked.Figures.FirstOrDefault(f => Key(f) == key), known.Find(f => Key(f) == key));
        return (Input.Renews ? now ?? then : then ?? now) ?? throw new Refusal("Välj bland nyckeltalen i listan.", nameof(Input.Figures));
    }

    private async Task<bool> FindAsync(Guid id)
    {
        if (!await LoadAsync(id) || Part < 0 || Part >= Question.Parts.Count || Question.Status is QuestionStatus.Sent) return false;
        Year = Today.Year;
        await using (var whole = databases.OpenAsSystem("svar till nämnden")) known = await QuestionFigures.ReadAsync(whole, Year, Today, Stop);
        Figures = [.. known.Concat(Asked.Figures.Where(f => known.All(k => Key(k) != Key(f)))).Select(f => new SelectListItem($"{f.Section}: {f.Name}, {f.Text}", Key(f)))];
        Earlier = QuestionFigures.Alike(Question, await Db.Questions.AsNoTracking().Where(q => q.Status == QuestionStatus.Sent && q.Id != id).ToListAsync(Stop));
        return true;
    }
}

public sealed class AnswerInput
{
    /// <summary>What is answered; not sent, only part of what the form was made from.</summary>
    public string? Question { get; set; }
    public string? Text { get; set; }
    public List<string> Figures { get; set; } = [];
    /// <summary>Figures that were chosen before are taken as they are now.</summary>
    public bool Renews { get; set; }
}
