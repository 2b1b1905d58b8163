using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>MAS's answers about a loss: lex Maria, and whether a licensed person may be a danger.</summary>
[Needs(Thing.Medicines, Right.Decide)]
public sealed class AnswerMasModel(VattenpassDb db) : DrugPage<AnswerMasInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Medicines, Right.Decide);

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.AnswerLoss, () =>
        Drug.AnswerMas(new(Input.IsLexMaria, Input.LexMaria ?? "", Me.Name, Today),
            new(Input.IsDanger, Input.Danger ?? "", Me.Name, Today)),
        "Svaren är sparade.");
}

public sealed class AnswerMasInput
{
    public bool IsLexMaria { get; set; }
    public string? LexMaria { get; set; }
    public bool IsDanger { get; set; }
    public string? Danger { get; set; }
}
