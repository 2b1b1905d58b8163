namespace Vattenpass.Domain.Forms;

/// <summary>What a control showed. NotDone needs a reason and NotApplicable a decision; neither counts as done.</summary>
public enum OutcomeResult { WithoutRemark = 1, WithRemark = 2, Deviation = 3, SeriousDeviation = 4, NotDone = 5, NotApplicable = 6 }

public static class OutcomeResultNames
{
    public static string Swedish(this OutcomeResult result) => result switch
    {
        OutcomeResult.WithoutRemark => "utan anmärkning",
        OutcomeResult.WithRemark => "med anmärkning",
        OutcomeResult.Deviation => "avvikelse",
        OutcomeResult.SeriousDeviation => "allvarlig avvikelse",
        OutcomeResult.NotDone => "ej utförd",
        OutcomeResult.NotApplicable => "ej tillämplig",
        _ => throw new InvalidOperationException(),
    };
}
