using System.Globalization;
using System.Text;

namespace Vattenpass.Domain.Registers;

public enum ColumnType { Text, Date, Number, Count, YesNo, Month, Term }

/// <summary>A known column: its canonical name, what it holds and whether a cell may be empty.</summary>
public sealed record Column(string Name, ColumnType Type = ColumnType.Text, bool Required = true)
{
    /// <summary>The words that decide something here; none when any text will do.</summary>
    public IReadOnlyList<ColumnWord> Words { get; init; } = [];

    /// <summary>A word that is not among them is kept, and counted as not judged; else it is refused.</summary>
    public bool KeepsUnknownWords { get; init; }

    /// <summary>It holds the id of a person or a thing, which other files name too.</summary>
    public bool IsId { get; init; }

    /// <summary>The column that this one is a part of: a part is never more than the whole, and neither is less than nothing.</summary>
    public string? PartOf { get; init; }

    /// <summary>It is measured: a row without any measured value says nothing, and none is below zero.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>The register's own word for what a file writes; null when it knows none.</summary>
    public string? Meant(string written) => Words.FirstOrDefault(w => RegisterKind.Fold(w.Means) == RegisterKind.Fold(written)
        || w.AlsoWritten.Any(a => RegisterKind.Fold(a) == RegisterKind.Fold(written)))?.Means;
}

/// <summary>
/// A kind of register: its name, its columns and what identifies a row. KeyColumns empty = all cells together with an
/// ordinal among equal rows.
/// </summary>
public sealed record RegisterKind(string Key, string Name, Field Field, IReadOnlyList<Column> Columns, IReadOnlyList<string> KeyColumns,
    string? UnitColumn = null)
{
    /// <summary>Its rows are employees, or are about one employee each: never chosen by turn, and no one draws over themselves.</summary>
    public bool AboutPeople { get; init; }

    /// <summary>Its rows are about clients and carry pseudonyms only.</summary>
    public bool AboutClients { get; init; }

    /// <summary>Its rows can be checked one by one, so that a control may be laid out on it. Others tell what was done.</summary>
    public bool CanBeChecked { get; init; } = true;

    /// <summary>
    /// The column with a row's day or month, where each month comes by itself: a file is then the whole of the months it names and says
    /// nothing of others. Null where a file is the whole register of its year.
    /// </summary>
    public string? MonthColumn { get; init; }

    /// <summary>More than any unit can have in a month.</summary>
    private const decimal MostMeasured = 1_000_000;

    /// <summary>The month of a row, "2024-05".</summary>
    public string MonthOf(IReadOnlyDictionary<string, string> cells) => cells.GetValueOrDefault(MonthColumn ?? "", "") is { Length: >= 7 } day ? day[..7] : "";

    /// <summary>What is wrong with the cells of a row taken together, and in which column; null when nothing is.</summary>
    public (string Column, string Problem)? ProblemOf(IReadOnlyDictionary<string, string> cells)
    {
        decimal? Value(string column) => cells.GetValueOrDefault(column) is { Length: > 0 } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
        var measured = Columns.Where(c => c.IsMeasured).ToList();
        if (measured.Count == 0) return null;
        if (measured.All(c => Value(c.Name) is null))
            return (measured[0].Name, $"raden har inget värde. Fyll i minst ett av {Words.Prose.List(measured.Select(c => c.Name), "eller")}, eller ta bort raden.");
        foreach (var column in measured)
        {
            if (Value(column.Name) < 0) return (column.Name, $"{Value(column.Name)} är mindre än 0. Rätta värdet i källan, eller töm cellen.");
            if (Value(column.Name) > MostMeasured) return (column.Name, $"{Value(column.Name)} är orimligt mycket för en enhet och månad. Rätta värdet i källan.");
            if (column.PartOf is { } whole && Value(column.Name) > Value(whole))
                return (column.Name, $"{Value(column.Name)} är mer än {whole}, {Value(whole)}, som det är en del av. Rätta värdena i källan.");
        }
        return null;
    }

    public Column? Find(string header)
    {
        var wanted = Fold(header);
        return Columns.FirstOrDefault(c => Fold(c.Name) == wanted);
    }

    /// <summary>How headers are compared: no case, å ä ö as a a o, letters and digits only.</summary>
    public static string Fold(string header)
    {
        var folded = new StringBuilder();
        foreach (var c in header.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c)) folded.Append(c);
        return folded.ToString();
    }

    /// <summary>How many of its columns the headers name.</summary>
    public int Known(IReadOnlyCollection<string> headers)
    {
        var folded = headers.Select(Fold).ToHashSet();
        return Columns.Count(c => folded.Contains(Fold(c.Name)));
    }

    /// <summary>
    /// Enough of its required columns are named for the file to be meant for it: a single header that many registers share says nothing.
    /// </summary>
    public bool IsMeantBy(IReadOnlyCollection<string> headers)
    {
        var folded = headers.Select(Fold).ToHashSet();
        var (needed, found) = (Columns.Count(c => c.Required), Columns.Count(c => c.Required && folded.Contains(Fold(c.Name))));
        if (Columns.Any(c => c.IsMeasured) && !Columns.Any(c => c.IsMeasured && folded.Contains(Fold(c.Name)))) return false;
        var hasId = Columns.Any(c => c.IsId && c.Required && folded.Contains(Fold(c.Name)));
        return found == needed || (found * 2 >= needed && Known(headers) >= 2 && (found >= 2 || hasId));
    }

    /// <summary>
    /// The kind whose known columns the header has most of; where two have equally many, the one that misses fewest of its own.
    /// Null when no register is meant by them, refused when two kinds fit equally well.
    /// </summary>
    public static RegisterKind? Recognise(IReadOnlyCollection<string> headers, IEnumerable<RegisterKind>? kinds = null)
    {
        var ranked = (kinds ?? RegisterKinds.All)
            .Select(kind => (Kind: kind, Known: kind.Known(headers)))
            .Where(r => r.Kind.IsMeantBy(headers))
            .OrderByDescending(r => r.Known).ThenBy(r => r.Kind.Columns.Count - r.Known)
            .ToList();
        if (ranked.Count == 0) return null;
        var best = ranked[0];
        Refusal.If(ranked.Skip(1).Any(r => r.Known == best.Known && r.Kind.Columns.Count == best.Kind.Columns.Count),
            $"Rubrikerna passar lika bra på flera register ({string.Join(", ", ranked.Where(r => r.Known == best.Known && r.Kind.Columns.Count == best.Kind.Columns.Count).Select(r => r.Kind.Name))}). Lägg till fler av registrets kolumner.");
        return best.Kind;
    }
}

