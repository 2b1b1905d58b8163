using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

[Needs(Thing.People)]
public sealed class IndexModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public int People { get; private set; }
    public int Units { get; private set; }
    public int Waiting { get; private set; }

    /// <summary>Titles that the adopted plan counts on and nobody holds today, each with what it is for.</summary>
    public IReadOnlyList<(string Title, string For)> Gaps { get; private set; } = [];

    public async Task OnGetAsync()
    {
        (People, Units, Waiting) = (await Db.People.CountAsync(Stop), await Db.Units.CountAsync(Stop),
            await Db.Assignments.CountAsync(a => a.AwaitsSecond, Stop));
        await using var system = databases.OpenAsSystem("befattningar");
        var controls = await system.Plans.AsNoTracking()
            .Where(p => p.Year == Today.Year && p.Status == PlanStatus.Adopted)
            .SelectMany(p => p.Controls)
            .OrderBy(c => c.Order)
            .ToListAsync(Stop);
        var assignments = (await system.Assignments.AsNoTracking().Include(a => a.Title).Include(a => a.Person).ToListAsync(Stop))
            .Where(a => a.HoldsOn(Today) && a.Person.WorksOn(Today))
            .ToList();
        var held = assignments.Select(a => a.Title.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Gaps = [.. RoleGaps(assignments, controls), .. controls.SelectMany(c => CommaList.Read(c.ToldTitles).Select(t => (Title: t, For: $"får veta vid avvikelse i {c.Title}"))
                .Concat(CommaList.Read(c.PerformerTitles).Select(t => (Title: t, For: $"gör {c.Title}")))
                .Concat(CommaList.Read(c.OfficerTitles).Select(t => (Title: t, For: $"rapporterar {c.Title}")))
                .Concat(CommaList.Read(c.ReportingTitles).Select(t => (Title: t, For: $"får rapporten om {c.Title}"))))
            .Where(g => g.Title.Length > 0 && !held.Contains(g.Title))
            .GroupBy(g => g.Title, StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, Prose.Some([.. g.Select(x => x.For).Distinct()], 3)))
            .OrderBy(g => g.Key, SwedishOrder.Comparer)];
    }

    /// <summary>Steps that a role takes, and that nobody can take while none holds it.</summary>
    private static IEnumerable<(string, string)> RoleGaps(List<Assignment> assignments, List<Control> controls)
    {
        List<(Role Role, string For)> steps =
        [
            (Role.DepartmentHead, "föreslår planen, undertecknar rapporter och tar emot listan över det som inte är gjort"),
            (Role.Registrar, "antecknar nämndens beslut och diarieför rapporter"),
            (Role.Administrator, "lägger upp personer och uppdrag"),
        ];
        if (controls.Exists(c => c.DoneBy is DoneBy.Log)) steps.Add((Role.LogReviewer, "granskar loggfall när chefen inte kan"));
        foreach (var (role, what) in steps.Where(s => assignments.TrueForAll(a => a.Title.Role != s.Role)))
            yield return ($"Rollen {role.Swedish()}", what);
        var approved = controls.Where(c => c.NeedsApproval).Select(c => c.Title).ToList();
        if (approved.Count > 0 && assignments.TrueForAll(a => !RoleNames.Leaders.Contains(a.Title.Role)))
            yield return ("Chef på någon nivå", $"godkänner {Prose.Some(approved, 3)}");
    }
}
