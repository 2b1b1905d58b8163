using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Questions;

/// <summary>What writing questions down as they came in, and changing them before they are sent, share.</summary>
public abstract class QuestionFormPage(VattenpassDb db) : FormPage<QuestionInput>(db)
{
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override async Task ShowAsync() =>
        People = [new("Välj person", ""), .. (await Db.People.AsNoTracking().Where(p => p.To == null || p.To >= Today).OrderBy(p => p.Name).ToListAsync(Stop)).Select(p => new SelectListItem(p.Name, $"{p.Id}"))];

    protected QuestionContent Stated()
    {
        Refusal.If(Input.WriterId is { } writer && People.All(p => p.Value != $"{writer}"), "Välj en person i listan.", nameof(Input.WriterId));
        return Input.Content();
    }
}