public static class RegisterKinds
{
    private static Column Need(string name, ColumnType type = ColumnType.Text) => new(name, type);
    private static Column May(string name, ColumnType type = ColumnType.Text) => new(name, type, Required: false);
    private static Column Id(string name) => new(name) { IsId = true };
    private static Column Measured(string name, ColumnType type = ColumnType.Number, string? partOf = null) =>
        new(name, type, Required: false) { IsMeasured = true, PartOf = partOf };

    /// <summary>The words of a unit's type; another is refused, since a unit in the wrong place makes every figure of it wrong.</summary>
    public static readonly IReadOnlyList<ColumnWord> UnitTypes =
    [
        new("nämnd", "kommun", "styrelse", "socialnämnd"), new("förvaltning", "sektor", "socialförvaltning"),
        new("verksamhetsområde", "område", "avdelning", "verksamhet"), new("enhet", "arbetsplats", "grupp", "utförarenhet"),
    ];

    /// <summary>How far the investigation of a deviation has come.</summary>
    public static readonly IReadOnlyList<ColumnWord> Investigations =
    [
        new("nej", "ej påbörjad", "inte påbörjad", "ej startad", "nej, ej påbörjad", "0"),
        new("pågår", "pågående", "påbörjad", "under utredning", "delvis"),
        new("avslutad", "klar", "ja", "utredd", "färdig", "slutförd", "genomförd"),
    ];

