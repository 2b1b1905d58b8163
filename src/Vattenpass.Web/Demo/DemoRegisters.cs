using System.Text;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.Demo;

/// <summary>Register files of a made-up year, as a municipality would send them: read in by the same importer.</summary>
public sealed class DemoRegisters(IReadOnlyList<Unit> units, IReadOnlyDictionary<Guid, string> areaNames, int year, DateOnly until, DateOnly today)
{
    private static readonly string[] Titles = ["undersköterska", "vårdbiträde", "stödassistent", "sjuksköterska", "socialsekreterare"];
    private static readonly string[] Roles = ["utförare", "utförare", "utförare", "HSL", "handläggare"];
    private readonly Random random = new(year);

    /// <summary>Stores: one is in use without a control, as happens.</summary>
    public static readonly IReadOnlyList<(string Code, string Unit, string Kind, bool Controlled)> Stores =
    [
        ("L01", "Almgården", "boendeförråd", true), ("L02", "Ekhöjden", "boendeförråd", true), ("L03", "Lindbacken", "boendeförråd", true), ("L04",
            "Korttidsenheten", "akut- och buffertförråd", true),
        ("L05", "Hemsjukvård Öst", "hemsjukvård", true), ("L06", "Hemsjukvård Väst", "hemsjukvård", true), ("L07", "Gruppbostad Rönnen",
            "funktionsstöd", true), ("L08",
            "Ekhöjden", "akut- och buffertförråd", false),
    ];

    public List<(string, byte[])> Snapshots() =>
    [
        File("mobiltelefoner", "telefon-id;enhet;område",
            units.SelectMany((u, n) => Enumerable.Range(1, u.Code == "SB01" ? 18 : 6 + n % 5 * 2)
                .Select(i => $"T{n + 1:00}{i:00};{u.Name};{areaNames[u.Id]}"))),
        File("läkemedelsförråd", "förråd;enhet;område;förrådstyp;kontroll_från",
            Stores.Select(s => $"{s.Code};{s.Unit};{Area(s.Unit)};{s.Kind};{(s.Controlled ? $"{year}-01-01" : "")}")),
        File("dokumentation", "dokumentation-id;enhet;insats;från;till",
            units.Where(u => u.Code[..2] is "SB" or "HT" or "FS")
                .SelectMany((u, n) => Enumerable.Range(1, 14)
                    .Select(i => $"D{n + 1:00}{i:00};{u.Name};{(u.Code[..2] == "HT" ? "hemtjänst" : "boende")};2023-01-01;"))),
        File("statsbidrag", "bidrag;myndighet;ändamål;belopp;rekvireras_senast;rekvirerat;återrapporteras_senast;återrapporterat;förbrukat;ansvarig_enhet",
            [$"Äldreomsorgslyftet {year};Socialstyrelsen;utbildning i äldreomsorgen;900000;{year}-10-15;{year}-03-02;{year + 1}-02-01;;410000;",
                $"God vård och omsorg {year};Socialstyrelsen;kvalitet i vården av äldre;1400000;{year}-11-01;;{year + 1}-02-01;;0;",
                $"Habiliteringsersättning {year};Socialstyrelsen;dagersättning i daglig verksamhet;350000;{year}-05-31;{year}-04-20;{year + 1}-03-01;;290000;"]),
        File("anställda", "anställnings-id;enhet;befattning;från;till", Employees()),
        File("behörigheter", "system;anställnings-id;roll;enhet;från;till", Accounts()),
    ];

    public List<(string, byte[])> Events() =>
    [
        File("ärenden", "ärende;typ;startdatum;slutdatum;förlängd_till;förlängning_beslutad;orsak", Cases()),
        File("beslut", "beslut;beslutsdatum;insats;verkställt;avbrott;avslutat;rapporterat;skäl;lagrum;kön", Decisions()),
        File("rehabärenden", "ärende;anställnings-id;start;avslutad;orsak", Rehab()),
        File("sjukfrånvaro", "anställnings-id;enhet;från;till", Absences()),
        File("bemanningsmått", "enhet;månad;anställda;slutat;utan_utbildning;ordinarie_timmar;sjuktimmar;arbetade_timmar;vikarietimmar;medarbetare_per_chef;enheter_per_chef;personal_per_brukare", Staffing()),
        File("kompetensbehov", "enhet;månad;kompetens;behov;har", Competences()),
        File("externa_avvikelser", "avvikelse;system;enhet;datum;avvikelsetyp;allvar;avslutad", OtherDeviations()),
    ];

    private string Area(string unit) => areaNames[units.First(u => u.Name == unit).Id];

    private Unit UnitOf(int employee) => units[employee % units.Count];

    private IEnumerable<string> Employees() =>
        Enumerable.Range(1, 160).Select(n =>
            $"E{n:0000};{UnitOf(n).Name};{Titles[n % Titles.Length]};2019-03-01;{(n % 29 == 0 ? $"{year}-05-31" : "")}");

    private IEnumerable<string> Accounts() => Enumerable.Range(1, 120).Select(n =>
        $"Lifecare;E{(n % 40 == 0 ? n + 900 : n):0000};{(n % 37 == 0 ? "systemadministratör" : Roles[n % Roles.Length])};{UnitOf(n % 33 == 0 ? n + 1 : n).Name};2021-01-01;");

