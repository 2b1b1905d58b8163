using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Deviations;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.LogReviews, Right.Write)]
public sealed class FindUnauthorisedModel(VattenpassDb db, Databases databases) : CasePage<UnauthorisedInput>(db)
{
    public Task<IActionResult> OnPostAsync(Guid id) => JudgeAsync(databases, id, async () =>
    {
        Case.RaiseTo(await UnitAsync());
        var deviation = Db.Report(await ContentAsync(), Me.PersonId);
        Case.FindUnauthorised(Input.Reason ?? "",
            new(Input.IsIncidentReported, Input.Incident ?? "", Input.IsLexSarah, Input.LexSarah ?? "", Input.IsPolice, Input.Police ?? "",
                Input.IsRestricted, Input.Restriction ?? ""),
            deviation.Id, Me.PersonId, Db.Now);
    }, "Åtkomsten är bedömd som obehörig och är nu en avvikelse.");

    /// <summary>The nearest unit that nobody leads whom the case is about: its own, mostly.</summary>
    private async Task<Guid> UnitAsync()
    {
        await using var system = databases.OpenAsSystem("loggkontroll");
        var superiors = await Superiors.ReadAsync(system, Stop);
        var about = (await system.People.AsNoTracking()
            .Where(p => p.EmployeeId != "")
            .ToListAsync(Stop)).Where(p => Case.Users.Contains(p.EmployeeId, StringComparer.OrdinalIgnoreCase))
            .Select(p => p.Id)
            .ToHashSet();
        return superiors.Tree.SelfAndAbove(Case.AtUnit)
            .FirstOrDefault(u => !RoleNames.Leaders.SelectMany(r => superiors.Holding(r, u)).Any(about.Contains), superiors.Tree.Root!.Id);
    }

    /// <summary>The deviation names neither user nor client: those stand in the case, for those who may open it.</summary>
    private async Task<DeviationContent> ContentAsync()
    {
        await using var system = databases.OpenAsSystem("loggkontroll");
        var occasion = await system.Occasions.Where(o => o.UnitId == Case.UnitId
            && o.PeriodKey == Case.PeriodKey
            && o.Control.DoneBy == DoneBy.Log)
            .Select(o => (Guid?)o.Id)
            .FirstOrDefaultAsync(Stop);
        return new(Case.AtUnit, Field.Access, "obehörig åtkomst",
            $"Loggfall {Case.Number}: {Case.Reason}, {Prose.Number(Case.AccessCount, "åtkomst", "åtkomster")} i {Case.System}.",
            Case.Strength is CaseStrength.Strong ? Severity.Serious : Severity.Minor,
                Today, Case.PeriodKey, occasion, LogControl.ControlKey, "",
                $"{(Input.IsRestricted ? "Behörigheten begränsades. " : "")}{(Input.IsIncidentReported ? "Personuppgiftsincidenten är anmäld i incidentkanalen." : $"Personuppgiftsincidenten är bedömd, inte anmäld. Ska den anmälas till IMY är sista tid {SwedishTime.Text(Case.IncidentBefore ?? Db.Now)}.")}",
                Origin.LogCase(Case.Id));
    }
}

public sealed class UnauthorisedInput
{
    public string? Reason { get; set; }
    public bool IsIncidentReported { get; set; }
    public string? Incident { get; set; }
    public bool IsLexSarah { get; set; }
    public string? LexSarah { get; set; }
    public bool IsPolice { get; set; }
    public string? Police { get; set; }
    public bool IsRestricted { get; set; }
    public string? Restriction { get; set; }
}
