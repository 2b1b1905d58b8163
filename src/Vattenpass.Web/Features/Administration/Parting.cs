using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Administration;

/// <summary>Somebody leaves, or a unit closes: who or what, when, and what comes instead.</summary>
public sealed record Parting(Guid Of, DateOnly LastDay, Superiors Superiors, IReadOnlyDictionary<Guid, Person> People, Func<Guid> NewId, DateTimeOffset At)
{
    private DateOnly NextDay => LastDay.AddDays(1);

    public Person? Successor { get; init; }
    public Unit? SuccessorUnit { get; init; }
    public string DecidedBy { get; init; } = "";
    public string Reason { get; init; } = "";
    /// <summary>What the successor of a unit has already been given to do.</summary>
    public IReadOnlySet<OccasionKey> DoneBySuccessor { get; init; } = new HashSet<OccasionKey>();

    /// <summary>Who leads what has succeeded the unit, or the nearest above it.</summary>
    public Guid? LeaderAfter =>
        Superiors.Tree.SelfAndAbove(SuccessorUnit?.Id ?? Superiors.Tree.Find(Of)?.ParentId ?? Of)
            .Select(u => Superiors.Above(u, null))
            .FirstOrDefault(p => p is not null);

    /// <summary>Has an assignment elsewhere, or goes with the unit to its successor.</summary>
    public bool StaysOn(Guid personId) =>
        SuccessorUnit is not null && Superiors.MayAct(personId, Thing.Mine) || Superiors.HoldsElsewhere(personId, Of, NextDay);

    /// <summary>The successor, or the nearest above the unit, or a log reviewer: who may judge it and is not whom it is about. Null when there is nobody.</summary>
    public Person? ReviewerOf(LogCase found)
    {
        var unit = found.UnitId ?? Superiors.Tree.Root?.Id ?? Guid.Empty;
        IEnumerable<Guid> candidates =
        [
            .. Successor is null ? [] : new[] { Successor.Id },
            .. Superiors.Holding(Role.UnitManager, SuccessorUnit?.Id ?? unit),
            .. Superiors.Holding(Role.AreaManager, unit),
            .. Superiors.Holding(Role.LogReviewer, unit),
        ];
        return candidates.Where(c => c != Of && Superiors.MayAct(c, Thing.LogReviews, NextDay))
            .Select(c => People[c])
            .FirstOrDefault(p => !found.IsAbout(p));
    }

    /// <summary>Goes to the successor; ends where the successor does the same already, or by decision where there is none.</summary>
    public void PassOn(Occasion occasion)
    {
        if (SuccessorUnit is null) occasion.Remove(LastDay, DecidedBy, Reason);
        else if (DoneBySuccessor.Contains(OccasionKey.Of(occasion.ControlId, SuccessorUnit.Id, occasion.ObjectKey, occasion.PeriodKey)))
            occasion.End(LastDay, $"enheten upphörde och kontrollen görs på {SuccessorUnit.Name}");
        else occasion.GoTo(SuccessorUnit.Id);
    }

    /// <summary>Ends with the unit; whoever had it has the same at the successor from the next day.</summary>
    public IEnumerable<Entity> Renew(Assignment assignment)
    {
        var until = assignment.To;
        assignment.End(LastDay);
        if (SuccessorUnit is { } next && !Superiors.Holds(assignment.PersonId, assignment.TitleId, next.Id, NextDay))
            yield return new Assignment(NewId(), assignment.Person, assignment.Title, next.Id, NextDay, until, givenBy: null);
    }

    public IEnumerable<Entity> MoveBelow(Unit below)
    {
        Refusal.If(SuccessorUnit is null, $"{below.Name} ligger under enheten. Flytta den först, eller välj vad som ersätter enheten.", "SuccessorId");
        yield return below.Describe(NewId(), below.Name, SuccessorUnit!.Id, NextDay > below.From ? NextDay : below.From);
    }
}
