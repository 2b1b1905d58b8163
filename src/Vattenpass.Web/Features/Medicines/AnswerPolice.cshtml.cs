using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>The manager's answer about the police, and when the head of the operations was told.</summary>
[Needs(Thing.Deviations, Right.Decide)]
public sealed class AnswerPoliceModel(VattenpassDb db) : DrugPage<AnswerPoliceInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Decide);

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.AnswerPolice, () =>
    {
        Refusal.If(!Me.IsLeader, "Det är chefen som svarar om polisanmälan.");
        Drug.AnswerPolice(new(Input.IsPolice, Input.Police ?? "", Me.Name, Today), Input.ToldOn, Today);
    }, "Svaret är sparat.");
}

public sealed class AnswerPoliceInput
{
    public bool IsPolice { get; set; }
    public string? Police { get; set; }
    public DateOnly? ToldOn { get; set; }
}
