using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
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
using Vattenpass.Web.Features.Samples;

namespace Vattenpass.Web.Features.Controls;

/// <summary>What registering and correcting an outcome share: the fields, and the deviation and measure that follow.</summary>
public abstract class OutcomePage(VattenpassDb db) : OccasionPage<OutcomeInput>(db)
{
    /// <summary>So many deviations are each followed up by themselves; more are asked about, and followed up as one.</summary>
    public const int MostByThemselves = 10;

    /// <summary>A list or a count decides the outcome; it can only be stated that the control was not done.</summary>
    public bool IsDecidedByList => Occasion.Control.DoneBy is DoneBy.Form or DoneBy.Count;

    public IReadOnlyList<SelectListItem> Results => [.. Enum.GetValues<OutcomeResult>()
        .Where(r => !IsDecidedByList || r is OutcomeResult.NotDone or OutcomeResult.NotApplicable)
        .Select(r => new SelectListItem(Prose.Capital(r.Swedish()), r.ToString()))];

    public bool AsksWhetherSoMany => Input.Deviating > MostByThemselves;

    public static readonly IReadOnlyList<SelectListItem> Independences =
        [.. Enum.GetValues<Independence>().Select(i => new SelectListItem(Prose.Capital(i.Swedish()), i.ToString()))];

    public IReadOnlyList<SelectListItem> Kinds { get; protected set; } = [];

    protected override async Task<bool> LoadAsync(Guid occasionId)
    {
        if (!await base.LoadAsync(occasionId)) return false;
        Kinds = [new("Välj", ""), .. ControlKinds.FaultsOf(Occasion.Control.Key).Select(k => new SelectListItem(k, k))];
        return true;
    }

    /// <summary>How many deviated is asked for only where something did; what stands in a field that is not shown is not said.</summary>
    protected OutcomeContent Stated
    {
        get
        {
            var deviates = Input.Result is OutcomeResult.Deviation or OutcomeResult.SeriousDeviation;
            return new(Input.Result!.Value, Input.PerformedOn ?? Today, Input.Checked ?? 0, deviates ? Input.Deviating ?? 0 : 0,
                deviates ? Input.Serious ?? 0 : 0, Input.Independence, Input.Reason ?? "", Input.Comment ?? "", []);
        }
    }

    /// <summary>Of a control of a register no more can be checked than the register holds.</summary>
    protected async Task MustBeThereAsync(Databases databases)
    {
        if (string.IsNullOrEmpty(Occasion.Control.Register) || Input.Checked is null or 0) return;
        await using var system = databases.OpenAsSystem("antal i registret");
        var year = await Db.Plans.Where(p => p.Id == Occasion.PlanId).Select(p => p.Year).FirstAsync(Stop);
        var there = (await new PopulationReader(system).ReadAsync(Occasion, year, Stop)).Count;
        Refusal.If(there > 0 && Input.Checked > there, $"Registret har {there} att kontrollera här. Skriv högst så många.", nameof(Input.Checked));
    }

    /// <summary>One deviation a deviating object, the serious ones first, and one suggested measure: all in the same submit.</summary>
    protected void Follow(Outcome outcome)
    {
        if (outcome.Deviating == 0) return;
        Refusal.If(string.IsNullOrWhiteSpace(Input.Kind), "Välj vad som var fel.", nameof(Input.Kind));
        Refusal.If(AsksWhetherSoMany && !Input.AreSoMany,
            $"{outcome.Deviating} avvikelser är många. Stämmer antalet, så kryssa i rutan. De följs upp tillsammans.", nameof(Input.AreSoMany));
        List<(int Count, Severity Severity)> found = [(outcome.Serious, Severity.Serious), (outcome.Deviating - outcome.Serious, Severity.Minor)];
        var made = found.SelectMany(f => AsksWhetherSoMany
                ? Enumerable.Repeat(f, f.Count > 0 ? 1 : 0)
                : Enumerable.Repeat((Count: 1, f.Severity), f.Count))
            .Select(f => Db.Report(new(Occasion.AtUnit, Occasion.Field, Input.Kind!, Input.Description ?? "", f.Severity, outcome.PerformedOn,
                Occasion.PeriodKey, Occasion.Id, Occasion.Control.Key, Occasion.ObjectKey, Input.ImmediateAction ?? "", Count: f.Count), Me.PersonId))
            .ToList();
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
    /// <summary>More than usual, and it is right.</summary>
    public bool AreSoMany { get; set; }
    /// <summary>Stated as not done, and to be done after all.</summary>
    public bool Reopen { get; set; }
}
