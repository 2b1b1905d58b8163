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

    private Guid? Closed => Superiors.Tree.Find(Of)?.Id;

    /// <summary>Whoever leads above a unit that closes: they still reach what stays on record there.</summary>
    public Guid? LeaderAbove => Superiors.Tree.Find(Of)?.ParentId is { } parent ? Superiors.Above(parent, null) : null;

    /// <summary>Whoever leads what has succeeded the unit, or the nearest above it.</summary>
    public Guid? LeaderAfter => SuccessorUnit is { } next ? Superiors.Above(next.Id, null) : LeaderAbove;

    /// <summary>May go on with it when the unit is no more, by other assignments or by the same at its successor.</summary>
    public bool GoesOn(Guid? personId, Thing thing, Root row) =>
        personId is { } id && Superiors.MayDo(id, thing, row, NextDay, Closed, SuccessorUnit?.Id);

    /// <summary>The successor, or the nearest above the unit, or a log reviewer: who may judge it and is not whom it is about. Null when there is nobody.</summary>
    public Person? ReviewerOf(LogCase found)
    {
        var unit = SuccessorUnit?.Id ?? found.AtUnit;
        IEnumerable<Guid> candidates =
        [
            .. Successor is null ? [] : new[] { Successor.Id },
            .. Superiors.Holding(Role.UnitManager, unit),
            .. Superiors.Holding(Role.AreaManager, unit),
            .. Superiors.Holding(Role.LogReviewer, unit),
        ];
        return candidates.Where(c => c != Of && GoesOn(c, Thing.LogReviews, found))
            .Select(c => People[c])
            .FirstOrDefault(p => !found.IsAbout(p));
    }

    public Guid? StandInFor(Absence absence) =>
        Successor is { } successor && successor.Id != absence.PersonId ? successor.Id
        : Superiors.Above(absence.AtUnit, absence.PersonId) is { } leader && leader != Of ? leader : null;

    /// <summary>The successor does the same itself.</summary>
    public bool IsDoneBySuccessor(Occasion occasion) => SuccessorUnit is { } next
        && DoneBySuccessor.Contains(OccasionKey.Of(occasion.ControlId, next.Id, occasion.ObjectKey, occasion.PeriodKey));

    /// <summary>Goes to the successor; ends where the successor does the same already, or by decision where there is none.</summary>
    public void PassOn(Occasion occasion)
    {
        // A period that had ended was for the unit to do: without a successor it stays, and whoever leads above may still do it.
        if (SuccessorUnit is null && occasion.To <= LastDay) return;
        if (SuccessorUnit is null) occasion.Remove(LastDay, DecidedBy, Reason);
        else if (IsDoneBySuccessor(occasion)) occasion.End(LastDay, $"enheten upphörde och {SuccessorUnit.Name} har samma kontroll");
        else occasion.GoTo(SuccessorUnit.Id);
    }

    /// <summary>Ends with the unit; whoever had it has the same at the successor from the next day. One that waits for a second person is given anew.</summary>
    public IEnumerable<Entity> Renew(Assignment assignment)
    {
        var (from, until) = (assignment.From > NextDay ? assignment.From : NextDay, assignment.To);
        Leave(assignment);
        if (SuccessorUnit is { } next
            && !assignment.AwaitsSecond
            && !Superiors.Holds(assignment.PersonId, assignment.TitleId, next.Id, from))
            yield return new Assignment(NewId(), assignment.Person, assignment.Title, next.Id, from, until, givenBy: null);
    }

    /// <summary>Ends on the last day; one that has not begun by then never holds.</summary>
    public void Leave(Assignment assignment)
    {
        if (assignment.From > LastDay) assignment.Withdraw();
        else assignment.End(LastDay);
    }

    public IEnumerable<Entity> MoveBelow(Unit below)
    {
        Refusal.If(SuccessorUnit is null, $"{below.Name} ligger under enheten. Flytta den först, eller välj vad som ersätter enheten.", "SuccessorId");
        return below.MoveFrom(Of, SuccessorUnit!.Id, NextDay, NewId) is { } made ? [made] : [];
    }
}
