using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Deviations;

/// <summary>Deviations by whose turn it is. What a kind of deviation demands besides, it says itself (<see cref="Matter"/>).</summary>
public sealed class DeviationsToDo : ToDoSource
{
    private const int DaysToInformChair = 30;

    public override async Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look)
    {
        if (!look.Me.Can(Thing.Deviations, Right.Read)) return [];
        var open = await look.Db.Deviations.AsNoTracking().Where(d => !d.Withdrawn && d.ClosedOn == null)
            .OrderByDescending(d => d.Severity).ThenBy(d => d.FoundOn).ThenBy(d => d.Id).ToListAsync(look.Stop);
        var decided = open.Where(d => look.Me.May(Thing.Deviations, Right.Decide, d)).ToList();
        return
        [
            .. Untouched(decided.Count(d => d.IsUntouched)),
            .. decided.Where(d => d.WhyNotClose(look.Me.PersonId) is null)
            .Select(d => Item(d, look, "Utredd och återkopplad: avsluta", d.Severity is Severity.Serious)),
            .. open.Where(d => d.InvestigatorId is { } given && look.Me.Selves.Contains(given) && !d.IsHome)
            .OrderBy(d => d.FoundOn)
            .Select(d => Item(d, look, ToInvestigate(d), d.IsUntouched)),
            .. decided.Where(d => look.Me.IsLeader && d.Left.Any(s => s.Turn is Turn.Leader))
            .Select(d => Item(d, look, $"Ge {d.Left.First(s => s.Turn is Turn.Leader).What}", isDanger: true)),
            .. ToReceive(open.Count(d => d.Matter is { } matter
                && look.Me.May(matter.Thing, Right.Decide, d)
                && (matter.IsSimple || d.Left.Any(s => s.Turn is Turn.Specialist)))),
            .. open.Where(d => ToTellTheChair(d, look))
            .Select(d => Item(d, look, "Allvarlig: ta ställning till om ordföranden ska informeras",
                isDanger: true) with { Status = "allvarlig" }),
        ];
    }

    private static IEnumerable<ToDoItem> Untouched(int count)
    {
        if (count == 0) yield break;
        var title = $"Utredningen av {Prose.Count(count, "avvikelse", "avvikelser")} är inte påbörjad";
        yield return new(ToDoPart.Decision, title, count == 1 ? "Ingen utreder den än" : "Ingen utreder dem än", count == 1 ? "inte påbörjad" : "inte påbörjade", "danger", "/avvikelser?visa=ororda");
    }

    private static IEnumerable<ToDoItem> ToReceive(int count)
    {
        if (count == 0) yield break;
        var title = $"{Prose.Capital(Prose.Count(count, "avvikelse", "avvikelser"))} att svara på eller kvittera";
        yield return new(ToDoPart.Decision, title, "Avvikelser i läkemedelsförråd", "väntar", "info", "/lakemedel");
    }

    private static string ToInvestigate(Deviation deviation)
    {
        var subject = deviation.Matter is { Subject.Length: > 0 } matter ? $"{matter.Subject}. " : "";
        return $"{subject}Utred och återkoppla{(deviation.Matter is { FedBackTo.Length: > 0 } told ? $" till {told.FedBackTo}" : "")}";
    }

    private static bool ToTellTheChair(Deviation deviation, ToDoLook look) =>
        look.Me.Has(Role.DepartmentHead) && deviation is { Severity: Severity.Serious, ChairInformedOn: null, IsImported: false }
        && deviation.FoundOn >= look.Today.AddDays(-DaysToInformChair);

    private static ToDoItem Item(Deviation deviation, ToDoLook look, string detail, bool isDanger) => new(
        ToDoPart.Decision, $"{Prose.Capital(deviation.Kind)}, {deviation.Place(look.Tree)}", detail, deviation.StatusText,
        isDanger ? "danger" : "warning", $"/avvikelser/{deviation.Id}");
}