    /// <summary>The types of cases that have a time limit in law, by the names of the limits; another is kept and counted as not judged.</summary>
    public static readonly IReadOnlyList<ColumnWord> CaseTypes =
    [
        new("omedelbar skyddsbedömning", "skyddsbedömning"), new("förhandsbedömning", "förhandsbedömning barn"),
        new("utredning", "utredning barn", "barnutredning", "barnavårdsutredning"), new("jourhem", "placering i jourhem"),
        new("övervägande", "övervägande SoL"), new("övervägande LVU 2 §", "övervägande LVU 2"), new("omprövning LVU 3 §", "omprövning LVU 3"),
        new("umgänge", "umgängesbegränsning"), new("flyttningsförbud"), new("LVU 22 §"), new("LVU 29 §"), new("LVU 31 c §"),
        new("vårdnadsöverflyttning", "överväga vårdnadsöverflyttning"), new("vårdnadsöverflyttning, därefter"),
        new("uppföljning utan insats"), new("uppföljning efter vård LVU 21 c §"), new("ungdomstjänst"),
    ];

    public static readonly RegisterKind Organisation = new("organisation", "Organisation", Field.General,
        [Need("kod"), Need("namn"), Need("typ") with { Words = UnitTypes }, May("överordnad"), May("verksamhetsform")], ["kod"])
    { CanBeChecked = false };
    public static readonly RegisterKind Employees = new("anställda", "Anställda", Field.Staff,
        [Id("anställnings-id"), Need("enhet"), Need("befattning"), Need("från", ColumnType.Date), May("till", ColumnType.Date)], [],
        "enhet")
    { AboutPeople = true };
    public static readonly RegisterKind Cases = new("ärenden", "Ärenden med tidsfrist", Field.SocialServices,
        [Id("ärende"), Need("typ") with { Words = CaseTypes, KeepsUnknownWords = true }, Need("startdatum", ColumnType.Date), May("slutdatum", ColumnType.Date),
            May("förlängd_till", ColumnType.Date), May("förlängning_beslutad", ColumnType.Date), May("orsak")],
        ["ärende"])
    { AboutClients = true };
    public static readonly RegisterKind Accounts = new("behörigheter", "Behörigheter", Field.Access,
        [Need("system"), Id("anställnings-id"), Need("roll"), Need("enhet"), May("från", ColumnType.Date), May("till", ColumnType.Date)],
        [], "enhet")
    { AboutPeople = true };
    public static readonly RegisterKind Stores = new("läkemedelsförråd", "Läkemedelsförråd", Field.HealthCare,
        [Id("förråd"), Need("enhet"), May("område"), May("förrådstyp"), May("kontroll_från", ColumnType.Date)], ["förråd"], "enhet");
    public static readonly RegisterKind StoreChecks = new("läkemedelskontroller", "Läkemedelskontroller", Field.HealthCare,
        [Id("förråd"), Need("period", ColumnType.Month), Need("inlämnad", ColumnType.YesNo), May("kontrolldatum", ColumnType.Date), May("kontrollant")],
        ["förråd", "period"])
    { CanBeChecked = false };
    public static readonly RegisterKind DrugDeviations = new("narkotikaavvikelser", "Narkotikaavvikelser", Field.HealthCare,
        [Id("förråd"), Need("period", ColumnType.Month), Need("avvikelsetyp"), May("preparat"), May("journalsaldo", ColumnType.Number),
            May("räknat_saldo", ColumnType.Number), Need("utredning") with { Words = Investigations }, Need("återkopplad_MAS", ColumnType.YesNo)],
        [])
    { CanBeChecked = false };
    public static readonly RegisterKind LogChecks = new("loggkontroller", "Loggkontroller", Field.Access,
        [Need("enhet"), May("område"), Need("system"), Need("månad", ColumnType.Month), May("granskade_åtkomster", ColumnType.Count),
            Need("avvikelser", ColumnType.Count), May("kommentar")],
        ["enhet", "månad", "system"], "enhet")
    { CanBeChecked = false };
    public static readonly RegisterKind Phones = new("mobiltelefoner", "Mobiltelefoner", Field.SocialServices,
        [Id("telefon-id"), Need("enhet"), May("område")], ["telefon-id"], "enhet");
    public static readonly RegisterKind PhoneChecks = new("mobilkontroller", "Mobilkontroller", Field.SocialServices,
        [Need("rapport"), Need("termin", ColumnType.Term), Need("datum", ColumnType.Date), Need("enhet"), Id("telefon-id"),
            Need("avvikelse", ColumnType.YesNo), Need("allvarlig", ColumnType.YesNo), May("iakttagelse")],
        ["rapport"], "enhet")
    { CanBeChecked = false };
    public static readonly RegisterKind RehabCases = new("rehabärenden", "Rehabärenden", Field.Staff,
        [Need("ärende"), Id("anställnings-id"), Need("start", ColumnType.Date), May("avslutad", ColumnType.Date), May("orsak")],
        ["ärende"])
    { AboutPeople = true };
    public static readonly RegisterKind Absences = new("sjukfrånvaro", "Sjukfrånvaro", Field.Staff,
        [Id("anställnings-id"), May("enhet"), Need("från", ColumnType.Date), May("till", ColumnType.Date)], [], "enhet")
    { AboutPeople = true, CanBeChecked = false };

