namespace Vattenpass.Domain.Figures;

/// <summary>The key figures of a year, by the rules of each control. A section is null when its sources were never known.</summary>
public sealed record YearFigures(
    int Year, MedicineFigures? Medicines, PhoneFigures? Phones, RehabFigures? Rehab, LogFigures? Logs, ClockFigures? Clocks, AccountFigures? Accounts)
{
    public static YearFigures Of(YearFacts facts) => new(
        facts.Year, MedicineFigures.Of(facts), PhoneFigures.Of(facts), RehabFigures.Of(facts), LogFigures.Of(facts), ClockFigures.Of(facts), AccountFigures.Of(facts));
}

/// <summary>A row set is named so that a figure on screen can open its rows.</summary>
public static class RowSets
{
    public const string StoreChecks = "lakemedel-kontroller";
    public const string AllStores = "lakemedel-alla-forrad";
    public const string DrugDeviations = "lakemedel-avvikelser";
    public const string HandledDrugDeviations = "lakemedel-hanterade";
    public const string BalanceWithoutInvestigation = "lakemedel-saldo-utan-utredning";
    public const string Phones = "mobiltelefoner-kontrollerade";
    public const string PhoneReports = "mobiltelefoner-rapporter";
    public const string RehabCases = "rehab-arenden";
    public const string ManyAbsences = "rehab-minst-sex-tillfallen";
    public const string LogChecks = "loggkontroll-genomforda";
    public const string LateCases = "tidsfrister-overskridna";
    public const string Accounts = "behorigheter-avvikande";
}
