using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

/// <summary>The rules as sentences, for whoever reviews and whoever is reviewed.</summary>
[Needs(Thing.Plans)]
public sealed class RulesModel(VattenpassDb db, Databases databases) : VattenpassPage(db)
{
    public LogSettings Settings { get; private set; } = null!;
    public RulesEffect? Effect { get; private set; }
    public int CasesInUse { get; private set; }
    public bool MayChange => Me.Can(Thing.Plans, Right.Write);

    public async Task OnGetAsync()
    {
        Settings = await Db.LogSettings.AsNoTracking().FirstOrDefaultAsync(Stop) ?? new(Guid.Empty, Guid.Empty);
        if (Settings.Proposed is null) return;
        await using var system = databases.OpenAsSystem("loggregler");
        // Tried on a log after it was proposed: an earlier one tried something else.
        var proposedAt = await system.Trail.AsNoTracking()
            .Where(e => e.ObjectId == Settings.Id)
            .OrderByDescending(e => e.Sequence)
            .Select(e => (DateTimeOffset?)e.At)
            .FirstOrDefaultAsync(Stop);
        var latest = await system.LogImports.AsNoTracking()
            .Where(i => i.State == ImportState.Done && i.Effect != null && i.EndedAt > proposedAt)
            .OrderByDescending(i => i.Id)
            .FirstOrDefaultAsync(Stop);
        if (latest is null) return;
        (Effect, CasesInUse) = (latest.Effect,
            await system.LogCases.CountAsync(c => c.ImportId == latest.Id && c.Kind == CaseKind.Queued, Stop));
    }
}

/// <summary>The numbers of the rules as sentences.</summary>
public static class RuleText
{
    /// <summary>Everything the rules say: two sets that say the same are the same.</summary>
    public static IEnumerable<string> All(ReviewRules r) => Of(r).Concat(r.Mandates.Select(m => m.Sentence));

    public static IEnumerable<string> Of(ReviewRules r) =>
    [
        $"Ett pass räknas från {r.MinutesBeforeShift} minuter före till {r.MinutesAfterShift} minuter efter, för sen dokumentation.",
        $"En enskild hör till enheten {r.HandoverDaysBefore} dagar före och {r.HandoverDaysAfter} dagar efter placeringen. Registren får ligga {r.RegisterLagDays} dagar efter.",
        r.MustBeOnShift
            ? "Är ett schema inläst ska åtkomsten också ligga inom ett pass. Saknas hela passet går det till den som äger schemat och är ingen misstanke."
            : "Åtkomster prövas inte mot arbetspass.",
        $"Minst {r.ShiftPatternClients} enskilda på den egna enheten under minst {r.ShiftPatternMinutes} minuter, utan längre paus än {r.ShiftPatternPause} minuter, är ett pass som saknas i schemat.",
        $"En enhet är användarens egen om den står i bemanningen eller om användaren haft pass där inom {r.OwnUnitDays} dagar.",
        $"Minst {r.ManyUsers} användare utan uppgift hos samma enskilda inom {r.ManyUsersDays} dagar blir ett fall.",
        $"Många enskilda på en timme: fler än {r.ManyClientsFloor} och bland de högsta {r.ManyClientsPerThousand} promillen i rollen.",
        $"{r.DrawnPerUnitAndMonth} förklarade fall lottas per enhet och månad, lika många bland användare med rätt till flera enheter, och lika många bland åtkomster som bara befattningen står bakom.",
        $"Systemförvaltning är rollerna {Prose.List(r.AdministratorRoles)}. Den förklarar en åtkomst bara när det finns ett ärende om den enskilde.",
    ];
}
