namespace Vattenpass.Domain.LogReviews;

/// <summary>A whole working shift that the schedule lacks: something for the schedule's owner, never a suspicion.</summary>
public sealed record UnregisteredShift(int User, int Unit, AccessEvent First, AccessEvent Last);

/// <summary>
/// Finds accesses outside every shift that together look like a working shift at the own unit: many enough of its clients,
/// for long enough, without too long a pause. They are taken out of what a person has to review.
/// </summary>
public static class UnregisteredShifts
{
    /// <param name="events">Sorted by user, then instant.</param>
    /// <returns>The shifts, how many accesses they took with them per unit and month, and the accesses that are left.</returns>
    /// <param name="unitName">Told apart by name where two are as likely: the numbers differ from run to run.</param>
    public static (List<UnregisteredShift> Found, Dictionary<(int Unit, int Month), int> Folded,
        List<AccessEvent> Left) Fold(IEnumerable<AccessEvent> events, Explainer explainer, Func<int, string> unitName)
    {
        var rules = explainer.Rules;
        List<UnregisteredShift> found = [];
        Dictionary<(int, int), int> folded = [];
        List<AccessEvent> left = [], session = [];
        foreach (var access in events)
        {
            if (!access.OffShift) { left.Add(access); continue; }
            if (session.Count > 0 && (session[^1].User != access.User
                || access.Instant - session[^1].Instant > rules.ShiftPatternPause * 60))
                Close();
            session.Add(access);
        }
        Close();
        return (found, folded, left);

        void Close()
        {
            // A row that has its explanation can be part of a shift; one that has none only where the unit is the user's own.
            var seen = session.Select(e => (Event: e, Unit: OwnUnit(e, explainer))).ToList();
            var own = seen.Where(e => e.Unit >= 0).ToList();
            var isShift = LooksLikeShift(own, rules);
            if (isShift)
            {
                var unit = own.GroupBy(s => s.Unit)
                    .OrderByDescending(g => g.Count())
                    .ThenBy(g => unitName(g.Key), StringComparer.Ordinal)
                    .First().Key;
                found.Add(new(own[0].Event.User, unit, own[0].Event, own[^1].Event));
                foreach (var (access, _) in own) folded[access.UnitMonth] = folded.GetValueOrDefault(access.UnitMonth) + 1;
            }
            left.AddRange(seen.Where(e => !isShift || e.Unit < 0).Select(e => e.Event));
            // The shift explains them, but an own record or a protected identity is looked at whatever explains it.
            if (isShift)
                left.AddRange(own.Select(o => o.Event)
                    .Where(e => explainer.QueuesAlone(e))
                    .Select(e => e with { Found = e.Found | Explanations.UnregisteredShift, OffShift = false }));
            session.Clear();
        }
    }

    private static bool LooksLikeShift(List<(AccessEvent Event, int Unit)> own, ReviewRules rules) => own.Count > 0
        && own[^1].Event.Instant - own[0].Event.Instant >= rules.ShiftPatternMinutes * 60
        && own.Select(o => o.Event.Client).Distinct().Count() >= rules.ShiftPatternClients;

    private static int OwnUnit(AccessEvent access, Explainer explainer) =>
        explainer.OwnUnitOf(access.User, access.Client, access.Day) is >= 0 and var own
            ? own
            : !access.HasNoExplanation ? access.Unit
            : -1;
}
