using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;

namespace Vattenpass.Web.Shared;

/// <summary>What a person would say about where an occasion stands, and the tone it is shown in.</summary>
public static class StatusText
{
    public static string Of(Occasion occasion, DateOnly today) => occasion.StateOn(today) switch
    {
        OccasionState.Ahead => $"öppnar {occasion.Opens:d MMMM}",
        OccasionState.Open => occasion.Due == today ? "ska vara klar i dag" : $"ska vara klar {occasion.Due:d MMMM}",
        OccasionState.Late => $"ej gjord, skulle ha varit klar {occasion.Due:d MMMM}",
        OccasionState.Ended => $"avslutad: {occasion.EndedReason}",
        _ => occasion.Result!.Value.Swedish(),
    };

    /// <summary>The colour word of the design system; never the only carrier.</summary>
    public static string Tone(Occasion occasion, DateOnly today) => occasion.StateOn(today) switch
    {
        OccasionState.Ahead or OccasionState.Ended or OccasionState.NotApplicable => "neutral",
        OccasionState.Open => "info",
        OccasionState.Late or OccasionState.NotDone => "danger",
        _ => occasion.Result switch
        {
            OutcomeResult.WithoutRemark => "success",
            OutcomeResult.SeriousDeviation => "danger",
            _ => "warning",
        },
    };
}
