using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Registers;

/// <summary>Registers on the year's occasions what imported rows say was done. A count the file does not have is left at zero, never invented.</summary>
public sealed class ImportedOutcomes(VattenpassDb db, Plan plan, OrganisationInUse organisation, int year, bool undo)
{
    private Dictionary<OccasionKey, Occasion> occasions = [];
    private Dictionary<string, RegisterRow> stores = [];
    private int registered;

    public async Task LoadAsync(CancellationToken stop)
    {
        var stored = await db.Occasions.Include(o => o.Outcomes).Include(o => o.Control).Where(o => o.PlanId == plan.Id).ToListAsync(stop);
        occasions = stored.Concat(db.Occasions.Local).Distinct().Where(o => o.PlanId == plan.Id).ToDictionary(o => o.Key);
    }

    public Control? Control(string key) => plan.Controls.FirstOrDefault(c => c.Key == key);

    public Occasion? Find(string controlKey, Guid unit, string obj, string period) =>
        Control(controlKey) is { } control ? occasions.GetValueOrDefault(OccasionKey.Of(control.Id, unit, obj, period)) : null;

    public RegisterRow? Store(string code) => stores.GetValueOrDefault(code);

    public int Apply(List<RowChange> changes, List<RegisterRow> rows, List<ImportRemark> warnings)
    {
        stores = rows.Where(r => r.Register == RegisterKinds.Stores.Key).ToDictionary(r => r.Key);
        var drugDeviations = rows.Where(r => r.Register == RegisterKinds.DrugDeviations.Key).ToLookup(r => (r["förråd"], r["period"]));
        StoreChecks(changes, rows, drugDeviations, warnings);
        foreach (var (key, group) in Touched(changes, RegisterKinds.LogChecks, rows, r => (Unit: r.UnitId!.Value, Month: r["månad"]))) LogCheck(key.Unit, key.Month, group);
        foreach (var (key, group) in Touched(changes, RegisterKinds.PhoneChecks, rows, r => (Unit: r.UnitId!.Value, Term: r["termin"]))) PhoneCheck(key.Unit, key.Term, group);
        WholeRegister("rehabilitering", RegisterKinds.RehabCases, changes, rows, _ => 0);
        WholeRegister("tidsfrister", RegisterKinds.Cases, changes, rows, all => all.Count(IsLate));
        return registered;
    }

    /// <summary>The groups that have a changed row, each with all its rows of today, none where all are gone; other years' rows are not the year's.</summary>
    private Dictionary<T, List<RegisterRow>> Touched<T>(List<RowChange> changes, RegisterKind kind, List<RegisterRow> rows, Func<RegisterRow, T> by) where T : notnull
    {
        var today = rows.Where(r => r.Register == kind.Key && InYear(r)).ToLookup(by);
        return changes.Where(c => c.Kind == kind && !c.IsUnchanged).SelectMany(c => new[] { c.Now, c.Was }).OfType<RegisterRow>().Where(InYear).Select(by).Distinct().ToDictionary(key => key, key => today[key].ToList());
    }

    /// <summary>Changed rows, and rows read before their store was known or came under control.</summary>
    private void StoreChecks(List<RowChange> changes, List<RegisterRow> rows, ILookup<(string, string), RegisterRow> deviations, List<ImportRemark> warnings)
    {
        var changed = changes.Where(c => c.Kind == RegisterKinds.StoreChecks && !c.IsUnchanged).ToList();
        var changedRows = changed.Select(c => c.Now).OfType<RegisterRow>().ToHashSet();
        foreach (var gone in changed.Where(c => c.Now is null)) StoreCheck(gone.Was!, gone: true, deviations);
        foreach (var row in rows.Where(r => r.Register == RegisterKinds.StoreChecks.Key))
            if (changedRows.Contains(row) || (Store(row["förråd"]) is { } store && Find("lakemedel", store.UnitId!.Value, store.Key, row["period"])?.Result is null)) StoreCheck(row, gone: false, deviations);
        foreach (var unknown in changedRows.Where(r => Store(r["förråd"]) is null).GroupBy(r => r["förråd"]))
            warnings.Add(new("Läkemedelskontroller", null, null, $"förrådet {unknown.Key} finns inte i registret över läkemedelsförråd. {unknown.Count()} rader räknas inte."));
    }

