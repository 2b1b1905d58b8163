using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Demo;

/// <summary>The organisation and people of the made-up municipality. People carry their function as name.</summary>
public sealed class DemoTown
{
    private static readonly (string Code, string Name, (string Code, string Name)[] Units)[] Areas =
    [
        ("SB", "SÄBO", [("SB01", "Almgården"), ("SB02", "Ekhöjden"), ("SB03", "Lindbacken"), ("SB04", "Korttidsenheten")]),
        ("HT", "Hemtjänst", [("HT01", "Hemtjänst Öst"), ("HT02", "Hemtjänst Väst"), ("HT03", "Nattpatrullen")]),
        ("HS", "Hemsjukvård", [("HS01", "Hemsjukvård Öst"), ("HS02", "Hemsjukvård Väst")]),
        ("FS", "Funktionsstöd", [("FS01", "Gruppbostad Rönnen"), ("FS02", "Gruppbostad Aspen"), ("FS03", "Daglig verksamhet"),
            ("FS04", "Boendestöd")]),
        ("IF", "IFO", [("IF01", "Barn och unga"), ("IF02", "Vuxen"), ("IF03", "Ekonomiskt bistånd")]),
    ];

    private static readonly (string Name, Role Role, Field Field)[] Titles =
    [
        ("Undersköterska", Role.Performer, Field.General), ("Kontrollansvarig sjuksköterska", Role.Performer,
            Field.HealthCare), ("Sjuksköterska", Role.Performer,
                Field.HealthCare), ("Enhetschef", Role.UnitManager, Field.General), ("Områdeschef", Role.AreaManager, Field.General),
        ("MAS", Role.Specialist, Field.HealthCare), ("MAR", Role.Specialist,
            Field.Rehabilitation), ("SAS", Role.Specialist, Field.SocialServices), ("Utvecklingsledare",
            Role.Coordinator, Field.General),
        ("Ekonom", Role.Performer, Field.Economy), ("HR-specialist", Role.Performer, Field.Staff), ("Loggranskare", Role.LogReviewer,
            Field.Access), ("Förvaltningschef",
            Role.DepartmentHead, Field.General),
        ("Incidentfunktion", Role.Specialist, Field.SocialServices), ("Dataskyddsombud", Role.Auditor, Field.General),
        ("Nämndsekreterare", Role.Registrar, Field.General), ("Verksamhetschef HSL", Role.AreaManager, Field.HealthCare),
        ("Ordförande", Role.BoardMember,
            Field.General), ("Registrator", Role.Registrar, Field.General), ("Revisor", Role.Auditor, Field.General), ("Systemförvaltare",
            Role.SystemsManager, Field.Access), ("Administratör", Role.Administrator, Field.General),
    ];

    private readonly Dictionary<string, Unit> units = [];
    private readonly Dictionary<string, Title> titles = [];
    private readonly Dictionary<string, Person> people = [];

    public Unit Board => units["SN"];
    public Unit Unit(string code) => units[code];
    public Person Person(string name) => people[name];
    public IEnumerable<Unit> Working => units.Values.Where(u => u.Kind is UnitKind.Unit);

    public static DemoTown Build(VattenpassDb db, DateOnly from, string passwordHash)
    {
        var town = new DemoTown();
        town.AddUnits(db, from);
        foreach (var (name, role, field) in Titles) db.Titles.Add(town.titles[name] = new(db.NewId(), name, role, field));
        town.AddPeople(db, from, passwordHash);
        return town;
    }

    private void AddUnits(VattenpassDb db, DateOnly from)
    {
        var board = Add(new(db.NewId(), "SN", "Socialnämnden", UnitKind.Board, null, from));
        var department = Add(new(db.NewId(), "SF", "Socialförvaltningen", UnitKind.Department, board.Id, from));
        foreach (var (code, name, below) in Areas)
        {
            var area = Add(new(db.NewId(), code, name, UnitKind.Area, department.Id, from));
            foreach (var (unitCode, unitName) in below) Add(new(db.NewId(), unitCode, unitName, UnitKind.Unit, area.Id, from)).Does(Does(unitCode));
        }

        Unit Add(Unit unit)
        {
            db.Units.Add(units[unit.Code] = unit);
            return unit;
        }
    }

    private static string Does(string code) => code switch
    {
        "SB04" => Activities.ShortStay,
        "FS01" or "FS02" => Activities.GroupHome,
        "FS03" => "daglig verksamhet (LSS)",
        "FS04" => "boendestöd",
        "IF01" => "myndighetsutövning barn och unga",
        "IF02" => "myndighetsutövning vuxna",
        "IF03" => "ekonomiskt bistånd",
        _ when code.StartsWith("SB", StringComparison.Ordinal) => Activities.Residential,
        _ when code.StartsWith("HS", StringComparison.Ordinal) => Activities.HomeNursing,
        _ => Activities.HomeCare,
    };

