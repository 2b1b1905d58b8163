using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

/// <summary>A plan that begins empty, with the built-in templates, or as a copy of an earlier one.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class NewModel(VattenpassDb db) : FormPage<NewPlanInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Scales = [new("1–4 × 1–4", "4"), new("1–5 × 1–5", "5")];
    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        var taken = await Db.Plans.Select(p => p.Year).ToListAsync(Stop);
        Input.Year = Enumerable.Range(Today.Year + 1, 50).First(y => !taken.Contains(y));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ChangePlan, async () =>
        {
            Refusal.If(Input.Year is null, "Skriv året planen gäller.", nameof(Input.Year));
            Refusal.If(await Db.Plans.AnyAsync(p => p.Year == Input.Year, Stop), $"Det finns redan en plan för {Input.Year}.", nameof(Input.Year));
            var earlier = int.TryParse(Input.From, CultureInfo.InvariantCulture, out var from)
                ? await Db.Plans.AsNoTracking()
                .Include(p => p.Risks)
                .Include(p => p.Controls)
                .FirstOrDefaultAsync(p => p.Year == from, Stop)
                : null;
            var plan = new Plan(Db.NewId(), Input.Year!.Value, (await TreeAsync()).Root!.Id, $"Internkontrollplan {Input.Year}",
                earlier?.Scale ?? (Input.Scale == "5" ? RiskScale.Five : RiskScale.Four));
            if (earlier is not null) Copy(earlier, plan);
            else if (Input.From == "mallar") ControlKinds.AddBasicTo(plan, await RulesOn.DayAsync(Db, new(plan.Year, 12, 31), Stop), Db.NewId);
            Db.Plans.Add(plan);
        }, () => Redirect($"/plan/{Input.Year}"), "Planen är skapad.");
    }

    /// <summary>Risks and controls come along; scores too, to be judged anew. Decisions to accept come along with their reason.</summary>
    private void Copy(Plan from, Plan to)
    {
        var ids = new Dictionary<Guid, Guid>();
        foreach (var old in from.Risks)
        {
            var risk = new Risk(ids[old.Id] = Db.NewId(), to, old.Title, old.Description, old.Process, old.OwnerId);
            if (old.Score is { } s) risk.Rate(s.Likelihood, s.Consequence, s.Likelihood is null ? s.Value : null, old.ScoredOn);
            if (old.Response is not RiskResponse.Undecided) risk.Decide(old.Response, old.AcceptReason);
            to.Add(risk);
        }
        foreach (var old in from.Controls.OrderBy(c => c.Order))
            to.Add(new Control(Db.NewId(), to, old.Key, old.Order, old.Content with { RiskId = old.RiskId is { } id ? ids[id] : null }));
    }

    protected override async Task ShowAsync()
    {
        var years = await Db.Plans.OrderByDescending(p => p.Year).Select(p => p.Year).ToListAsync(Stop);
        Sources = [new("Grundmallarna (åtta kontrollmoment)", "mallar") { Selected = true },
            .. years.Take(3).Select(y => new SelectListItem($"Planen för {y}", $"{y}")), new("En tom plan", "tom")];
    }
}

public sealed class NewPlanInput
{
    public int? Year { get; set; }
    public string From { get; set; } = "mallar";
    public string Scale { get; set; } = "4";
}