    public static readonly RegisterKind CostCentres = new("kostnadsställen", "Kostnadsställen", Field.Economy,
        [Need("kostnadsställe"), Need("benämning"), Need("enhet"), May("budget", ColumnType.Number)], ["kostnadsställe"], "enhet");
    public static readonly RegisterKind Grants = new("statsbidrag", "Statsbidrag", Field.Economy,
        [Need("bidrag"), Need("myndighet"), May("ändamål"), May("belopp", ColumnType.Number), May("rekvireras_senast", ColumnType.Date),
            May("rekvirerat", ColumnType.Date), May("återrapporteras_senast", ColumnType.Date), May("återrapporterat", ColumnType.Date),
            May("förbrukat", ColumnType.Number), May("ansvarig_enhet")],
        ["bidrag"], "ansvarig_enhet");
    public static readonly RegisterKind Documentation = new("dokumentation", "Aktiva genomförandeplaner", Field.SocialServices,
        [Need("dokumentation-id"), Need("enhet"), May("insats"), May("från", ColumnType.Date), May("till", ColumnType.Date)],
        ["dokumentation-id"], "enhet")
    { AboutClients = true };

    /// <summary>Help that is given without an individual decision (SoL 2025:400 11 kap. 5 §): there is no decision or plan to draw, so they are a population of their own.</summary>
    public static readonly RegisterKind Undecided = new("insatser_utan_beslut", "Insatser utan individuell behovsprövning", Field.SocialServices,
        [Id("insats-id"), Need("enhet"), Need("insats"), May("från", ColumnType.Date), May("till", ColumnType.Date)], ["insats-id"], "enhet")
    { AboutClients = true };

    /// <summary>Files at private providers, drawn provider by provider.</summary>
    public static readonly RegisterKind ProviderFiles = new("dokumentation_utförare", "Akter hos privata utförare", Field.SocialServices,
        [Id("dokumentation-id"), Need("utförare"), Need("ansvarig_enhet"), May("insats"), May("från", ColumnType.Date), May("till", ColumnType.Date)],
        ["utförare", "dokumentation-id"], "ansvarig_enhet")
    { AboutClients = true };

    public static readonly RegisterKind Decisions = new("beslut", "Gynnande beslut", Field.SocialServices,
        [Need("beslut"), Need("beslutsdatum", ColumnType.Date), May("insats"), May("verkställt", ColumnType.Date),
            May("avbrott", ColumnType.Date), May("avslutat", ColumnType.Date), May("rapporterat", ColumnType.Date), May("underrättat", ColumnType.Date),
            May("skäl"), May("lagrum"), May("kön")],
        ["beslut"])
    { AboutClients = true };

    public static readonly RegisterKind Providers = new("utförare", "Privata utförare", Field.SocialServices,
        [Need("utförare"), Need("ansvarig_enhet"), May("verksamhet"), May("avtal"), May("avtal_till", ColumnType.Date)], ["utförare"],
        "ansvarig_enhet");

