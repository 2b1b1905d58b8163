using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Adoption, Right.Write)]
public sealed class AdoptModel(VattenpassDb db, Databases databases) : PlanPage<AdoptInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Adoption, Right.Write);

    protected override Basis MadeFrom => Basis.Whole(Plan);

    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (!await LoadAsync(year)) return NotFound();
        (Input.Date, Input.Decider) = (Today, (await TreeAsync()).NameOf(Plan.UnitId));
        return Page();
    }

    public Task<IActionResult> OnPostAsync(int year) => StepAsync(year, Acts.AdoptPlan, async () =>
    {
        Refusal.If(Input.Date is null, "Ange beslutets datum.", nameof(Input.Date));
        Plan.Adopt(new Adoption(Input.Date!.Value, Input.Paragraph?.Trim() ?? "", Input.RegistryNumber?.Trim() ?? "")
        {
            Decider = Input.Decider?.Trim() ?? "",
            Reporter = Input.Reporter?.Trim() ?? "",
            TookPart = Input.TookPart?.Trim() ?? "",
            ChangesBy = Input.ChangesBy?.Trim() ?? "",
        }, Today);
        // The registrar records the decision; which registers and people it is laid out on is read by the product.
        await using var whole = databases.OpenAsSystem("utläggning");
        await (await OccasionLayout.ForAsync(whole, year, Stop)).LayOutAsync(Plan, Db, Stop);
        var laidOut = Db.ChangeTracker.Entries<Domain.Occasions.Occasion>().Count(e => e.State is Microsoft.EntityFrameworkCore.EntityState.Added);
        ReceiptOfWork = laidOut > 0 ? $"Planen är fastställd och {Prose.Number(laidOut, "kontrolltillfälle är utlagt", "kontrolltillfällen är utlagda")}."
            : "Planen är fastställd. Inga kontrolltillfällen lades ut: kontrollerna har inget schema, eller enheterna fanns inte under året.";
        await new FormReader(whole).LockAsync(Db, Plan, Stop);
    }, "Planen är fastställd och kontrolltillfällena är utlagda.");
}

public sealed class AdoptInput
{
    public DateOnly? Date { get; set; }
    public string? Paragraph { get; set; }
    public string? RegistryNumber { get; set; }
    public string? Decider { get; set; }
    public string? Reporter { get; set; }
    public string? TookPart { get; set; }
    public string? ChangesBy { get; set; }
}
