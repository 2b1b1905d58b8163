using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Samples;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.OpenData;

/// <summary>
/// Everything about a year within what the reader may see, as tables. Cases of the log control are not among them: they are about single
/// employees and are forgotten when their time is up.
/// </summary>
public sealed class YearTables(VattenpassDb db, int year)
{
    private List<Unit> units = [];
    private Dictionary<Guid, string> people = [];

    private string? Name(Guid? person) => person is { } id ? people.GetValueOrDefault(id) : null;
    private static string List(IEnumerable<string> texts) => string.Join(" | ", texts);

    private static OpenColumn<T> Text<T>(string name, string says, Func<T, object?> of) => new(name, "string", says, of);
    /// <summary>What somebody has written in words of their own, where a name may stand, or the key of a row that may be about a person.</summary>
    private static OpenColumn<T> Own<T>(string name, string says, Func<T, object?> of) => Text(name, says, of) with { NamesPerson = true };
    private static OpenColumn<T> Day<T>(string name, string says, Func<T, DateOnly?> of) => new(name, "date", says, r => of(r));
    private static OpenColumn<T> Moment<T>(string name, string says, Func<T, DateTimeOffset?> of) => new(name, "datetime", says, r => of(r));
    private static OpenColumn<T> Number<T>(string name, string says, Func<T, int?> of) => new(name, "integer", says, r => of(r));
    private static OpenColumn<T> YesNo<T>(string name, string says, Func<T, bool?> of) => new(name, "boolean", says, r => of(r));
    private static OpenColumn<T> Key<T>(Func<T, Guid> of) => new("id", "string", "Radens nyckel.", r => of(r));
    private static OpenColumn<T> In<T>(string name, string table, string says, Func<T, Guid?> of) => new(name, "string", says, r => of(r)) { In = table };
    private static OpenColumn<T> Person<T>(string name, string says, Func<T, string?> of) => new(name, "string", says, of) { NamesPerson = true };

