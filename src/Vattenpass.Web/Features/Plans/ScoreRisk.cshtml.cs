using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans)]
public sealed partial class ScoreRiskModel(VattenpassDb db, Databases databases) : PlanPage<ScoreRiskInput>(db)
{
    protected override (Thing, Right) Needed => (Thing.Plans, Right.Score);
    public Risk Risk { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Likelihoods => Steps(Plan.Scale.Likelihoods);
    public IReadOnlyList<SelectListItem> Consequences => Steps(Plan.Scale.Consequences);

    /// <summary>What has happened since it was last scored.</summary>
    public RiskSigns Signs { get; private set; } = new([]);

    protected override Basis MadeFrom => Basis.Values(Stored);

    private ScoreRiskInput Stored => new()
    {
        Likelihood = Risk.Score?.Likelihood,
        Consequence = Risk.Score?.Consequence,
        Value = Risk.Score is { Likelihood: null } bare ? bare.Value : null,
        Motive = Risk.Motive,
        Votes = string.Join('\n', Risk.Votes.Select(v => $"{v.Likelihood} och {v.Consequence}")),
    };

    public async Task<IActionResult> OnGetAsync(int year, Guid id)
    {
        if (!await FindAsync(year, id)) return NotFound();
        Input = Stored;
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, Guid id)
    {
        if (!await FindAsync(year, id)) return NotFound();
        var act = Me.May(Thing.Plans, Right.Score, Plan) ? Acts.ScoreRisk : Acts.ChangePlan;
        return await SaveAsync(act, () =>
        {
            Risk.Rate(Input.Likelihood, Input.Consequence, Input.Value, Today);
            Risk.Agree(Input.Motive, ReadVotes());
        }, () => Redirect($"/plan/{year}"), "Värderingen är sparad.");
    }

    /// <summary>Two numbers a line, with anything between them.</summary>
    private List<RiskVote> ReadVotes() => [.. (Input.Votes ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line =>
    {
        var numbers = Numbers().Matches(line).Select(m => int.TryParse(m.ValueSpan, CultureInfo.InvariantCulture, out var n) ? n : 0).ToList();
        Refusal.If(numbers.Count != 2 || line.TrimStart().StartsWith('-'), $"”{line}” ska vara två tal, till exempel: 3 och 4", nameof(Input.Votes));
        return new RiskVote(numbers[0], numbers[1]);
    })];

    [GeneratedRegex(@"\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    private async Task<bool> FindAsync(int year, Guid id)
    {
        if (!await LoadAsync(year) || Plan.Risks.FirstOrDefault(r => r.Id == id) is not { } risk) return false;
        Risk = risk;
        return true;
    }

    protected override async Task ShowAsync()
    {
        await using var whole = databases.OpenAsSystem("underlag till en risk");
        Signs = (await RiskEvidence.ReadAsync(whole, Plan, Stop))[Risk.Id].Signs;
    }

    private static List<SelectListItem> Steps(IReadOnlyList<string> labels) =>
        [.. labels.Select((label, n) => new SelectListItem($"{n + 1} {label}", $"{n + 1}"))];
}

public sealed class ScoreRiskInput
{
    public int? Likelihood { get; set; }
    public int? Consequence { get; set; }
    public int? Value { get; set; }
    public string? Motive { get; set; }
    public string? Votes { get; set; }
}
