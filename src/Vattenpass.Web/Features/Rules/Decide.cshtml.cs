using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Rules;

/// <summary>A new value of a local rule from a day on; what held before stays.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class DecideModel(VattenpassDb db) : FormPage<DecideRuleInput>(db)
{
    private IReadOnlyList<LocalRule> rules = [];
    public LocalRuleKind Kind { get; private set; } = null!;
    public int Now { get; private set; }
    public IReadOnlyList<SelectListItem> Titles { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync(string key) => await LoadAsync(key) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string key)
    {
        if (!await LoadAsync(key)) return NotFound();
        return await SaveAsync(Acts.ChangeLocalRule, async () =>
        {
            Refusal.If(!string.IsNullOrEmpty(Input.Owner) && Titles.All(t => t.Value != Input.Owner), "Välj en befattning som finns.", nameof(Input.Owner));
            if (rules.FirstOrDefault(r => r.From == Input.From) is { } same) same.Correct(Input.Value, Input.Owner, Input.Decision);
            else Db.LocalRules.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id, Kind, Input.From, Input.Value, Input.Owner, Input.Decision));
        }, () => Redirect("/regler"), "Regeln är sparad.");
    }

    private async Task<bool> LoadAsync(string key)
    {
        if (LocalRules.All.FirstOrDefault(k => k.Key == key) is not { } kind) return false;
        Kind = kind;
        rules = await Db.LocalRules.Where(r => r.Key == key).ToListAsync(Stop);
        Now = LocalRules.On(Today, rules)[kind];
        Titles = [new("Välj", ""), .. (await Db.Titles.AsNoTracking().OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(Stop))
            .Select(t => new SelectListItem(t, t))];
        return true;
    }
}

public sealed class DecideRuleInput
{
    public int? Value { get; set; }
    public DateOnly? From { get; set; }
    public string? Owner { get; set; }
    public string? Decision { get; set; }
}
