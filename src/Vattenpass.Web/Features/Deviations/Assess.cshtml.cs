using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>What the law asks of a deviation is answered: handed over to whom, or not and why. The case itself lives elsewhere.</summary>
[Needs(Thing.Deviations, Right.Decide)]
public sealed class AssessModel(VattenpassDb db) : DeviationPage<AssessInput>(db)
{
    protected override (Thing Thing, Right Right) Needed => (Thing.Deviations, Right.Decide);

    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<Assessment>().Select(k => new SelectListItem(Prose.Capital(k.Swedish()), k.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Answers = [new("Ja, den är lämnad vidare", nameof(AssessAnswer.HandedOver)), new("Nej, det är inte aktuellt", nameof(AssessAnswer.No))];

    /// <summary>What it is asked; any other may be stated too.</summary>
    public IReadOnlyList<Assessment> Asked => ControlKinds.AsksOf(Deviation);

    public override async Task<IActionResult> OnGetAsync(Guid id)
    {
        var answer = await base.OnGetAsync(id);
        if (answer is not PageResult) return answer;
        Input.Kind = ControlKinds.UnansweredOf(Deviation) is [var first, ..] ? first : null;
        Input.On = Today;
        return answer;
    }

    public Task<IActionResult> OnPostAsync(Guid id) => StepAsync(id, Acts.AssessDeviation, () =>
    {
        Refusal.If(Input.Kind is null, "Välj vad som bedöms.", nameof(Input.Kind));
        Refusal.If(Input.Answer is null, "Välj ja eller nej.", nameof(Input.Answer));
        Refusal.If(Input.Kind is Assessment.LexMaria && Input.Answer is AssessAnswer.No && !Me.Has(Role.Specialist),
            "Det är MAS som avgör om lex Maria inte är aktuellt. Lämna den till MAS, och svara ja.", nameof(Input.Answer));
        Refusal.If(Input.On is null, "Ange dagen.", nameof(Input.On));
        Deviation.Assess(new(Input.Kind!.Value, Input.Answer is AssessAnswer.HandedOver, Input.On!.Value, Input.To?.Trim() ?? "", Input.Text?.Trim() ?? "", Me.Name), Today);
    }, "Bedömningen är sparad.");
}

public enum AssessAnswer { HandedOver = 1, No = 2 }

public sealed class AssessInput
{
    public Assessment? Kind { get; set; }
    public AssessAnswer? Answer { get; set; }
    public DateOnly? On { get; set; }
    public string? To { get; set; }
    public string? Text { get; set; }
}
