using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Routines;

/// <summary>Where a routine stands on a day: its own dates say it, nobody sets it.</summary>
public enum RoutineStanding { Coming, InForce, ReviewDue, RunOut }

/// <summary>
/// A routine of the management system (SOSFS 2011:9 4 kap. 2–4 §§: processes, activities and routines): what it is called, where it lies, whom it
/// is for and who owns it. The text itself lies in the municipality's own document system.
/// </summary>
public sealed class Routine : Root
{
    /// <summary>The process it belongs to, in the municipality's own words.</summary>
    public string Process { get; private set; } = "";
    public string Title { get; private set; } = "";
    /// <summary>Which edition holds, as the document says it: "3", "2026:1".</summary>
    public string Edition { get; private set; } = "";
    public DateOnly ValidFrom { get; private set; }
    /// <summary>The last day it holds; null until somebody says so.</summary>
    public DateOnly? ValidTo { get; private set; }
    /// <summary>By when somebody shall have looked at whether it still holds.</summary>
    public DateOnly? ReviewBy { get; private set; }
    /// <summary>A link, or a document number.</summary>
    public string Place { get; private set; } = "";
    public Guid? OwnerId { get; private set; }
    public Person? Owner { get; private set; }
    /// <summary>The units it is for, each with all below; empty for the whole board.</summary>
    public IReadOnlyList<Guid> ForUnits { get; private set; } = [];
    /// <summary>The controls that test it.</summary>
    public IReadOnlyList<NamedControl> Tests { get; private set; } = [];
    /// <summary>Risks that it is there to meet.</summary>
    public IReadOnlyList<Guid> RiskIds { get; private set; } = [];
    /// <summary>When somebody looked at whether it still holds, oldest first.</summary>
    public IReadOnlyList<RoutineLook> Looks { get; private set; } = [];

    private Routine() { }

    public Routine(Guid id, Guid boardId, RoutineContent content)
    {
        (Id, UnitId) = (id, boardId);
        Describe(content);
    }

    public override bool BelongsTo(Guid personId) => OwnerId == personId;

    /// <exception cref="Refusal">It has no name, process, first day or place, ends before it begins, or its link is none that may be opened.</exception>
    public void Describe(RoutineContent content)
    {
        Process = Refusal.IfEmpty(PlainText.Line(content.Process), "Skriv vilken process rutinen hör till.", nameof(Process));
        Title = Refusal.IfEmpty(content.Title, "Skriv vad rutinen heter.", nameof(Title));
        Place = Refusal.IfEmpty(content.Place, "Skriv var rutinen finns: en länk eller ett dokumentnummer.", nameof(Place));
        Refusal.If(Place.Contains("://", StringComparison.Ordinal) && !IsLink, "Länken ska börja med https:// eller http://.", nameof(Place));
        Refusal.If(content.ValidFrom is null, "Ange från vilken dag rutinen gäller.", nameof(ValidFrom));
        Refusal.If(content.ValidTo < content.ValidFrom, "Rutinen kan inte sluta gälla innan den börjar.", nameof(ValidTo));
        Refusal.If(content.ReviewBy < content.ValidFrom, "Översynen ligger före den dag rutinen börjar gälla.", nameof(ReviewBy));
        Refusal.If(content.ReviewBy > content.ValidTo, "Översynen ligger efter den sista dag som rutinen gäller. Ta bort eller ändra en av dem.", nameof(ReviewBy));
        (Edition, OwnerId) = (content.Edition.Trim(), content.OwnerId);
        (ValidFrom, ValidTo, ReviewBy) = (content.ValidFrom!.Value, content.ValidTo, content.ReviewBy);
        (ForUnits, Tests, RiskIds) = ([.. content.ForUnits.Distinct()], [.. content.Tests.DistinctBy(t => t.ControlId)], [.. content.RiskIds.Distinct()]);
    }

