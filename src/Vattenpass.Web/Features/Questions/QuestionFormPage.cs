using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Questions;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Questions;

/// <summary>What writing questions down as they came in, and changing them before they are sent, share.</summary>
public abstract class QuestionFormPage(VattenpassDb db) : FormPage<QuestionInput>(db)
{
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    protected override Task ShowAsync() => ShowAsync(null);

    /// <param name="writer">Stays in the list, whoever that is.</param>
    protected async Task ShowAsync(Guid? writer) => People = await PeopleToChoose.ReadAsync(Db, Stop, writer);

    protected QuestionContent Stated()
    {
        Refusal.If(Input.WriterId is { } writer && People.All(p => p.Value != $"{writer}"), "Välj en person i listan.", nameof(Input.WriterId));
        return Input.Content();
    }
}
