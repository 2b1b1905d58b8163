using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Deviations;

namespace Vattenpass.Web.Features.Controls;

/// <summary>What registering and correcting an outcome share: the fields, and the deviation and measure that follow.</summary>
public abstract class OutcomePage(VattenpassDb db) : OccasionPage<OutcomeInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Results =
        [.. Enum.GetValues<OutcomeResult>().Select(r => new SelectListItem(Prose.Capital(r.Swedish()), r.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Independences =
        [.. Enum.GetValues<Independence>().Select(i => new SelectListItem(Prose.Capital(i.Swedish()), i.ToString()))];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    protected override async Task<bool> LoadAsync(Guid occasionId)
    {
        if (!await base.LoadAsync(occasionId)) return false;
        Kinds = [new("Välj", ""), .. ControlKinds.FaultsOf(Occasion.Control.Key).Select(k => new SelectListItem(k, k))];
        return true;
    }

    protected OutcomeContent Stated =>
        new(Input.Result!.Value, Input.PerformedOn ?? Today, Input.Checked ?? 0, Input.Deviating ?? 0, Input.Serious ?? 0,
            Input.Independence, Input.Reason ?? "", Input.Comment ?? "", []);

    /// <summary>One deviation a deviating object, the serious ones first, and one suggested measure: all in the same submit.</summary>
    protected void Follow(Outcome outcome)
    {
        if (outcome.Deviating == 0) return;
        Domain.Refusal.If(string.IsNullOrWhiteSpace(Input.Kind), "Välj vad som var fel.", nameof(Input.Kind));
        List<Deviation> made = [];
        for (var n = 0; n < outcome.Deviating; n++)
            made.Add(Db.Report(new(Occasion.AtUnit, Occasion.Field, Input.Kind!, Input.Description ?? "",
                n < outcome.Serious ? Severity.Serious : Severity.Minor, outcome.PerformedOn,
                    Occasion.PeriodKey, Occasion.Id, Occasion.Control.Key, Occasion.ObjectKey, Input.ImmediateAction ?? ""), Me.PersonId));
        if (!string.IsNullOrWhiteSpace(Input.SuggestedMeasure))
            Db.Measures.Add(new Measure(Db.NewId(), Occasion.AtUnit, Occasion.Field, Input.SuggestedMeasure, deviationId: made[0].Id));
    }
}

public sealed class OutcomeInput
{
    public OutcomeResult? Result { get; set; }
    public DateOnly? PerformedOn { get; set; }
    public int? Checked { get; set; }
    public int? Deviating { get; set; }
    public int? Serious { get; set; }
    public Independence Independence { get; set; } = Independence.SelfControl;
    public string? Reason { get; set; }
    public string? Comment { get; set; }
    public string? Kind { get; set; }
    public string? Description { get; set; }
    public string? ImmediateAction { get; set; }
    public string? SuggestedMeasure { get; set; }
    public string? CorrectionReason { get; set; }
}