    /// <summary>Somebody has looked at whether it still holds. One that must be changed stays to be looked over until it has a new edition.</summary>
    /// <param name="next">By when it shall be looked over again.</param>
    /// <exception cref="Refusal">Nothing is chosen, what is to be changed is not told, or the next day is not after today or not while it holds.</exception>
    public void LookOver(bool? holds, DateOnly? next, string note, string byName, DateOnly today)
    {
        Refusal.If(StandingOn(today) is RoutineStanding.RunOut, $"Rutinen upphörde att gälla {ValidTo:yyyy-MM-dd}. Ändra den dagen om den ska gälla vidare.");
        Refusal.If(holds is null, "Välj om rutinen håller.", "Holds");
        Refusal.If(holds is false && note.Trim().Length == 0, "Skriv vad som behöver ändras.", "Note");
        if (holds is true)
        {
            Refusal.If(next is null, "Ange när rutinen ska ses över nästa gång.", nameof(ReviewBy));
            Refusal.If(next <= today, "Nästa översyn ska ligga efter i dag.", nameof(ReviewBy));
            Refusal.If(next > ValidTo, $"Rutinen gäller till och med {ValidTo:yyyy-MM-dd}. Nästa översyn ska ligga före dess.", nameof(ReviewBy));
            ReviewBy = next;
        }
        Looks = [.. Looks, new(today, byName, Edition, holds!.Value, note.Trim())];
    }

    /// <summary>Whoever looked it over last found that this very edition must be changed.</summary>
    public bool MustChange => Looks is [.., { Holds: false } last] && last.Edition == Edition;

    /// <summary>The place can be opened.</summary>
    public bool IsLink => Uri.TryCreate(Place, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);

    /// <summary>It is, or is no longer, there to meet a risk.</summary>
    public void Meet(Guid riskId, bool isThere)
    {
        if (RiskIds.Contains(riskId) != isThere) RiskIds = isThere ? [.. RiskIds, riskId] : [.. RiskIds.Where(r => r != riskId)];
    }

    public bool HeldOn(DateOnly day) => day >= ValidFrom && !(day > ValidTo);

    /// <summary>It is for the whole board, or for one of the units in the line of a unit.</summary>
    /// <param name="line">The unit and all above it.</param>
    public bool IsFor(IEnumerable<Guid> line) => ForUnits.Count == 0 || line.Any(ForUnits.Contains);

    public RoutineStanding StandingOn(DateOnly day) =>
        ValidTo < day ? RoutineStanding.RunOut
        : ValidFrom > day ? RoutineStanding.Coming
        : ReviewBy < day || MustChange ? RoutineStanding.ReviewDue
        : RoutineStanding.InForce;

    /// <summary>A control tests it when it was named as one that does, or is the same control in another year's plan.</summary>
    public bool IsTestedBy(Control control) => Tests.Any(t => t.Names(control));
}

/// <summary>Somebody looked a routine over, in the edition it then had.</summary>
/// <param name="Note">What must be changed, or anything else worth knowing.</param>
public sealed record RoutineLook(DateOnly On, string ByName, string Edition, bool Holds, string Note);

/// <summary>All that is stated of a routine.</summary>
public sealed record RoutineContent(string Process, string Title, string Place, DateOnly? ValidFrom)
{
    public string Edition { get; init; } = "";
    public DateOnly? ValidTo { get; init; }
    public DateOnly? ReviewBy { get; init; }
    public Guid? OwnerId { get; init; }
    public IReadOnlyList<Guid> ForUnits { get; init; } = [];
    public IReadOnlyList<NamedControl> Tests { get; init; } = [];
    public IReadOnlyList<Guid> RiskIds { get; init; } = [];
}

public static class RoutineStandings
{
    public static string Swedish(this RoutineStanding standing) => standing switch
    {
        RoutineStanding.Coming => "gäller inte än",
        RoutineStanding.InForce => "gäller",
        RoutineStanding.ReviewDue => "ska ses över",
        RoutineStanding.RunOut => "har upphört att gälla",
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>A deviation is about a routine: it was not followed, not known, or is not good enough.</summary>
public sealed class RoutineFinding : Root
{
    public Guid RoutineId { get; private set; }
    public Routine Routine { get; private set; } = null!;
    public Guid DeviationId { get; private set; }

    private RoutineFinding() { }

    public RoutineFinding(Guid id, Routine routine, Deviations.Deviation deviation)
    {
        (Id, UnitId, Field) = (id, deviation.UnitId, deviation.Field);
        (RoutineId, Routine, DeviationId) = (routine.Id, routine, deviation.Id);
    }

    public void Name(Routine routine) => (RoutineId, Routine) = (routine.Id, routine);
}