    public async Task<IReadOnlyList<OpenTable>> ReadAsync(CancellationToken stop)
    {
        units = await db.Units.AsNoTracking().OrderBy(u => u.Code).ToListAsync(stop);
        people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var plan = await db.Plans.AsNoTracking().Include(p => p.Risks).Include(p => p.Controls).Include(p => p.Changes).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Year == year, stop);
        List<OpenTable> tables = [Units()];
        if (plan is not null)
        {
            var occasions = await db.Occasions.AsNoTracking().Include(o => o.Outcomes).Include(o => o.Control).Where(o => o.PlanId == plan.Id).OrderBy(o => o.Id).AsSplitQuery().ToListAsync(stop);
            tables.AddRange([Plans(plan), Changes(plan), Risks(plan), Controls(plan), Occasions(occasions), Outcomes(occasions)]);
            tables.Add(Checks(await db.Set<Check>().AsNoTracking().Where(c => c.Occasion.PlanId == plan.Id).OrderBy(c => c.Id).ToListAsync(stop)));
            var samples = await db.Samples.AsNoTracking().Where(s => s.Occasion.PlanId == plan.Id).OrderBy(s => s.Id).ToListAsync(stop);
            tables.AddRange([Samples(samples), Drawn(samples)]);
        }
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var deviations = await db.Deviations.AsNoTracking().Where(d => d.FoundOn >= first && d.FoundOn <= last && !d.Withdrawn).OrderBy(d => d.Id).ToListAsync(stop);
        tables.Add(Deviations(deviations));
        var found = deviations.Select(d => d.Id).ToHashSet();
        var measures = (await db.Measures.AsNoTracking().Include(m => m.Comments).Include(m => m.AlsoOwners).OrderBy(m => m.Id).AsSplitQuery().ToListAsync(stop))
            .Where(m => (plan is not null && m.PlanId == plan.Id) || (m.DeviationId is { } d && found.Contains(d)) || (m.PlanId is null && m.DeviationId is null && (m.Start ?? m.End)?.Year == year)).ToList();
        tables.AddRange([Measures(measures), Comments(measures)]);
        tables.Add(Imports(await db.RegisterImports.AsNoTracking().Where(i => i.Year == year).OrderBy(i => i.Id).ToListAsync(stop)));
        var kinds = await KindsInUse.ReadAsync(db, stop);
        foreach (var rows in (await db.RegisterRows.AsNoTracking().Where(r => r.Year == year && r.ReplacedByImportId == null).OrderBy(r => r.Id).ToListAsync(stop)).GroupBy(r => r.Register).OrderBy(g => g.Key, StringComparer.Ordinal))
            if (kinds.Find(rows.Key) is { } kind) tables.Add(Register(kind, Unused($"register-{RegisterKind.Fold(kind.Key)}", [.. tables.Select(t => t.Name)]), [.. rows]));
        return tables;
    }

    private OpenTable<Unit> Units() => new("enheter", "Organisationen", "Nämnd, områden och enheter som de heter i dag.", units,
    [
        Key<Unit>(u => u.Id), Text<Unit>("kod", "Enhetens kod.", u => u.Code), Text<Unit>("namn", "Enhetens namn.", u => u.Name),
        Text<Unit>("slag", "nämnd, förvaltning, verksamhetsområde, enhet eller utanför organisationen.", u => u.Kind switch
        {
            UnitKind.Board => "nämnd",
            UnitKind.Department => "förvaltning",
            UnitKind.Area => "verksamhetsområde",
            UnitKind.Unit => "enhet",
            _ => "utanför organisationen",
        }),
        Text<Unit>("verksamhetsform", "Vad enheten gör.", u => u.Activity),
        In<Unit>("overordnad", "enheter", "Enheten ovanför.", u => units.Exists(o => o.Id == u.ParentId) ? u.ParentId : null),
        Day<Unit>("fran", "Första dagen.", u => u.From), Day<Unit>("till", "Sista dagen; tomt när enheten finns kvar.", u => u.To),
    ]);

    private static OpenTable<Plan> Plans(Plan plan) => new("planer", "Internkontrollplanen", "Planen för året med nämndens beslut.", [plan],
    [
        Key<Plan>(p => p.Id), Number<Plan>("ar", "Planens år.", p => p.Year), Text<Plan>("titel", "Planens rubrik.", p => p.Title), Text<Plan>("status", "Hur planen står.", p => p.Standing),
        Day<Plan>("beslutsdag", "Dagen nämnden fastställde planen.", p => p.Adoption?.Date), Text<Plan>("paragraf", "Paragrafen i protokollet.", p => p.Adoption?.Paragraph),
        Text<Plan>("diarienummer", "Ärendets diarienummer.", p => p.Adoption?.RegistryNumber),
    ]);

    private static OpenTable<PlanChange> Changes(Plan plan) => new("planandringar", "Ändringar i planen", "Vad som ändrats sedan planen fastställdes.", [.. plan.Changes.OrderBy(c => c.Id)],
    [
        Key<PlanChange>(c => c.Id), Day<PlanChange>("datum", "Dagen ändringen gjordes.", c => c.Date), Text<PlanChange>("text", "Vad som ändrades.", c => c.Text),
    ]);

    private OpenTable<Risk> Risks(Plan plan) => new("risker", "Risker", "Planens risker, poängsatta på kommunens skala.", [.. plan.Risks.OrderBy(r => r.Id)],
    [
        Key<Risk>(r => r.Id), Text<Risk>("titel", "Risken.", r => r.Title), Text<Risk>("beskrivning", "Vad den består i.", r => r.Description), Text<Risk>("process", "Processen den hör till.", r => r.Process),
        Number<Risk>("sannolikhet", "Poäng; tomt när bara riskvärdet är känt.", r => r.Score?.Likelihood), Number<Risk>("konsekvens", "Poäng; tomt när bara riskvärdet är känt.", r => r.Score?.Consequence),
        Number<Risk>("riskvarde", "Riskvärdet.", r => r.Score?.Value), Text<Risk>("niva", "Nivån på skalan.", r => r.Score is { } s ? plan.Scale.LevelOf(s.Value) : null),
        Text<Risk>("hantering", "Hur risken hanteras.", r => r.ResponseText), Text<Risk>("skal", "Skäl att godta risken.", r => r.AcceptReason),
        Person<Risk>("riskagare", "Den som svarar för risken.", r => Name(r.OwnerId)),
    ]);

    private static OpenTable<Control> Controls(Plan plan) => new("kontroller", "Kontroller", "Vad som ska kontrolleras, hur, hur ofta och av vem.", [.. plan.Controls.OrderBy(c => c.Order)],
    [
        Key<Control>(c => c.Id), In<Control>("risk", "risker", "Risken som kontrolleras.", c => c.RiskId), Text<Control>("titel", "Kontrollen.", c => c.Title),
        Text<Control>("moment", "Kontrollmomentet, när det heter något annat.", c => c.Item == c.Title ? "" : c.Item), Text<Control>("syfte", "Varför den görs.", c => c.Purpose), Text<Control>("beskrivning", "Hur den görs.", c => c.Description),
        Text<Control>("metod", "Hela mängden eller stickprov, och hur stort.", c => c.MethodText), Text<Control>("frekvens", "Hur ofta.", c => $"{c.Recurrence}"), Text<Control>("omfattning", "Var den görs.", c => c.ScopeText),
        Text<Control>("raknas_i", "Vad som räknas.", c => c.UnitOfCount), Text<Control>("utforare", "Befattningar som gör kontrollen.", c => c.PerformerTitles),
        Text<Control>("kontrollansvarig", "Befattningar som svarar för kontrollen.", c => c.OfficersText), Text<Control>("rapporteras_till", "Vem som får resultatet.", c => c.ReportingTitles),
        Text<Control>("lagrum", "Bestämmelser; flera skiljs med |.", c => List(c.LegalBasis.Select(l => l.Reference))), Text<Control>("avvikelse_nar", "När något är en avvikelse.", c => c.DeviationRule), Text<Control>("enligt_kallan", "Vad en inläst plan sade om kontrollen, i källans egna ord; flera skiljs med |.", c => Source(c.AsRead)),
        Text<Control>("allvarlig_nar", "När avvikelsen är allvarlig.", c => c.SeriousRule), Number<Control>("minuter", "Beräknad tid per tillfälle i minuter.", c => c.Minutes),
        YesNo<Control>("kraver_godkannande", "Resultatet godkänns av en annan person.", c => c.NeedsApproval),
    ]);

    private static string Source(AsRead? read)
    {
        if (read is null) return "";
        List<(string Name, string Said)> said =
        [
            ("Status", read.Status), ("Hur ofta", read.Frequency), ("Urval", read.Sample), ("Metod", read.Method), ("Start", $"{read.Start:yyyy-MM-dd}"),
            .. read.Checkpoints.Select(c => ("Avstämning", $"{c:yyyy-MM-dd}")), ("Slut", $"{read.End:yyyy-MM-dd}"), ("Kommentar", read.Comment),
        ];
        return List(said.Where(t => t.Said.Length > 0).Select(t => $"{t.Name}: {t.Said}").Concat(read.Kept));
    }

    private OpenTable<Occasion> Occasions(List<Occasion> occasions) => new("tillfallen", "Kontrolltillfällen", "Varje gång en kontroll skulle göras, med det resultat som gäller.", occasions,
    [
        Key<Occasion>(o => o.Id), In<Occasion>("kontroll", "kontroller", "Kontrollen.", o => o.ControlId), In<Occasion>("enhet", "enheter", "Enheten.", o => units.Exists(u => u.Id == o.UnitId) ? o.UnitId : null),
        Own<Occasion>("foremal", "Föremålet, när kontrollen görs per föremål.", o => o.ObjectKey), Text<Occasion>("period", "Perioden.", o => o.PeriodKey),
        Day<Occasion>("fran", "Periodens första dag.", o => o.From), Day<Occasion>("till", "Periodens sista dag.", o => o.To), Day<Occasion>("oppnar", "Dagen den kan göras.", o => o.Opens),
        Day<Occasion>("klar_senast", "Dagen den ska vara klar.", o => o.Due),
        Text<Occasion>("tillstand", "Hur tillfället stod dagen för uttaget.", o => State(o)), Text<Occasion>("resultat", "Utfallet; tomt när inget är registrerat.", o => o.Result?.Swedish()),
        Day<Occasion>("utford", "Dagen kontrollen gjordes.", o => o.PerformedOn), Person<Occasion>("ansvarig", "Den som skulle göra den.", o => Name(o.DoerId)),
        Person<Occasion>("utforare", "Den som gjorde den.", o => o.Current?.PerformerName is { Length: > 0 } name ? name : Name(o.PerformerId)),
        Moment<Occasion>("godkand", "När den godkändes.", o => o.ApprovedAt), Person<Occasion>("godkand_av", "Den som godkände.", o => Name(o.ApprovedById)),
        Day<Occasion>("avslutad", "Dagen tillfället togs bort ur planen.", o => o.EndedOn), Own<Occasion>("avslutad_skal", "Varför.", o => o.EndedReason),
    ]);

    private string State(Occasion occasion) => occasion.StateOn(db.Today) switch
    {
        OccasionState.Ahead => "inte öppnad",
        OccasionState.Open => "öppen",
        OccasionState.Late => "ej gjord i tid",
        OccasionState.Done => "gjord",
        OccasionState.NotDone => "ej gjord",
        OccasionState.NotApplicable => "ej tillämplig",
        _ => "avslutad",
    };

    private static OpenTable<Outcome> Outcomes(List<Occasion> occasions) => new("utfall", "Utfall", "Varje registrerat utfall, också de som senare rättats: det med högst nummer gäller.",
        [.. occasions.SelectMany(o => o.Outcomes.OrderBy(x => x.Number))],
    [
        Key<Outcome>(o => o.Id), In<Outcome>("tillfalle", "tillfallen", "Tillfället.", o => o.OccasionId), Number<Outcome>("nummer", "Versionens nummer.", o => o.Number),
        Text<Outcome>("resultat", "Utfallet.", o => o.Result.Swedish()), Day<Outcome>("utford", "Dagen kontrollen gjordes.", o => o.PerformedOn), Moment<Outcome>("registrerad", "När utfallet skrevs in.", o => o.RegisteredAt),
        Person<Outcome>("utforare", "Den som gjorde kontrollen.", o => o.PerformerName), Number<Outcome>("kontrollerade", "Antal kontrollerade.", o => o.Checked), Number<Outcome>("avvikande", "Antal avvikande.", o => o.Deviating),
        Number<Outcome>("allvarliga", "Antal allvarligt avvikande.", o => o.Serious), Text<Outcome>("oberoende", "Vem som kontrollerade vem.", o => o.Independence.Swedish()),
        Own<Outcome>("skal", "Varför den inte gjordes.", o => o.Reason), Own<Outcome>("kommentar", "Kommentar.", o => o.Comment), Own<Outcome>("rattad_for_att", "Varför utfallet rättades.", o => o.CorrectionReason),
    ]);

    private static OpenTable<Check> Checks(List<Check> checks) => new("kontrollerade", "Kontrollerade föremål", "Varje föremål på en lista, med svaren.", checks,
    [
        Key<Check>(c => c.Id), In<Check>("tillfalle", "tillfallen", "Tillfället.", c => c.OccasionId), Own<Check>("foremal", "Föremålet.", c => c.ObjectKey), Number<Check>("nummer", "Plats på listan.", c => c.Number),
        Text<Check>("resultat", "Utfallet; tomt när det inte är kontrollerat.", c => c.Result?.Swedish()), Own<Check>("svar", "Fråga=svar; flera skiljs med |.", c => List(c.Answers.Select(a => $"{a.Key}={a.Value}"))),
        Text<Check>("brister", "Bristerna; flera skiljs med |.", c => List(c.Faults.Select(f => f.Kind))), Own<Check>("anteckning", "Anteckning.", c => c.Note),
        Person<Check>("utforare", "Den som kontrollerade.", c => c.PerformerName), Moment<Check>("besvarad", "När det besvarades.", c => c.AnsweredAt), Own<Check>("utelamnad", "Varför det utelämnades.", c => c.LeftOutReason),
    ]);

    private static OpenTable<Sample> Samples(List<Sample> samples) => new("stickprov", "Stickprov", "Varje draget stickprov: med slumptalet och listan kan vem som helst dra om det.", samples,
    [
        Key<Sample>(s => s.Id), In<Sample>("tillfalle", "tillfallen", "Tillfället.", s => s.OccasionId), Number<Sample>("nummer", "Ordningsnummer för omdragning.", s => s.Number), Own<Sample>("skal", "Varför det drogs om.", s => s.Reason),
        Text<Sample>("slumptal", "Slumptalet; tomt tills det är draget.", s => s.IsDrawn ? s.Seed : ""), Text<Sample>("slumptal_sha256", "Slumptalets avtryck, sparat innan listan lästes.", s => s.SeedSha256), Moment<Sample>("slumptal_sparat", "När avtrycket sparades.", s => s.CommittedAt),
        Text<Sample>("urval", "Hur det drogs.", s => s.Selection.Swedish()), Text<Sample>("storlek", "Storleken som beslutats.", s => $"{s.Rule}"), Moment<Sample>("draget", "När det drogs.", s => s.DrawnAt),
        Number<Sample>("population", "Antal att dra ur.", s => s.PopulationCount), Text<Sample>("population_sha256", "Listans avtryck.", s => s.PopulationSha256),
    ]);

    private static OpenTable<(Sample Sample, DrawnItem Item)> Drawn(List<Sample> samples) => new("dragna", "Dragna föremål", "Det som varje stickprov kom att bestå av.", [.. samples.SelectMany(s => s.Items.Select(i => (s, i)))],
    [
        In<(Sample Sample, DrawnItem Item)>("stickprov", "stickprov", "Stickprovet.", d => d.Sample.Id), Number<(Sample Sample, DrawnItem Item)>("nummer", "Ordningen.", d => d.Item.Number),
        Own<(Sample Sample, DrawnItem Item)>("foremal", "Föremålet.", d => d.Item.Key), Text<(Sample Sample, DrawnItem Item)>("lott", "Lotten, SHA-256 av slumptal och föremål.", d => d.Item.Ticket), Text<(Sample Sample, DrawnItem Item)>("grupp", "Gruppen det drogs i.", d => d.Item.Stratum),
    ]);

    private OpenTable<Deviation> Deviations(List<Deviation> deviations) => new("avvikelser", "Avvikelser", "Avvikelser som upptäcktes under året.", deviations,
    [
        Key<Deviation>(d => d.Id), Text<Deviation>("tillfalle", "Nyckeln till tillfället den upptäcktes vid, i det här eller förra årets tabell; tomt när den rapporterats på annat sätt.", d => d.OccasionId),
        In<Deviation>("enhet", "enheter", "Enheten.", d => units.Exists(u => u.Id == d.UnitId) ? d.UnitId : null), Own<Deviation>("foremal", "Föremålet.", d => d.ObjectKey), Text<Deviation>("slag", "Vad som avviker.", d => d.Kind),
        Own<Deviation>("beskrivning", "Vad som hänt.", d => d.Description), Text<Deviation>("allvar", "mindre eller allvarlig.", d => d.Severity.Swedish()), Text<Deviation>("grad", "Kommunens egen grad.", d => d.Grade),
        Number<Deviation>("antal", "Hur många den står för.", d => d.Count), Day<Deviation>("upptackt", "Dagen den upptäcktes.", d => d.FoundOn), Person<Deviation>("rapporterad_av", "Den som rapporterade.", d => Name(d.ReportedById)),
        Own<Deviation>("omedelbar_atgard", "Vad som gjordes genast.", d => d.ImmediateAction), Text<Deviation>("status", "Hur den står dagen för uttaget.", d => d.StatusText),
        Day<Deviation>("utredning_paborjad", "Dagen utredningen började.", d => d.InvestigationStartedOn), Day<Deviation>("utredning_klar", "Dagen den var klar.", d => d.InvestigationConcludedOn), Person<Deviation>("utredare", "Den som utreder.", d => Name(d.InvestigatorId)),
        Own<Deviation>("orsak", "Orsaken.", d => d.Cause), Own<Deviation>("vidtagen_atgard", "Vad som gjordes.", d => d.ActionTaken), Day<Deviation>("aterkopplad", "Dagen återkopplingen gavs.", d => d.FeedbackGivenOn),
        Day<Deviation>("avslutad", "Dagen den avslutades.", d => d.ClosedOn),
    ]);

    private OpenTable<Measure> Measures(List<Measure> measures) => new("atgarder", "Åtgärder", "Planens åtgärder och de som följt av avvikelser.", measures,
    [
        Key<Measure>(m => m.Id), In<Measure>("risk", "risker", "Risken.", m => m.RiskId), Text<Measure>("avvikelse", "Avvikelsens nyckel, när åtgärden följer av en.", m => m.DeviationId), Text<Measure>("titel", "Åtgärden.", m => m.Title), Text<Measure>("beskrivning", "Vad som ska göras.", m => m.Description),
        Text<Measure>("status", "Hur den står.", m => m.Status.Swedish()), Person<Measure>("ansvariga", "De som svarar för den; flera skiljs med |.", m => List([.. new[] { Name(m.OwnerId) }.Concat(m.AlsoOwners.OrderBy(o => o.Order).Select(o => Name(o.PersonId))).OfType<string>(), .. CommaList.Read(m.OwnersAsWritten)])),
        Person<Measure>("rapporteringsansvarig", "Den som rapporterar.", m => Name(m.ReportingOfficerId) ?? m.OfficersAsWritten), Day<Measure>("start", "Startdatum.", m => m.Start), Text<Measure>("avstamningar", "Avstämningsdatum; flera skiljs med |.", m => List(m.Checkpoints.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
        Day<Measure>("slut", "Slutdatum.", m => m.End),
    ]);

    private static OpenTable<(Measure Of, MeasureComment Is)> Comments(List<Measure> measures) => new("uppfoljningar", "Uppföljningar", "Vad som skrivits om varje åtgärd.",
        [.. measures.SelectMany(m => m.Comments.OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => (m, c)))],
    [
        Key<(Measure Of, MeasureComment Is)>(c => c.Is.Id), In<(Measure Of, MeasureComment Is)>("atgard", "atgarder", "Åtgärden.", c => c.Of.Id), Moment<(Measure Of, MeasureComment Is)>("skriven", "När.", c => c.Is.At), Person<(Measure Of, MeasureComment Is)>("av", "Den som skrev.", c => c.Is.ByName),
        Text<(Measure Of, MeasureComment Is)>("status", "Status då.", c => c.Is.Status.Swedish()), Own<(Measure Of, MeasureComment Is)>("text", "Texten.", c => c.Is.Text),
    ]);

    private static OpenTable<RegisterImport> Imports(List<RegisterImport> imports) => new("inlasningar", "Inläsningar", "Varifrån registren kommer.", imports,
    [
        Key<RegisterImport>(i => i.Id), Text<RegisterImport>("register", "Registret.", i => i.Register), Text<RegisterImport>("fil", "Filens namn.", i => i.FileName), Text<RegisterImport>("fil_sha256", "Filens avtryck.", i => i.FileSha256), Moment<RegisterImport>("inlast", "När den lästes in.", i => i.At), Person<RegisterImport>("av", "Vem som läste in den.", i => i.By),
        Text<RegisterImport>("kallsystem", "Källsystemet.", i => i.Provenance.SourceSystem), Day<RegisterImport>("uttag", "Dagen uttaget gjordes.", i => i.Provenance.ExtractedOn), Text<RegisterImport>("urval", "Urvalet i uttaget.", i => i.Provenance.Filter),
        Text<RegisterImport>("avstamt_mot", "Vad uttaget är avstämt mot.", i => i.Provenance.ReconciledAgainst), Moment<RegisterImport>("angrad", "När inläsningen ångrades.", i => i.UndoneAt),
    ]);

    /// <summary>A name that nothing else has: a municipality's own registers and columns are called what it likes.</summary>
    private static string Unused(string name, IReadOnlyCollection<string> taken) =>
        Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? name : $"{name}-{n}").First(n => !taken.Contains(n, StringComparer.OrdinalIgnoreCase));

    private OpenTable<RegisterRow> Register(RegisterKind kind, string name, List<RegisterRow> rows)
    {
        List<OpenColumn<RegisterRow>> columns =
        [
            .. kind.Columns.Select(c => Text<RegisterRow>(c.Name, Holds(c), r => r[c.Name]) with { NamesPerson = kind.AboutPeople || kind.AboutClients }),
        ];
        List<string> names = [.. columns.Select(c => c.Name)];
        columns.Insert(0, In<RegisterRow>(Unused("enhet_id", names), "enheter", "Enheten raden hör till.", r => UnitOf(kind, r)));
        columns.Insert(1, In<RegisterRow>(Unused("inlasning", names), "inlasningar", "Inläsningen raden kom med.", r => r.ImportId));
        return new(name, kind.Name, "Registret som det gällde dagen för uttaget. Kolumnerna heter som i Vattenpass.", rows, columns) { IsAboutPersons = kind.AboutPeople || kind.AboutClients };
    }

    private Guid? UnitOf(RegisterKind kind, RegisterRow row) => kind == RegisterKinds.Organisation ? units.Find(u => u.Code == row["kod"])?.Id
        : units.Exists(u => u.Id == row.UnitId) ? row.UnitId : null;

    private static string Holds(Column column) => column.Type switch
    {
        ColumnType.Date => "Datum, ÅÅÅÅ-MM-DD.",
        ColumnType.Number => "Tal.",
        ColumnType.Count => "Antal.",
        ColumnType.YesNo => "ja eller nej.",
        ColumnType.Month => "Månad, ÅÅÅÅ-MM.",
        ColumnType.Term => "Termin eller period.",
        _ when column.Words.Count > 0 => $"Något av {Prose.List(column.Words.Select(w => $"”{w.Means}”"), "eller")}.",
        _ => "Text.",
    };
}
