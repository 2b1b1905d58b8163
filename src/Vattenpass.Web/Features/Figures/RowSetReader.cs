using Vattenpass.Web.Features.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Medicines;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Figures;

/// <summary>The rows behind a figure, within what the reader may see. Link leads to the row's own page, where it has one.</summary>
public sealed record RowSet(string Name, string Title, IReadOnlyList<string> Header, IReadOnlyList<RowSetRow> Rows);

public sealed record RowSetRow(Guid Id, IReadOnlyList<string> Cells, string? Link);

public sealed class RowSetReader(VattenpassDb db)
{
    /// <returns>Null when no figure has rows of that name.</returns>
    public async Task<RowSet?> ReadAsync(int year, Period period, string name, CancellationToken stop = default)
    {
        var tree = new OrganisationTree(await db.Units.AsNoTracking().ToListAsync(stop), period.To);
        return name switch
        {
            RowSets.StoreChecks => await OccasionsAsync(year, period, tree, name, "Läkemedelskontroller enligt plan", o => o.Control.Key == "lakemedel" && o.Planned, stop),
            RowSets.AllStores => await StoresAsync(year, period, stop),
            RowSets.LogChecks => await OccasionsAsync(year, period, tree, name, "Loggkontroller per enhet och månad", o => o.Control.Key == "loggkontroll", stop),
            RowSets.PhoneReports => await OccasionsAsync(year, period, tree, name, "Sekretesskontroller av telefoner per enhet och termin", o => o.Control.Key == "mobiltelefoner", stop),
            RowSets.DrugDeviations => await DeviationsAsync(period, tree, name, "Avvikelser i läkemedelskontrollen", d => d.ControlKey == "lakemedel", _ => true, stop),
            RowSets.HandledDrugDeviations => await DeviationsAsync(period, tree, name, "Avvikelser som är utredda eller under utredning och återkopplade", d => d.ControlKey == "lakemedel", d => d.IsHandled, stop),
            RowSets.BalanceWithoutInvestigation => await DeviationsAsync(period, tree, name, "Saldodifferenser utan utredning", d => d.ControlKey == "lakemedel", d => d.Matter is DrugMatter { IsDifference: true } && d.Investigation is InvestigationState.NotStarted, stop),
            RowSets.Phones => await PhonesAsync(year, period, stop),
            RowSets.RehabCases => await RegisterAsync(year, RegisterKinds.RehabCases, name, "Rehabärenden", r => r.Date("start") is { } start && start >= period.From && start <= period.To, stop),
            RowSets.ManyAbsences => await ManyAbsencesAsync(year, period, stop),
            RowSets.LateCases => await LateCasesAsync(year, period, stop),
            RowSets.Accounts => await AccountsAsync(year, period, stop),
            _ when name.StartsWith("kontroll-", StringComparison.Ordinal) && Guid.TryParse(name["kontroll-".Length..], out var control) =>
                await OccasionsAsync(year, period, tree, name, "Kontrolltillfällen", o => o.ControlId == control, stop),
            _ => null,
        };
    }

    private async Task<RowSet> OccasionsAsync(int year, Period period, OrganisationTree tree, string name, string title, System.Linq.Expressions.Expression<Func<Occasion, bool>> which, CancellationToken stop)
    {
        var occasions = await db.Occasions.AsNoTracking().Include(o => o.Control).Include(o => o.Outcomes).Where(o => o.Control.Plan.Year == year && o.To >= period.From && o.To <= period.To).Where(which).ToListAsync(stop);
        var today = db.Today;
        return new(name, title, ["Enhet", "Objekt", "Period", "Status", "Gjord", "Kontrollerade", "Med avvikelse"],
            [.. occasions.OrderBy(o => tree.NameOf(o.UnitId), SwedishOrder.Comparer).ThenBy(o => o.ObjectKey).ThenBy(o => o.From)
                .Select(o => new RowSetRow(o.Id, [tree.NameOf(o.UnitId), o.ObjectKey, o.Period.Name, Shared.StatusText.Of(o, today), o.PerformedOn is { } on ? $"{on:yyyy-MM-dd}" : "", $"{o.Current?.Checked}", $"{o.Current?.Deviating}"], $"/kontroller/{o.Id}"))]);
    }

    private async Task<RowSet> DeviationsAsync(Period period, OrganisationTree tree, string name, string title, System.Linq.Expressions.Expression<Func<Deviation, bool>> which, Func<Deviation, bool> kept, CancellationToken stop)
    {
        var deviations = await db.Deviations.AsNoTracking().Where(d => !d.Withdrawn && d.FoundOn >= period.From && d.FoundOn <= period.To).Where(which).ToListAsync(stop);
        return new(name, title, ["Enhet", "Objekt", "Avvikelse", "Beskrivning", "Period", "Status"],
            [.. deviations.Where(kept).OrderBy(d => d.ObjectKey, SwedishOrder.Comparer).ThenBy(d => d.FoundOn)
                .Select(d => new RowSetRow(d.Id, [tree.NameOf(d.UnitId), d.ObjectKey, d.Kind, d.Description, Period.NameOf(d.PeriodKey), d.StatusText], $"/avvikelser/{d.Id}"))]);
    }

