using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>MAS goes through the month's simple faults, and takes note of many at once.</summary>
[Needs(Thing.Medicines, Right.Decide)]
public sealed class ReceiveSimpleModel(VattenpassDb db) : FormPage<ReceiveInput>(db)
{
    public IReadOnlyList<Deviation> Simple { get; private set; } = [];
    private OrganisationTree tree = null!;
    public string Place(Deviation of) => tree.NameOf(of.UnitId);

    protected override Basis MadeFrom => Basis.Whole(Simple);

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ReceiveFeedback, ReceiveAsync, () => Redirect("/lakemedel"), "Felen är kvitterade och avslutade.");
    }

    private async Task ReceiveAsync()
    {
        Refusal.If(Input.Chosen.Count == 0, "Välj minst ett fel.", nameof(Input.Chosen));
        foreach (var deviation in await Db.Deviations.Where(d => Input.Chosen.Contains(d.Id)
            && d.Matter != null
            && d.Matter is DrugMatter
            && d.ClosedOn == null
            && !d.Withdrawn).ToListAsync(Stop))
            ((DrugMatter)deviation.Matter!).ReceiveSimple(Input.Cause ?? "", Input.Action ?? "", Today, Me.PersonId);
    }

    protected override async Task ShowAsync()
    {
        tree = await TreeAsync();
        Simple = [.. (await Db.Deviations.AsNoTracking()
            .Where(d => d.Matter != null && d.Matter is DrugMatter && d.ClosedOn == null && !d.Withdrawn && d.Severity == Severity.Minor)
            .OrderBy(d => d.ObjectKey)
            .ThenBy(d => d.FoundOn)
            .ToListAsync(Stop)).Where(d => d.Matter!.IsSimple)];
    }
}

public sealed class ReceiveInput
{
    public List<Guid> Chosen { get; set; } = [];
    public string? Cause { get; set; }
    public string? Action { get; set; }
}
