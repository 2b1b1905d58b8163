using Vattenpass.Domain.LogReviews;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>What states and verdicts are called on the pages.</summary>
public static class CaseText
{
    /// <summary>How much speaks for a queued case; of the others, how they came to be.</summary>
    public static string Of(LogCase of) => of.Kind switch
    {
        CaseKind.Queued => of.Strength switch { CaseStrength.Strong => "tydliga skäl att fråga", CaseStrength.Clear => "skäl att fråga", _ => "svaga skäl att fråga" },
        CaseKind.Targeted => "begärt",
        _ => "slumpvis valt",
    };

    public static string Tone(LogCase of) =>
        of.Kind is not CaseKind.Queued
            ? "neutral"
            : of.Strength switch { CaseStrength.Strong => "danger", CaseStrength.Clear => "warning", _ => "neutral" };

    public static string Of(Verdict? verdict) =>
        verdict switch { Verdict.Authorised => "behörig", Verdict.Unauthorised => "obehörig", Verdict.Unclear => "oklar", _ => "ska bedömas" };
    public static string Tone(Verdict? verdict) =>
        verdict switch { Verdict.Authorised => "success", Verdict.Unauthorised => "danger", Verdict.Unclear => "warning", _ => "info" };

    public static string Of(ImportState state) =>
        state switch
        {
            ImportState.Waiting => "väntar",
            ImportState.Running => "gås igenom",
            ImportState.Done => "klar",
            ImportState.Failed => "misslyckades",
            _ => "avbruten"
        };
    public static string Tone(ImportState state) =>
        state switch { ImportState.Done => "success", ImportState.Failed => "danger", ImportState.Cancelled => "neutral", _ => "info" };
}
