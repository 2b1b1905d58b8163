using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Questions;

/// <summary>What an answer promises becomes a measure, with somebody who answers for it and a day.</summary>
[Needs(Thing.Reports, Right.Write)]
public sealed class PromiseModel(VattenpassDb db) : QuestionPage<PromiseInput>(db)
{
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override Right Needed => Right.Write;
    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id) || !Me.Can(Thing.Measures, Right.Write)) return NotFound();
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id)) return NotFound();
        await ShowAsync();
        var wasApproved = Question.Status is QuestionStatus.Approved;
        return await SaveAsync(Acts.PromiseMeasure, () =>
        {
            Refusal.If(Input.OwnerId is not { } owner || People.All(p => p.Value != $"{owner}"), "Välj vem som ansvarar.", nameof(Input.OwnerId));
            Refusal.If(Input.End is null, "Ange när det ska vara klart.", nameof(Input.End));
            var why = $"Utlovad i svaret till {Question.Asker}: {Question.Matter}. Sammanträdet {Question.Meeting:yyyy-MM-dd}.";
            var measure = Measure.Begin(Db.NewId, Question.AtUnit, Input.Title ?? "", why, Input.OwnerId, Today, Input.End);
            Db.Measures.Add(measure);
            Question.Promise(measure.Id);
        }, () => Redirect($"/fragor/{id}"), wasApproved ? "Löftet är antecknat som åtgärd. Svaret behöver godkännas igen." : "Löftet är antecknat som åtgärd.");
    }

    protected override async Task ShowAsync() =>
        People = await PeopleToChoose.ReadAsync(Db, Stop);
}

public sealed class PromiseInput
{
    public string? Title { get; set; }
    public Guid? OwnerId { get; set; }
    public DateOnly? End { get; set; }
}