    private async Task<RowSet> RegisterAsync(int year, RegisterKind kind, string name, string title, Func<RegisterRow, bool> kept, CancellationToken stop)
    {
        var rows = await RowsAsync(year, kind, stop);
        return new(name, title, [.. kind.Columns.Select(c => c.Name)], [.. rows.Where(kept).OrderBy(r => r.Key, SwedishOrder.Comparer).Select(r => new RowSetRow(r.Id, [.. kind.Columns.Select(c => r[c.Name])], null))]);
    }

    private async Task<RowSet> StoresAsync(int year, Period period, CancellationToken stop)
    {
        var stores = (await new FactsReader(db).ReadAsync(year, period, stop)).Stores.Where(s => s.MonthsIn(period) > 0);
        var cards = await db.Stores.AsNoTracking().ToDictionaryAsync(s => s.Code, s => s.Id, stop);
        return new(RowSets.AllStores, "Läkemedelsförråd i bruk", ["Förråd", "Enhet", "Område", "Slag", "Kontrolleras från", "Månader i bruk"],
            [.. stores.OrderBy(s => s.Code, SwedishOrder.Comparer).Select(s => new RowSetRow(cards.GetValueOrDefault(s.Code), [s.Code, s.Unit, s.Area, s.Kind, $"{s.ControlFrom:yyyy-MM-dd}", $"{s.MonthsIn(period)}"], db.Access.Can(Thing.Medicines, Right.Read) && cards.TryGetValue(s.Code, out var id) ? $"/lakemedel/forrad/{id}" : null))]);
    }

    private async Task<RowSet> PhonesAsync(int year, Period period, CancellationToken stop)
    {
        var figures = PhoneFigures.Of(await new FactsReader(db).ReadAsync(year, period, stop));
        var phones = await RowsAsync(year, RegisterKinds.Phones, stop);
        var ids = phones.GroupBy(p => p["enhet"]).ToDictionary(g => g.Key, g => g.First().Id);
        return new(RowSets.Phones, "Kontrollerade telefoner per enhet", ["Enhet", "Kontrollerade", "I bruk", "Andel och mål"],
            [.. (figures?.PerUnit ?? []).Select(s => new RowSetRow(ids.GetValueOrDefault(s.UnitOfCount), [s.UnitOfCount, $"{s.Numerator}", $"{s.Denominator}", s.ToString()], null))]);
    }

    private async Task<RowSet> ManyAbsencesAsync(int year, Period period, CancellationToken stop)
    {
        var facts = await new FactsReader(db).ReadAsync(year, period, stop);
        var many = RehabFigures.Of(facts)?.ManyAbsences ?? [];
        var cases = facts.RehabCases.Where(c => c.Start.Year == year).ToLookup(c => c.Employee);
        var absences = facts.Absences.ToLookup(a => a.Employee);
        return new(RowSets.ManyAbsences, "Medarbetare med sex eller fler sjukfrånvarotillfällen", ["Anställnings-id", "Tillfällen", "Ärende"],
            [.. many.Select(e => new RowSetRow(Guid.Empty, [e, $"{RehabFigures.Occasions(absences[e], year)}",
                cases[e].Any(c => c.IsRepeatedShortAbsence) ? "upprepad korttidsfrånvaro" : cases[e].Any() ? "annat ärende" : "inget ärende"], null))]);
    }

    private async Task<RowSet> LateCasesAsync(int year, Period period, CancellationToken stop)
    {
        var late = (ClockFigures.Of(await new FactsReader(db).ReadAsync(year, period, stop))?.LateCases ?? []).Select(c => c.Case).ToHashSet();
        return await RegisterAsync(year, RegisterKinds.Cases, RowSets.LateCases, "Ärenden där tidsfristen är överskriden", r => late.Contains(r.Key), stop);
    }

    private async Task<RowSet> AccountsAsync(int year, Period period, CancellationToken stop)
    {
        var figures = AccountFigures.Of(await new FactsReader(db).ReadAsync(year, period, stop));
        var findings = figures?.Findings ?? [];
        return new(RowSets.Accounts, figures is { Matched: false } ? "Konton kan inte jämföras: registret över anställda saknas eller syns inte för dig," : "Konton som avviker från anställningen", ["System", "Anställnings-id", "Roll", "Enhet", "Avvikelse"],
            [.. findings.Select(f => new RowSetRow(f.Account.RowId, [f.Account.System, f.Account.Employee, f.Account.Role, f.Account.Unit, f.Difference], null))]);
    }

    private Task<List<RegisterRow>> RowsAsync(int year, RegisterKind kind, CancellationToken stop) =>
        db.RegisterRows.AsNoTracking().Where(r => r.Register == kind.Key && r.Year == year && r.ReplacedByImportId == null).ToListAsync(stop);
}