    private IEnumerable<string> Cases()
    {
        for (var n = 1; n <= 90; n++)
        {
            var start = new DateOnly(year, 1, 3).AddDays(random.Next(340));
            if (start > until) continue;
            var (type, limit) = (n % 3) switch
            {
                0 => ("förhandsbedömning", start.AddDays(14)),
                1 => ("utredning", start.AddMonths(4)),
                _ => ("övervägande", start.AddMonths(6))
            };
            var end = limit.AddDays(n % 11 == 0 ? 6 : -1 - random.Next(9));
            yield return $"{year}-{n:0000};{type};{start:yyyy-MM-dd};{(end <= today ? $"{end:yyyy-MM-dd}" : "")};{(n % 24 == 1 && type == "utredning" ? $"{limit.AddMonths(1):yyyy-MM-dd};{limit.AddDays(n % 48 == 1 ? 3 : -5):yyyy-MM-dd}" : ";")};{(n % 11 == 0 ? (n % 2 == 0 ? "väntar på utlåtande" : "hög arbetsbelastning") : "")}";
        }
    }

    private IEnumerable<string> Decisions()
    {
        for (var n = 1; n <= 24; n++)
        {
            var decided = new DateOnly(year, 1, 8).AddDays(n * 13);
            if (decided > until) yield break;
            var executed = decided.AddDays(n % 6 == 0 ? 140 : 20 + n);
            yield return $"B{year}-{n:000};{decided:yyyy-MM-dd};{(n % 3) switch { 0 => "särskilt boende", 1 => "kontaktperson", _ => "daglig verksamhet" }};{(executed <= today ? $"{executed:yyyy-MM-dd}" : "")};;;;{(n % 6 == 0 ? "saknar ledig plats" : "")};{(n % 3) switch { 0 => decided < Domain.Words.LegalBasis.NewSoL ? "SoL 2001:453 4 kap. 1 §" : "SoL 2025:400 11 kap. 1 §", 1 => "LSS 9 § 4", _ => "LSS 9 § 10" }};{(n % 2 == 0 ? "kvinna" : "man")}";
        }
    }

    private IEnumerable<string> Rehab()
    {
        for (var n = 1; n <= 40; n++)
        {
            var start = new DateOnly(year, 1, 10).AddDays(random.Next(330));
            if (start > until) continue;
            var end = start.AddDays(40 + random.Next(120));
            yield return $"R{year}-{n:000};E{n * 3:0000};{start:yyyy-MM-dd};{(end <= until ? $"{end:yyyy-MM-dd}" : "")};{(n % 2 == 0 ? "upprepad korttidsfrånvaro" : "långtidssjukskrivning")}";
        }
    }

    private IEnumerable<string> Absences()
    {
        for (var n = 1; n <= 150; n++)
        {
            var day = new DateOnly(year, 1, 4).AddDays(random.Next(40));
            for (var times = n % 8; times > 0 && day <= until; times--)
            {
                var end = day.AddDays(random.Next(5));
                yield return $"E{n:0000};{UnitOf(n).Name};{day:yyyy-MM-dd};{(end <= until ? end : until):yyyy-MM-dd}";
                day = end.AddDays(8 + random.Next(35));
                if (day.Year != year) break;
            }
        }
    }

    private IEnumerable<string> Staffing()
    {
        foreach (var (n, unit) in units.Index())
            for (var month = new DateOnly(year, 1, 1); month.AddMonths(1) <= until.AddDays(1); month = month.AddMonths(1))
            {
                var (staff, winter) = (4 + n * 7 % 23, month.Month is 1 or 2 or 11 or 12 ? 2 : 0);
                var hours = staff * 150;
                var (sick, temps) = (hours * (50 + n * 7 % 40 + (n * 5 + month.Month * 3) % 11 + winter * 10) / 1000, hours * (8 + n % 5 * 3 - (year == today.Year ? 2 : 0)) / 100);
                var cared = unit.Code[..2] is "SB" or "HT" or "FS";
                yield return $"{unit.Name};{month:yyyy-MM};{staff};{((n + month.Month) % 9 == 0 ? 1 : 0)};{(cared ? $"{staff / 4}" : "")};{hours};{sick};{hours - sick + temps};{temps};{18 + n * 5 % 24};{1 + n % 3};{(cared ? $"{7 + (n + month.Month) % 8}" : "")}";
            }
    }

    private IEnumerable<string> Competences()
    {
        var month = new DateOnly(year, Math.Min(3, until.Month), 1);
        foreach (var (n, unit) in units.Where(u => u.Code[..2] is "SB" or "HT" or "FS").Index())
            foreach (var (competence, share) in new[] { ("Lågaffektivt bemötande (LAB)", 6), ("Alternativ kommunikation (AKK)", 4), ("Svenska för arbetet", 8), ("Delegering läkemedel", 9), ("Yrkesresan Bas", 5) })
            {
                var need = 4 + n * 7 % 17;
                yield return $"{unit.Name};{month:yyyy-MM};{competence};{need};{(n % 7 == 3 && competence[0] == 'A' ? "" : $"{need * (share + (year == today.Year ? 1 : 0)) / 11}")}";
            }
    }

    private IEnumerable<string> OtherDeviations()
    {
        string[] kinds = ["fall", "utebliven läkemedelsdos", "utebliven insats", "hot eller våld"];
        for (var n = 1; n <= 130; n++)
        {
            var day = new DateOnly(year, 1, 2).AddDays(n * 13 % 362);
            if (day > until) continue;
            yield return $"{year}-{n:000};Lifecare avvikelse;{units[n % 11].Name};{day:yyyy-MM-dd};{kinds[n % 7 % 4]};{(n % 17 == 0 ? "allvarlig" : "mindre allvarlig")};{(day.AddDays(30) <= until && n % 5 > 0 ? $"{day.AddDays(30):yyyy-MM-dd}" : "")}";
        }
    }

    private static (string, byte[]) File(string name, string header, IEnumerable<string> rows) =>
        ($"{name}.csv", Encoding.UTF8.GetBytes(header + "\n" + string.Join('\n', rows) + "\n"));
}
