namespace Vattenpass.Domain.Reports;

public enum DecisionKind { Approved = 1, ApprovedAndForwarded = 2, Returned = 3, Noted = 4 }

/// <summary>What the board decided about a report that was sent to it, as the minutes have it.</summary>
/// <param name="Reference">Paragraph of the minutes: "§ 34".</param>
/// <param name="Asked">What a returned report shall be completed with; empty otherwise.</param>
/// <param name="Motions">Motions that were put, by party or office; empty when there were none.</param>
/// <param name="Reservations">Reservations and special statements, by party or office; empty when there were none.</param>
public sealed record BoardDecision(DecisionKind Kind, DateOnly On, string Reference, string Asked, string Motions, string Reservations)
{
    /// <exception cref="Refusal">Something is missing, or lies where it cannot.</exception>
    public static BoardDecision Read(DecisionKind? kind, DateOnly? on, string reference, string asked, string motions, string reservations)
    {
        Refusal.If(kind is null, "Välj vad nämnden beslutade.", nameof(Kind));
        Refusal.If(on is null, "Ange vilken dag nämnden beslutade.", nameof(On));
        var paragraph = Refusal.IfEmpty(reference, "Skriv paragrafen i protokollet.", nameof(Reference));
        Refusal.If(kind is DecisionKind.Returned && asked.Trim().Length == 0, "Skriv vad rapporten ska kompletteras med.", nameof(Asked));
        Refusal.If(kind is not DecisionKind.Returned && asked.Trim().Length > 0, "En komplettering begärs bara vid återremiss.", nameof(Asked));
        return new(kind!.Value, on!.Value, paragraph, asked.Trim(), motions.Trim(), reservations.Trim());
    }

    public string Sentence() => $"{Kind.Swedish()} {On:yyyy-MM-dd}, {Reference.TrimEnd('.')}.";
}

/// <summary>The executive board has received what the board handed on to it, as its registrar answers.</summary>
/// <param name="RegistryNumber">The executive board's own number of it.</param>
public sealed record ExecutiveReceipt(DateOnly On, string RegistryNumber)
{
    public string Sentence() => $"Kommunstyrelsen tog emot rapporten {On:yyyy-MM-dd}, dnr {RegistryNumber}.";
}

public enum Sufficiency { Sufficient = 1, Mostly = 2, Partly = 3, Insufficient = 4 }

/// <summary>The executive board has received the report, and says what it thinks of the board's internal control (KL 6 kap. 1 §, duty of oversight).</summary>
public sealed record ExecutiveJudgement(Sufficiency Sufficiency, DateOnly On, string Reference, string Motive)
{
    /// <exception cref="Refusal">Something is missing.</exception>
    public static ExecutiveJudgement Read(Sufficiency? sufficiency, DateOnly? on, string reference, string motive)
    {
        Refusal.If(sufficiency is null, "Välj hur kommunstyrelsen bedömer den interna kontrollen.", nameof(Sufficiency));
        Refusal.If(on is null, "Ange vilken dag kommunstyrelsen bedömde.", nameof(On));
        return new(sufficiency!.Value, on!.Value, Refusal.IfEmpty(reference, "Skriv paragrafen i protokollet.", nameof(Reference)),
            Refusal.IfEmpty(motive, "Skriv vad bedömningen vilar på.", nameof(Motive)));
    }

    public string Sentence() => $"Kommunstyrelsen bedömde {On:yyyy-MM-dd}, {Reference.TrimEnd('.')}, att den interna kontrollen {(Sufficiency is Sufficiency.Insufficient ? "inte är tillräcklig" : $"är {Sufficiency.Swedish()}")}. {Motive}";
}

public static class DecisionNames
{
    public static string Swedish(this DecisionKind kind) => kind switch
    {
        DecisionKind.Approved => "Godkänd",
        DecisionKind.ApprovedAndForwarded => "Godkänd och överlämnad till kommunstyrelsen",
        DecisionKind.Returned => "Återremitterad",
        DecisionKind.Noted => "Lagd till handlingarna",
        _ => throw new InvalidOperationException(),
    };

    public static string Swedish(this Sufficiency sufficiency) => sufficiency switch
    {
        Sufficiency.Sufficient => "tillräcklig",
        Sufficiency.Mostly => "i huvudsak tillräcklig",
        Sufficiency.Partly => "delvis tillräcklig",
        Sufficiency.Insufficient => "inte tillräcklig",
        _ => throw new InvalidOperationException(),
    };
}
