using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Controls;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>The municipality's rules for medicine stores: the feedback clock, months running, and who is told of what.</summary>
[Needs(Thing.Medicines, Right.Decide)]
public sealed class RulesModel(VattenpassDb db) : FormPage<MedicineRulesInput>(db)
{
    private MedicineSettings? settings;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        var now = settings ?? MedicineSettings.Usual;
        Input = new() { FeedbackWeeks = now.FeedbackWeeks, MostMonthsRunning = now.MostMonthsRunning, Telling = string.Join('\n', now.Telling.Select(Text)) };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ChangeMedicineRules, async () =>
        {
            settings ??= Db.MedicineSettings.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id)).Entity;
            settings.Change(Input.FeedbackWeeks ?? 0, Input.MostMonthsRunning, [.. (Input.Telling ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Rule)]);
        }, () => Redirect("/lakemedel/regler"), "Reglerna är sparade.");
    }

    protected override async Task ShowAsync() => settings = await Db.MedicineSettings.FirstOrDefaultAsync(Stop);

    private static string Text(DrugTellRule rule) => $"{(rule.Kind.Length > 0 ? rule.Kind : "alla")}; {CountedLine.Show(rule.From)}; {(rule.OnlyLoss ? "svinn" : "alla")}; {string.Join(", ", rule.Titles)}";

    private static DrugTellRule Rule(string line, int n)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        Refusal.If(parts.Length != 4, $"Rad {n + 1}: skriv slag; minsta differens; alla eller svinn; befattningar.", nameof(MedicineRulesInput.Telling));
        var from = Decimals.Read(parts[1]) ?? throw new Refusal($"Rad {n + 1}: minsta differens ska vara ett tal, till exempel 5.", nameof(MedicineRulesInput.Telling));
        Refusal.If(parts[2] is not ("alla" or "svinn"), $"Rad {n + 1}: skriv alla eller svinn på tredje plats.", nameof(MedicineRulesInput.Telling));
        return new(parts[0].Equals("alla", StringComparison.OrdinalIgnoreCase) ? "" : parts[0], from, parts[2] == "svinn", [.. parts[3].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
    }
}

public sealed class MedicineRulesInput
{
    public int? FeedbackWeeks { get; set; }
    public int? MostMonthsRunning { get; set; }
    public string? Telling { get; set; }
}