    private void AddPeople(VattenpassDb db, DateOnly from, string passwordHash)
    {
        // The order is the order of the sign-in buttons.
        Add("Enhetschef Almgården", "Enhetschef", "SB01", "enhetschef");
        Add("Sjuksköterska Almgården", "Kontrollansvarig sjuksköterska", "SB", "sjukskoterska");
        Add("Förrådsansvarig sjuksköterska SÄBO", "Sjuksköterska", "SB", "ansvarig");
        Add("Undersköterska Almgården", "Undersköterska", "SB01", "underskoterska");
        Add("Områdeschef SÄBO", "Områdeschef", "SB", "omradeschef");
        Add("MAS", "MAS", "SN", "mas");
        Add("SAS", "SAS", "SN", "sas");
        Add("Utvecklingsledare", "Utvecklingsledare", "SN", "utvecklingsledare");
        Add("Loggranskare", "Loggranskare", "SF", "loggranskare");
        Add("Förvaltningschef", "Förvaltningschef", "SN", "forvaltningschef");
        Add("Ordförande", "Ordförande", "SN", "ledamot");
        Add("Registrator", "Registrator", "SN", "registrator");
        Add("Revisor", "Revisor", "SN", "revisor");
        Add("Systemförvaltare", "Systemförvaltare", "SN", "systemforvaltare");
        Add("Administratör", "Administratör", "SN", "administrator");
        Add("MAR", "MAR", "SN", null);
        Add("Ekonom", "Ekonom", "SF", null);
        Add("HR-specialist", "HR-specialist", "SN", null);
        Add("Incidentfunktion", "Incidentfunktion", "SN", null);
        Add("Dataskyddsombud", "Dataskyddsombud", "SN", null);
        Add("Nämndsekreterare", "Nämndsekreterare", "SN", null);
        Add("Verksamhetschef HSL", "Verksamhetschef HSL", "HS", null);
        Add("Sjuksköterska hemsjukvård", "Kontrollansvarig sjuksköterska", "HS", null);
        Add("Sjuksköterska funktionsstöd", "Kontrollansvarig sjuksköterska", "FS", null);
        Add("Förrådsansvarig sjuksköterska hemsjukvård", "Sjuksköterska", "HS", null);
        Add("Förrådsansvarig sjuksköterska funktionsstöd", "Sjuksköterska", "FS", null);
        foreach (var (code, name, _) in Areas.Where(a => a.Code != "SB")) Add($"Områdeschef {name}", "Områdeschef", code, null);
        foreach (var unit in Working.Where(u => u.Code != "SB01").ToList()) Add($"Enhetschef {unit.Name}", "Enhetschef", unit.Code, null);

        void Add(string name, string title, string unitCode, string? userName)
        {
            var unit = units[unitCode];
            var person = people[name] = new(db.NewId(), name, $"{Ascii(name)}@lillsjo.example", unit.Id, from);
            db.People.Add(person);
            db.Assignments.Add(new(db.NewId(), person, titles[title], unit.Id, from, null, givenBy: null));
            if (userName is null) return;
            var account = new Account(db.NewId(), person, userName);
            account.PlaceAt(unit.Id);
            account.SetPassword(passwordHash, Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), mustChange: false);
            db.Accounts.Add(account);
        }
    }

    /// <summary>The board meets every month but July; last year's dates, this year's and the coming January to March.</summary>
    public static IEnumerable<BoardDate> BoardDates(VattenpassDb db, Guid boardId, int thisYear)
    {
        for (var year = thisYear - 1; year <= thisYear + 1; year++)
        {
            foreach (var month in Enumerable.Range(1, 12).Where(m => m != 7))
                yield return new(db.NewId(), boardId, BoardDateKind.Meeting, Wednesday(new(year, month, 15)), null);
            foreach (var month in Enumerable.Range(1, 12).Where(m => m != 7))
                yield return new(db.NewId(), boardId, BoardDateKind.CommitteeMeeting, Wednesday(new(year, month, 2)), null);
            yield return new(db.NewId(), boardId, BoardDateKind.InterimReport, new(year, 9, 20), null);
            yield return new(db.NewId(), boardId, BoardDateKind.FullYearReport, new(year, 2, 21), null);
            yield return new(db.NewId(), boardId, BoardDateKind.PerformerDeadline, new(year, 12, 15), null);
            yield return new(db.NewId(), boardId, BoardDateKind.ManagerDeadline, new(year, 1, 10), null);
            yield return new(db.NewId(), boardId, BoardDateKind.CoordinatorDeadline, new(year, 2, 10), null);
        }
    }

    private static DateOnly Wednesday(DateOnly day) => day.AddDays(((int)DayOfWeek.Wednesday - (int)day.DayOfWeek + 7) % 7);
    private static string Ascii(string name) =>
        name.ToLowerInvariant().Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o').Replace(' ', '.');
}
