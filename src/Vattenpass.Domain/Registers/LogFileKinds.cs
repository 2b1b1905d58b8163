namespace Vattenpass.Domain.Registers;

/// <summary>
/// The files of a log control: the access log and what it is held against. They are read and forgotten, never kept as registers; they stand
/// here for their column profiles. Required is a column that the file must have; its cells may be empty.
/// </summary>
public static class LogFileKinds
{
    public static readonly RegisterKind Log = Kind("åtkomstlogg", "Åtkomstlogg", Need("tidpunkt"), May("klockslag"), Id("användare"), Id("klient"), May("enhet"),
        May("händelse"), May("modul"), May("system"), May("orsak"), May("loggid"));
    public static readonly RegisterKind Staff = Kind("logg-bemanning", "Loggkontrollens bemanning", Id("användare"), Need("enhet"), Day("från"), Day("till"));
    public static readonly RegisterKind Roles = Kind("logg-roller", "Loggkontrollens roller", Id("användare"), Need("roll"));
    public static readonly RegisterKind Placements = Kind("logg-placeringar", "Loggkontrollens placeringar", Id("klient"), Need("enhet"), Day("från"), Day("till"));
    /// <summary>A shift by two moments, or by a day and two times of day: one that ends before it begins ends the day after.</summary>
    public static readonly RegisterKind Shifts = Kind("logg-schema", "Loggkontrollens schema", Id("användare"), Need("enhet"), Need("start"), Need("slut"),
        Day("datum") with { Required = false });
    public static readonly RegisterKind Units = Kind("logg-enheter", "Loggkontrollens enheter", Need("enhet"), Need("typ"), May("överordnad"));
    public static readonly RegisterKind Mandates = Kind("logg-förordnanden", "Loggkontrollens förordnanden", Id("användare"), Need("enhet"), Day("från"), Day("till"));
    public static readonly RegisterKind Visits = Kind("logg-besök", "Loggkontrollens planerade besök", Id("användare"), Id("klient"), Day("datum"));
    public static readonly RegisterKind Tickets = Kind("logg-ärenden", "Loggkontrollens systemärenden", Id("användare"), Id("klient"), Day("från"), Day("till"), May("ärende"));
    public static readonly RegisterKind OwnRecords = Kind("logg-egna", "Loggkontrollens anställda med egen journal", Id("användare"), Id("klient"));
    public static readonly RegisterKind Protected = Kind("logg-skyddade", "Loggkontrollens skyddade uppgifter", Id("klient"), Day("från"), Day("till"));

    public static readonly IReadOnlyList<RegisterKind> All = [Log, Staff, Roles, Placements, Shifts, Units, Mandates, Visits, Tickets, OwnRecords, Protected];

    public static RegisterKind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);

    private static RegisterKind Kind(string key, string name, params Column[] columns) => new(key, name, Field.Access, columns, []) { CanBeChecked = false };
    private static Column Need(string name) => new(name);
    private static Column May(string name) => new(name, Required: false);
    private static Column Id(string name) => new(name) { IsId = true };
    private static Column Day(string name) => new(name, ColumnType.Date);
}
