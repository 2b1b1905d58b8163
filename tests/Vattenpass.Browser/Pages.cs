using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Reports;

namespace Vattenpass.Browser;

/// <summary>One address for every kind of page, each with a role that has the most to see there.</summary>
internal static class Pages
{
    public static async Task<List<(string User, string Address)>> AllAsync(DemoSite site)
    {
        await using var db = site.Db();
        var year = db.Today.Year;
        var home = await db.Units.FirstAsync(u => u.Code == "SB01");
        var open = await db.Occasions.FirstAsync(o => o.UnitId == home.Id
            && o.Result == null
            && o.Opens <= db.Today
            && o.Control.Plan.Year == year);
        var done = await db.Occasions.FirstAsync(o => o.UnitId == home.Id && o.Result == OutcomeResult.Deviation);
        var fresh = await db.Deviations.FirstOrDefaultAsync(d => d.UnitId == home.Id && d.Investigation == InvestigationState.NotStarted)
            ?? await db.Deviations.FirstAsync(d => d.UnitId == home.Id);
        var ongoing = await db.Deviations.FirstAsync(d => d.Investigation == InvestigationState.Ongoing
            && d.Field == Domain.Field.HealthCare);
        var measure = await db.Measures.FirstAsync(m => m.Status == MeasureStatus.Ongoing);
        var looked = await db.Effects.FirstAsync();
        var suggested = await db.Measures.FirstOrDefaultAsync(m => m.Status == MeasureStatus.Suggested);
        var sent = await db.Reports.FirstAsync(r => r.Status == ReportStatus.Sent);
        var draft = await db.Reports.FirstOrDefaultAsync(r => r.Status == ReportStatus.Draft);
        var risk = (await db.Plans.Include(p => p.Risks).FirstAsync(p => p.Year == year + 1)).Risks[0];
        var control = (await db.Plans.Include(p => p.Controls).FirstAsync(p => p.Year == year + 1)).Controls[0];
        var reviewed = await db.Reviews.Include(r => r.Findings).FirstAsync();
        var envelope = await db.Envelopes.Include(e => e.Allocations).FirstAsync();
        var routine = await db.Routines.FirstAsync(r => r.ValidTo == null);
        var asked = await db.Questions.FirstAsync(q => q.SentOn == null);
        List<(string, string)> pages =
        [
            ("-", "/logga-in"), ("-", "/hjalp"), ("-", "/tillganglighet"), ("-", "/finns-inte"),
            ("enhetschef", "/"), ("enhetschef", "/kontroller?visa=alla"), ("enhetschef", $"/kontroller/{open.Id}"), ("enhetschef",
                $"/kontroller/{open.Id}/utfall"), ("enhetschef",
                $"/kontroller/{open.Id}/lamna-over"), ("enhetschef", $"/kontroller/{open.Id}/flytta"),
            ("enhetschef", $"/kontroller/{done.Id}"), ("enhetschef",
                $"/kontroller/{done.Id}/ratta"), ("enhetschef",
                    $"/avvikelser/{fresh.Id}"), ("enhetschef", "/avvikelser/ny"), ("enhetschef", "/byt-losenord"),
            ("forvaltningschef", "/"), ("mas", $"/avvikelser/{ongoing.Id}"), ("mas", $"/avvikelser/{ongoing.Id}/klar"), ("mas",
                $"/avvikelser/{ongoing.Id}/aterkoppla"), ("forvaltningschef",
                $"/plan/{year + 1}/foresla"),
            ("utvecklingsledare", "/fragor"), ("utvecklingsledare", "/fragor/ny"), ("ledamot", "/fragor"), ("utvecklingsledare", $"/fragor/{asked.Id}"), ("utvecklingsledare", $"/fragor/{asked.Id}/svara"), ("utvecklingsledare", $"/fragor/{asked.Id}/lofte"), ("utvecklingsledare", "/medel"), ("utvecklingsledare", "/medel/ny"), ("utvecklingsledare", $"/medel/{envelope.Id}"), ("ledamot", $"/medel/{envelope.Id}"), ("utvecklingsledare", $"/medel/{envelope.Id}/andra"), ("utvecklingsledare", $"/medel/{envelope.Id}/post"), ("utvecklingsledare", $"/medel/{envelope.Id}/post/{envelope.Allocations[0].Id}"), ("utvecklingsledare", "/rutiner"), ("utvecklingsledare", "/rutiner/ny"), ("utvecklingsledare", "/rutiner/las-in"), ("utvecklingsledare", $"/rutiner/{routine.Id}/sedd-over"), ("enhetschef", "/rutiner"), ("mas", $"/rutiner/{routine.Id}"), ("utvecklingsledare", $"/rutiner/{routine.Id}/andra"), ("mas", $"/avvikelser/{ongoing.Id}/rutin"),
            ("utvecklingsledare", "/plan"), ("utvecklingsledare", "/plan/ny"), ("utvecklingsledare", "/plan/las-in"), ("utvecklingsledare", $"/plan/{year}/dokument"), ("utvecklingsledare", $"/plan/{year}"), ("utvecklingsledare",
                $"/plan/{year + 1}"), ("utvecklingsledare",
                $"/plan/{year + 1}/risk"), ("utvecklingsledare",
                $"/plan/{year + 1}/risk/{risk.Id}/vardera"), ("utvecklingsledare", $"/plan/{year + 1}/risk/{risk.Id}/underlag"),
            ("utvecklingsledare", $"/plan/{year + 1}/kontroll/{control.Id}"), ("utvecklingsledare", $"/plan/{year + 1}/skala"), ("utvecklingsledare", "/tackning"), ("utvecklingsledare", "/avvikelser?visa=alla"), ("utvecklingsledare", "/atgarder"), ("utvecklingsledare", "/atgarder/ny"),
            ("utvecklingsledare", $"/atgarder/{measure.Id}"), ("utvecklingsledare",
                $"/atgarder/{measure.Id}/folj-upp"), ("utvecklingsledare", $"/atgarder/{measure.Id}/andra"), ("utvecklingsledare", $"/atgarder/{measure.Id}/sla-ihop"), ("utvecklingsledare", $"/atgarder/{measure.Id}/effekt"), ("utvecklingsledare", $"/atgarder/{looked.MeasureId}"), ("ledamot", "/medel"), ("utvecklingsledare", $"/plan/{year + 1}/jamfor"), ("ledamot", $"/plan/{year}/jamfor"), ("ledamot", "/namnden"), ("ledamot", "/personal"), ("enhetschef", "/riskforslag"), ("enhetschef", "/riskforslag/ny"), ("utvecklingsledare", "/riskforslag"), ("ledamot", "/personal/sjukfranvaro"), ("enhetschef", "/personal/vikarier"), ("utvecklingsledare", "/personal/kompetens/yrkesresanbas"), ("mas", "/avvikelser/analys"), ("enhetschef", "/avvikelser/analys"), ("utvecklingsledare", "/granskningar"), ("utvecklingsledare", "/granskningar/ny"), ("ledamot", $"/granskningar/{reviewed.Id}"), ("utvecklingsledare", $"/granskningar/{reviewed.Id}"), ("utvecklingsledare", $"/granskningar/{reviewed.Id}/brist"), ("utvecklingsledare", $"/granskningar/{reviewed.Id}/prioritering"), ("utvecklingsledare", $"/granskningar/{reviewed.Id}/brist/{reviewed.Findings[0].Id}"), ("utvecklingsledare", $"/granskningar/{reviewed.Id}/brist/{reviewed.Findings[0].Id}/atgard"), ("utvecklingsledare", $"/granskningar/{reviewed.Id}/brist/{reviewed.Findings[0].Id}/svar"), ("registrator", $"/rapporter/{sent.Id}/beslut"), ("utvecklingsledare", $"/effekt/{looked.Id}"), ("utvecklingsledare", $"/nyckeltal/{year - 1}"), ("utvecklingsledare",
                $"/nyckeltal/{year - 1}/{Domain.Kinds.MedicineFigures.DoneKey}"),
            ("utvecklingsledare", "/rapporter"), ("utvecklingsledare", "/rapporter/granska"), ("forvaltningschef", "/laget"), ("ledamot", "/laget"), ("enhetschef", "/laget"), ("utvecklingsledare", "/rapporter/ny"), ("utvecklingsledare",
                $"/rapporter/{sent.Id}"), ("utvecklingsledare", "/register"), ("utvecklingsledare",
                    "/register/las-in"), ("utvecklingsledare",
                $"/register/mobiltelefoner/{year}"), ("utvecklingsledare", "/handelselogg"),
            ("mas", "/"), ("mas", "/tackning"), ("ledamot", "/"), ("ledamot", $"/rapporter/{sent.Id}"), ("revisor", "/handelselogg"), ("registrator", "/"), ("sjukskoterska", "/"), ("underskoterska", "/"), ("systemforvaltare", "/"), ("administrator", "/"),
            ("administrator", "/administration"), ("administrator",
                "/administration/personer"), ("administrator", "/administration/person"), ("administrator",
                    "/administration/uppdrag"), ("administrator",
                "/administration/uppdrag/nytt"), ("administrator",
                    "/administration/befattningar"), ("administrator",
                        "/administration/befattning"), ("administrator",
                            "/administration/enheter"), ("administrator", "/administration/enhet"), ("administrator",
                $"/administration/enhet/{home.Id}"), ("administrator",
                $"/administration/enhet/{home.Id}/upphor"),
            ("ledamot", "/administration"),
        ];
        var list = await db.Occasions.Include(o => o.Checks)
            .FirstOrDefaultAsync(o => o.UnitId == home.Id
                && o.Result == null
                && o.Checks.Count > 1
                && o.Control.Plan.Year == year
                && o.Opens <= db.Today);
        var sample = await db.Samples.FirstAsync(s => s.UnitId == home.Id && s.Number == 1 && s.DrawnAt != null);
        var person = await db.People.FirstAsync(p => p.Name == "Undersköterska Almgården");
        var adopted = (await db.Plans.Include(p => p.Controls).FirstAsync(p => p.Year == year)).Controls[0];
        var date = await db.BoardDates.OrderBy(d => d.Date).FirstAsync();
        var import = await db.RegisterImports.FirstAsync(i => i.Register == "mobiltelefoner" && i.Year == year);
        pages.AddRange(
        [
            ("-", "/utan-nat"), ("enhetschef", "/arshjul"), ("utvecklingsledare", "/arshjul"), ("utvecklingsledare", "/arshjul/namnd"), ("utvecklingsledare",
                $"/arshjul/namnd/{date.Id}/ta-bort"), ("utvecklingsledare", "/paminnelser"), ("utvecklingsledare", "/paminnelser/regler"),
            ("utvecklingsledare", "/bibliotek"), ("utvecklingsledare", "/formular/nytt"), ("utvecklingsledare", "/regler"), ("utvecklingsledare", "/regler/grader"), ("utvecklingsledare", "/regler/behorigheter"), ("utvecklingsledare", "/regler/delar-manader"), ("utvecklingsledare", "/formular/mobiltelefon"), ("utvecklingsledare",
                "/formular/mobiltelefon/fraga?nummer=1"), ("utvecklingsledare", "/stickprov"), ("enhetschef",
                    $"/stickprov/{sample.Id}"), ("enhetschef", "/kontroller/extra"), ("utvecklingsledare", "/kontroller/tid"),
            ("utvecklingsledare", "/tidsfrister"), ("utvecklingsledare",
                "/tidsfrister/rapport"), ("utvecklingsledare", "/tidsfrister/beslut"), ("utvecklingsledare", "/tidsfrister/beslut?till=fullmaktige"), ("enhetschef", "/tidsfrister"), ("enhetschef", "/apt"), ("enhetschef", "/etiketter"), ("enhetschef", "/jag"), ("enhetschef", "/jag/franvaro"), ("enhetschef", "/jag/kalender"), ("enhetschef", "/formularnyckel"),
            ("utvecklingsledare", "/register/profiler"), ("utvecklingsledare",
                "/register/profil/mobiltelefoner"), ("utvecklingsledare", "/register/eget"), ("utvecklingsledare", "/register/las-in?register=organisation"), ("utvecklingsledare", $"/plan/{year}/oppna-data"), ("administrator", "/administration/personer/las-in"), ("utvecklingsledare", "/register/profil/logg-schema"), ("utvecklingsledare",
                $"/register/inlasning/{import.Id}/angra"), ("administrator", "/administration/jobb"), ("administrator",
                    $"/administration/person/{person.Id}/sluta"), ("administrator", $"/administration/person/{person.Id}"),
            ("utvecklingsledare", $"/plan/{year}/kontroll/{adopted.Id}/schema"), ("utvecklingsledare", $"/kontroller/{open.Id}/ta-bort"), ("utvecklingsledare", $"/plan/{year + 1}/kontroll?mall=9"),
        ]);
        var store = await db.Stores.Include(s => s.Lines).Include(s => s.Duties).FirstAsync(s => s.Code == "L01");
        var toCount = await db.Occasions.FirstAsync(o => o.Control.Key == "lakemedel"
            && o.ObjectKey == "L04"
            && o.Result == null
            && o.Opens <= db.Today);
        var difference = await db.Deviations.FirstOrDefaultAsync(d => d.Matter != null
            && d.ClosedOn == null
            && d.Kind.Contains(Domain.Medicines.StoreFaults.Balance));
        pages.AddRange([("mas", "/lakemedel"), ("enhetschef", "/lakemedel"), ("sjukskoterska", "/lakemedel"),
            ("sjukskoterska", $"/lakemedel/kontroll/{toCount.Id}"), ("sjukskoterska", $"/lakemedel/kontroll/{toCount.Id}?Papper=true"),
            ("mas", $"/lakemedel/forrad/{store.Id}"), ("mas", $"/lakemedel/forrad/{store.Id}/preparat"),
                ("mas", $"/lakemedel/forrad/{store.Id}/preparat/{store.Lines[0].Id}/sluta"), ("mas", $"/lakemedel/forrad/{store.Id}/uppdrag"), ("mas", $"/lakemedel/forrad/{store.Id}/uppdrag/{store.Duties[0].Id}/sluta"), ("mas", $"/lakemedel/forrad/{store.Id}/leverans"), ("mas", $"/lakemedel/forrad/{store.Id}/kassera"),
                ("mas", $"/lakemedel/forrad/{store.Id}/blad"), ("mas", "/lakemedel/andra-forrad"), ("mas",
                    $"/lakemedel/andra-forrad/{store.Id}"), ("mas", "/lakemedel/kvittera"), ("mas", "/lakemedel/regler"), ("mas", "/lakemedel/patientsakerhet")]);
        if (difference is not null)
            foreach (var step in new[] { "", "/omrakning", "/forklara", "/svinn", "/svinn/mas", "/svinn/polis", "/kvittera", "/skriv" })
                pages.Add(("mas", $"/avvikelser/{difference.Id}{step}"));
        var managers = await db.LogCases.FirstAsync(c => c.ReviewerName == "Enhetschef Almgården"
            && c.Kind == Domain.LogReviews.CaseKind.Queued);
        var log = await db.LogImports.FirstAsync();
        pages.AddRange([("loggranskare", "/"), ("loggranskare", "/loggkontroll"), ("loggranskare", "/loggkontroll/las-in"),
            ("loggranskare", $"/loggkontroll/inlasning/{log.Id}"), ("enhetschef", "/loggkontroll"),
            ("enhetschef", $"/loggkontroll/fall/{managers.Id}"), ("forvaltningschef", "/loggkontroll/siffror"),
                ("forvaltningschef", "/loggkontroll/lasningar"), ("utvecklingsledare", "/loggkontroll/regler"), ("utvecklingsledare",
                    "/loggkontroll/regler/andra"), ("underskoterska", "/loggkontroll/om-mig")]);
        if (list is not null)
            pages.AddRange([("enhetschef", $"/kontroller/{list.Id}/lista"), ("enhetschef", $"/kontroller/{list.Id}/stickprov"),
                ("enhetschef", $"/kontroller/{list.Id}/utelamna?rad={list.Checks.First(c => c.Waits).Number}")]);
        if (suggested is not null) pages.Add(("forvaltningschef", $"/atgarder/{suggested.Id}"));
        if (draft is not null)
            pages.AddRange([("utvecklingsledare", $"/rapporter/{draft.Id}"), ("utvecklingsledare", $"/rapporter/{draft.Id}/huvud"),
                ("utvecklingsledare", $"/rapporter/{draft.Id}/avsnitt?nyckel=lakemedel"),
                ("forvaltningschef", $"/rapporter/{draft.Id}/signera")]);
        return pages;
    }

    /// <summary>Opens every page once, as its role; two windows at a time.</summary>
    /// <param name="begin">Listens on a window before its first page, and may ask whose page, and which, stands there.</param>
    public static async Task ForEachAsync(DemoSite site, int width, Action<IPage, Func<string>> begin, Func<IPage, string, Task> look)
    {
        var users = (await AllAsync(site)).GroupBy(p => p.User).OrderByDescending(g => g.Count());
        await Parallel.ForEachAsync(users, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (group, _) =>
        {
            var page = group.Key == "-" ? await site.OpenAsync(width) : await site.AsAsync(group.Key, width);
            var name = "";
            begin(page, () => name);
            foreach (var (_, address) in group)
            {
                name = $"{group.Key} {address}";
                await page.GotoAsync(address);
                await look(page, name);
            }
            await page.Context.CloseAsync();
        });
    }
}
