using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>The municipality's rules for medicine stores: the feedback clock, months running, and who is told of what.</summary>
[Needs(Thing.Medicines, Right.Decide)]
public sealed class RulesModel(VattenpassDb db) : FormPage<MedicineRulesInput>(db)
{
    private MedicineSettings? settings;

    /// <summary>What a rule can be about. A word from before that is none of these stays to be chosen.</summary>
    public IEnumerable<SelectListItem> KindsFor(int rule) =>
        [new("Alla", ""), new("Alla fel i saldo", StoreFaults.Balance),
            .. StoreFaults.All.Append(Input.Telling[rule].Kind)
            .OfType<string>()
            .Where(k => k.Length > 0 && k != StoreFaults.Balance)
            .Distinct()
            .Select(k => new SelectListItem(Prose.Capital(k), k))];

    protected override Basis MadeFrom => Basis.Values(Stored);

    private MedicineRulesInput Stored => (settings ?? MedicineSettings.Usual) is var now
        ? new()
        {
            FeedbackWeeks = now.FeedbackWeeks,
            MostMonthsRunning = now.MostMonthsRunning,
            Telling = [.. now.Telling.Select(TellInput.Of), new()],
        }
        : new();

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Input = Stored;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ChangeMedicineRules, async () =>
        {
            settings ??= Db.MedicineSettings.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id)).Entity;
            settings.Change(Input.FeedbackWeeks ?? 0, Input.MostMonthsRunning,
                [.. Input.Telling.Select((t, n) => t.Read($"{nameof(Input.Telling)}[{n}].")).OfType<DrugTellRule>()]);
        }, () => Redirect("/lakemedel/regler"), "Reglerna är sparade.");
    }

    protected override async Task ShowAsync() => settings = await Db.MedicineSettings.FirstOrDefaultAsync(Stop);
}

public sealed class MedicineRulesInput
{
    public int? FeedbackWeeks { get; set; }
    public int? MostMonthsRunning { get; set; }
    public List<TellInput> Telling { get; set; } = [];
}

public sealed class TellInput
{
    public string? Kind { get; set; }
    public string? From { get; set; }
    public bool OnlyLoss { get; set; }
    public string? Titles { get; set; }

    public static TellInput Of(DrugTellRule rule) =>
        new()
        {
            Kind = rule.Kind,
            From = rule.From == 0 ? "" : CountedLine.Show(rule.From),
            OnlyLoss = rule.OnlyLoss,
            Titles = CommaList.Text(rule.Titles)
        };

    /// <summary>Null for a rule that tells nobody: it was emptied, or never filled in.</summary>
    public DrugTellRule? Read(string at)
    {
        var titles = CommaList.Read(Titles);
        if (titles.Count == 0) return null;
        var from = string.IsNullOrWhiteSpace(From)
            ? 0
            : Decimals.Typed(From) ?? throw new Refusal("Skriv ett tal, till exempel 5.", at + nameof(From));
        Refusal.If(from < 0, "Differensen kan inte vara mindre än noll.", at + nameof(From));
        return new(Kind ?? "", from, OnlyLoss, titles);
    }
}
