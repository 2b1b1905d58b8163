using Vattenpass.Web.Features.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Medicines;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Registers;

/// <summary>Deviations that imported rows tell of. One whose row was changed or ended is withdrawn and stays to be read.</summary>
public sealed class ImportedDeviations(VattenpassDb db, OrganisationInUse organisation, ImportedOutcomes outcomes)
{
    public async Task<int> ApplyAsync(List<RowChange> changes, CancellationToken stop)
    {
        var goneIds = changes.Where(c => !c.IsUnchanged && c.Was is not null).Select(c => (Guid?)c.Was!.Id).ToList();
        var gone = await db.Deviations.Where(d => d.OriginKind == OriginKind.RegisterRow && goneIds.Contains(d.OriginId) && !d.Withdrawn).ToListAsync(stop);
        var made = new List<Deviation>();
        foreach (var change in changes.Where(c => c.IsNew))
            made.AddRange(Of(change.Kind, change.Now!).Where(deviation => !Follows(deviation, gone)));
        gone.ForEach(d => d.Withdraw());
        db.Deviations.AddRange(made);
        return made.Count;
    }

    /// <summary>The same fault read in again, perhaps further on: the one that is here goes on, with all that was done to it.</summary>
    private static bool Follows(Deviation now, List<Deviation> gone)
    {
        var same = gone.FirstOrDefault(d => (d.ControlKey, d.ObjectKey, d.Kind, d.PeriodKey, d.UnitId) == (now.ControlKey, now.ObjectKey, now.Kind, now.PeriodKey, now.UnitId));
        if (same is null) return false;
        same.FollowRow(now.OriginId!.Value, now.Description, now.Investigation, now.FeedbackGiven);
        gone.Remove(same);
        return true;
    }

    private IEnumerable<Deviation> Of(RegisterKind kind, RegisterRow row) =>
        kind == RegisterKinds.DrugDeviations ? [DrugDeviation(row)]
        : kind == RegisterKinds.PhoneChecks && row.Yes("avvikelse") ? [PhoneDeviation(row)]
        : kind == RegisterKinds.LogChecks ? Enumerable.Range(0, row.Number("avvikelser")).Select(_ => LogDeviation(row))
        : [];

    private Deviation DrugDeviation(RegisterRow row)
    {
        var unit = outcomes.Store(row["förråd"])?.UnitId ?? organisation.RootId;
        var balance = row["journalsaldo"].Length > 0 ? $", journalsaldo {row["journalsaldo"]}, räknat {row["räknat_saldo"]}" : "";
        var deviation = Make(row, new(unit, Field.HealthCare, row["avvikelsetyp"], row["preparat"] + balance, Severity.Minor, Period.Month(row["period"]).To, row["period"],
            outcomes.Find("lakemedel", unit, row["förråd"], row["period"])?.Id, "lakemedel", row["förråd"]));
        deviation.TakeOver(Investigation(row["utredning"]), row.Yes("återkopplad_MAS"));
        return deviation;
    }

    private Deviation PhoneDeviation(RegisterRow row)
    {
        var date = row.Date("datum")!.Value;
        var term = $"{date.Year}-{(row["termin"] == "vår" ? "H1" : "H2")}";
        var deviation = Make(row, new(row.UnitId!.Value, Field.SocialServices, row["iakttagelse"].Length > 0 ? row["iakttagelse"] : "uppgift saknas", $"Telefon {row["telefon-id"]}", row.Yes("allvarlig") ? Severity.Serious : Severity.Minor, date, term,
            outcomes.Find("mobiltelefoner", row.UnitId.Value, "", term)?.Id, "mobiltelefoner", row["telefon-id"]));
        deviation.TakeOver(InvestigationState.NotStarted, false);
        return deviation;
    }

    private Deviation LogDeviation(RegisterRow row)
    {
        var deviation = Make(row, new(row.UnitId!.Value, Field.Access, row["kommentar"].Length > 0 ? row["kommentar"] : "obehörig åtkomst", row["system"], Severity.Minor, Period.Month(row["månad"]).To, row["månad"],
            outcomes.Find("loggkontroll", row.UnitId.Value, "", row["månad"])?.Id, "loggkontroll"));
        deviation.TakeOver(InvestigationState.NotStarted, false);
        return deviation;
    }

    private Deviation Make(RegisterRow row, DeviationContent content)
    {
        var deviation = new Deviation(db.NewId(), content with { Origin = Origin.RegisterRow(row.Id) }, null, db.Now);
        if (Matters.Of(deviation, db.NewId) is { } matter) deviation.Raise(matter);
        deviation.TakeOver(InvestigationState.NotStarted, false);
        return deviation;
    }

    private static InvestigationState Investigation(string text) => text.ToLowerInvariant() switch
    {
        "pågår" or "pågående" => InvestigationState.Ongoing,
        "avslutad" or "klar" or "ja" => InvestigationState.Concluded,
        _ => InvestigationState.NotStarted,
    };
}
