using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>Counted again by two: the second nurse signs in on the same phone, for this only.</summary>
[Needs(Thing.Deviations, Right.Write)]
[EnableRateLimiting(SigningIn.Limiter)]
public sealed class CountAgainModel(VattenpassDb db, Databases databases, Passwords passwords) : DrugPage<CountAgainInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.InvestigateDeviation, async () =>
    {
        var counted = Decimals.Typed(Input.Counted)
            ?? throw new Refusal("Skriv hur många ni räknade, till exempel 12,5.", nameof(Input.Counted));
        var second =
            await SecondPerson.SignInAsync(HttpContext, databases, passwords, Input.SecondUserName, Input.SecondPassword, Deviation.AtUnit, Stop);
        Db.Add(Drug.CountAgain(Db.NewId(), counted, Input.Explanation ?? "", Me.PersonId, Me.Name, second.Id, second.Name, Db.Now, Today));
    }, "Omräkningen är bekräftad och sparad. Den första räkningen står kvar.");
}

public sealed class CountAgainInput
{
    public string? Counted { get; set; }
    public string? Explanation { get; set; }
    public string? SecondUserName { get; set; }
    public string? SecondPassword { get; set; }
}