    /// <summary>A unit's staffing in a month, as numbers: hours, people and how far a manager's work reaches. Nobody is named.</summary>
    public static readonly RegisterKind Staffing = new("bemanningsmått", "Bemanning i siffror", Field.Staff,
        [Need("enhet"), Need("månad", ColumnType.Month), Measured("anställda", ColumnType.Count), Measured("slutat", ColumnType.Count),
            Measured("utan_utbildning", ColumnType.Count, "anställda"), Measured("ordinarie_timmar"), Measured("sjuktimmar", partOf: "ordinarie_timmar"),
            Measured("arbetade_timmar"), Measured("vikarietimmar", partOf: "arbetade_timmar"), Measured("medarbetare_per_chef"),
            Measured("enheter_per_chef"), Measured("personal_per_brukare")],
        ["enhet", "månad"], "enhet")
    { CanBeChecked = false, MonthColumn = "månad" };

    /// <summary>How many at a unit need a competence, and how many of them have it.</summary>
    public static readonly RegisterKind Competences = new("kompetensbehov", "Kompetensbehov", Field.Staff,
        [Need("enhet"), Need("månad", ColumnType.Month), Need("kompetens"), Need("behov", ColumnType.Count) with { IsMeasured = true },
            Measured("har", ColumnType.Count)],
        ["enhet", "månad", "kompetens"], "enhet")
    { CanBeChecked = false, MonthColumn = "månad" };

    /// <summary>Deviations that are worked in another system: counted here, and nothing more.</summary>
    public static readonly RegisterKind OtherDeviations = new("externa_avvikelser", "Avvikelser i andra system", Field.General,
        [Id("avvikelse"), Need("system"), Need("enhet"), Need("datum", ColumnType.Date), May("avvikelsetyp"), May("allvar"), May("avslutad", ColumnType.Date)],
        ["system", "avvikelse"], "enhet")
    { AboutClients = true, CanBeChecked = false, MonthColumn = "datum" };

    /// <summary>Every kind, in the order an import is worked through: what others refer to comes first.</summary>
    public static readonly IReadOnlyList<RegisterKind> All =
        [Organisation, Employees, Phones, Stores, Accounts, Cases, RehabCases, Absences, CostCentres, Grants, Documentation, Undecided, ProviderFiles, Decisions,
            Providers, StoreChecks, DrugDeviations, LogChecks, PhoneChecks, Staffing, Competences, OtherDeviations];
    public static RegisterKind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);

    /// <summary>A municipality's own register has its name as its key.</summary>
    public static string NameOf(string? key) => Find(key)?.Name.ToLower(CultureInfo.GetCultureInfo("sv-SE")) ?? key ?? "";
    private const string EmployeeId = "anställnings-id";

    private static readonly string[] PersonNumbers = ["anstallningsid", "anstallningsnummer", "anstnr", "personnummer", "personnr", "samordningsnummer"];

    /// <summary>The column holds a number that stands for a person, which is never a row's name.</summary>
    public static bool IsPersonNumber(string column) => PersonNumbers.Contains(RegisterKind.Fold(column));

    /// <summary>A row's name for whoever works with it: its key, or the cells that make the key.</summary>
    public static string FullName(string key) => string.Join(" · ", PartsOf(key).Where(p => p.Length > 0));

    /// <summary>
    /// A row's name wherever others read it: a row about an employee is told by function and unit, never by the number that stands for a
    /// person ("Systemförvaltare, Ask").
    /// </summary>
    public static string RowName(string? register, string key) =>
        Find(register) is { AboutPeople: true, KeyColumns.Count: 0 } kind && key.Contains('|', StringComparison.Ordinal)
            ? string.Join(", ", kind.Columns.Zip(PartsOf(key))
                .Where(c => c.First.Type is ColumnType.Text && c.First.Name != EmployeeId && c.Second.Length > 0).Select(c => c.Second))
            : FullName(key);

    /// <summary>A key made of all cells has a bar between them, and a number last for equal rows.</summary>
    private static string[] PartsOf(string key) =>
        key.Contains('|', StringComparison.Ordinal) && key.LastIndexOf('#') is > 0 and var end ? key[..end].Split('|') : [key];

    /// <summary>Employees or clients: drawn at random always.</summary>
    public static bool IsAboutPeople(string? key) => Find(key) is { AboutPeople: true } or { AboutClients: true };
}
