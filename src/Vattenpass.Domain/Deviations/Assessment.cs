namespace Vattenpass.Domain.Deviations;

/// <summary>A question that the law asks of some deviations. What follows from a yes is handled elsewhere: here stands that it was asked, and where it went.</summary>
public enum Assessment { PersonalDataIncident = 1, LexSarah = 2, LexMaria = 3, Police = 4 }

/// <summary>An assessment that has been made: handed over to somebody on a day, or not with a reason. Text is the reference there, or the reason.</summary>
public sealed record Assessed(Assessment Kind, bool HandedOver, DateOnly On, string To, string Text, string By)
{
    /// <summary>"lex Sarah: lämnad till SAS 2026-03-02 (dnr 2026/12)" or "lex Sarah: inte aktuellt, prövat 2026-03-02: …".</summary>
    public string Sentence() => HandedOver
        ? $"{Kind.Swedish()}: lämnad till {To} {On:yyyy-MM-dd}{(Text.Length > 0 ? $" ({Text})" : "")}"
        : $"{Kind.Swedish()}: inte aktuellt, prövat {On:yyyy-MM-dd}: {Text}";
}

public static class AssessmentNames
{
    public static string Swedish(this Assessment kind) => kind switch
    {
        Assessment.PersonalDataIncident => "personuppgiftsincident",
        Assessment.LexSarah => "lex Sarah",
        Assessment.LexMaria => "lex Maria",
        Assessment.Police => "polisanmälan",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Who takes it over, and when, as law and local routine have it.</summary>
    public static string Demand(this Assessment kind) => kind switch
    {
        Assessment.PersonalDataIncident => "Lämnas genast till incidentfunktionen. Ska den anmälas till IMY görs det inom 72 timmar från upptäckten (GDPR art. 33).",
        Assessment.LexSarah => "Rapporten lämnas samma dag till SAS och registrator.",
        Assessment.LexMaria => "Lämnas genast till MAS, som bedömer anmälan till IVO.",
        Assessment.Police => "Chefen avgör, tillsammans med den som är ansvarig för området.",
        _ => throw new InvalidOperationException(),
    };
}
