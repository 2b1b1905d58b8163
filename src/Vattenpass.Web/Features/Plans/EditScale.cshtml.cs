using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditScaleModel(VattenpassDb db) : PlanPage<EditScaleInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Operators = [new("från och med värdet", ">="), new("över värdet", ">")];
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);

    protected override Basis MadeFrom => Basis.Values(Stored);

    private EditScaleInput Stored => new()
    {
        LikelihoodName = Plan.Scale.LikelihoodName,
        ConsequenceName = Plan.Scale.ConsequenceName,
        Likelihoods = string.Join('\n', Plan.Scale.Likelihoods),
        Consequences = string.Join('\n', Plan.Scale.Consequences),
        Levels = string.Join('\n', Plan.Scale.Levels.Select(l => $"{l.Name} {l.FromValue}")),
        Operator = Plan.Scale.Operator,
        Threshold = Plan.Scale.Threshold,
        AlwaysFromConsequence = Plan.Scale.AlwaysFromConsequence,
    };

    public async Task<IActionResult> OnGetAsync(int year)
    {
        if (!await LoadAsync(year)) return NotFound();
        Input = Stored;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(int year) => StepAsync(year, Acts.ChangePlan, () => Plan.Describe(Plan.Title, new(
        Lines(Input.Likelihoods), Lines(Input.Consequences), [.. Lines(Input.Levels).Select(Level)], Input.Operator ?? ">=",
        Input.Threshold, Input.AlwaysFromConsequence, (Input.LikelihoodName ?? "").Trim(), (Input.ConsequenceName ?? "").Trim())), "Skalan är sparad.");

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static RiskLevel Level(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Refusal.If(words.Length < 2 || !int.TryParse(words[^1], CultureInfo.InvariantCulture, out _),
            $"”{line}” ska vara ett namn och ett tal, till exempel: hög 9", nameof(EditScaleInput.Levels));
        return new(string.Join(' ', words[..^1]), int.Parse(words[^1], CultureInfo.InvariantCulture));
    }
}

public sealed class EditScaleInput
{
    public string? LikelihoodName { get; set; }
    public string? ConsequenceName { get; set; }
    public string? Likelihoods { get; set; }
    public string? Consequences { get; set; }
    public string? Levels { get; set; }
    public string? Operator { get; set; }
    public int? Threshold { get; set; }
    public int? AlwaysFromConsequence { get; set; }
}