    private bool InYear(RegisterRow row) => new[] { "period", "månad", "datum" }.Select(c => row[c]).FirstOrDefault(v => v.Length >= 4) is not { } date || date[..4] == year.ToString(CultureInfo.InvariantCulture);

    private void StoreCheck(RegisterRow row, bool gone, ILookup<(string, string), RegisterRow> deviations)
    {
        if (!InYear(row) || Store(row["förråd"]) is not { } store) return;
        Register("lakemedel", store.UnitId!.Value, store.Key, row["period"],
            !gone && row.Yes("inlämnad") ? Outcome(deviations[(row["förråd"], row["period"])].Count(), 0, 0, row.Date("kontrolldatum") ?? Period.Month(row["period"]).To, []) : null, row["kontrollant"]);
    }

    private void LogCheck(Guid unit, string month, List<RegisterRow> rows) =>
        Register("loggkontroll", unit, "", month, rows.Count == 0 ? null : Outcome(rows.Sum(r => r.Number("avvikelser")), 0, rows.Sum(r => r.Number("granskade_åtkomster")),
            Period.Month(month).To, []), "");

    private void PhoneCheck(Guid unit, string term, List<RegisterRow> rows) =>
        Register("mobiltelefoner", unit, "", $"{year}-{(term == "vår" ? "H1" : "H2")}", rows.Count == 0 ? null : Outcome(rows.Count(r => r.Yes("avvikelse")), rows.Count(r => r.Yes("allvarlig")), rows.Count,
            rows.Max(r => r.Date("datum")!.Value), [.. rows.Select(r => r["telefon-id"]).Distinct()]), "");

    /// <summary>A register read in whole is the control of its last period: every row has been gone through by rule.</summary>
    private void WholeRegister(string controlKey, RegisterKind kind, List<RowChange> changes, List<RegisterRow> rows, Func<List<RegisterRow>, int> deviating)
    {
        if (Control(controlKey) is not { } control || changes.All(c => c.Kind != kind || c.IsUnchanged)) return;
        var all = rows.Where(r => r.Register == kind.Key).ToList();
        var opened = control.Recurrence.In(year).Where(o => o.Opens <= db.Today).ToList();
        if (opened.Count == 0) return;
        var last = opened[^1];
        Register(controlKey, organisation.RootId, "", last.Period.Key, Outcome(deviating(all), 0, all.Count, last.Period.AsOf(db.Today), []) with { Comment = "Hela registret genomgånget vid inläsning." }, "");
    }

    private bool IsLate(RegisterRow row) => row.Date("startdatum") is { } start && start.Year == year
        && StatutoryClock.For(row["typ"])?.IsLate(start, row.Date("slutdatum"), row.Date("förlängd_till"), Period.Year(year).AsOf(db.Today), row.Date("förlängning_beslutad")) == true;

    private static OutcomeContent Outcome(int deviating, int serious, int checkedCount, DateOnly on, IReadOnlyList<string> objects) => new(
        serious > 0 ? OutcomeResult.SeriousDeviation : deviating > 0 ? OutcomeResult.Deviation : OutcomeResult.WithoutRemark,
        on, checkedCount, deviating, serious, Independence.SelfControl, "", "", objects);

    private void Register(string controlKey, Guid unit, string obj, string period, OutcomeContent? content, string performer)
    {
        if (Control(controlKey) is not { } control) return;
        var occasion = occasions.GetValueOrDefault(OccasionKey.Of(control.Id, unit, obj, period));
        if (occasion is null)
        {
            if (content is null) return;
            // Done outside the plan: shown, but in no denominator.
            var occurrence = Occurrence(control, period);
            occasion = occasions[OccasionKey.Of(control.Id, unit, obj, period)] = new(db.NewId(), control, unit, obj, occurrence, null, planned: false);
            db.Occasions.Add(occasion);
        }
        // What a person has registered here is not overwritten by a file.
        if (occasion.Current?.PerformerId is not null) return;
        if (undo && content is null)
        {
            occasion.Unregister();
            return;
        }
        if (occasion.Import(db.NewId(), content, performer.Length > 0 ? performer : "uppgift saknas", db.Now, "ny inläsning") is not { } outcome) return;
        db.Add(outcome);
        registered++;
    }

    private Occurrence Occurrence(Control control, string period) =>
        control.Recurrence.In(year).Cast<Occurrence?>().FirstOrDefault(o => o!.Value.Period.Key == period)
        ?? new(Period.Month(period), new(year, 1, 1), new(year, 12, 31));
}
