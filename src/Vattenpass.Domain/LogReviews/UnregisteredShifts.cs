namespace Vattenpass.Domain.LogReviews;

/// <summary>A whole working shift that the schedule lacks: something for the schedule's owner, never a suspicion.</summary>
public sealed record UnregisteredShift(int User, int Unit, AccessEvent First, AccessEvent Last, int Rows);

/// <summary>What became of the accesses outside every shift. Elsewhere are among those left.</summary>
public sealed record FoldedShifts(IReadOnlyList<UnregisteredShift> Found, IReadOnlyList<AccessEvent> Folded, IReadOnlyList<AccessEvent> Left, IReadOnlySet<AccessEvent> Elsewhere);

/// <summary>
/// Finds accesses outside every shift that together look like a working shift at the own unit: many enough of its clients,
/// for long enough, without too long a pause. They are taken out of what a person has to review. The same pattern at a unit
/// that is not the user's own stays, and speaks for a borrowed shift.
/// </summary>
public static class UnregisteredShifts
{
    /// <param name="events">Sorted by user, then instant.</param>
    public static FoldedShifts Fold(IReadOnlyList<AccessEvent> events, Explainer explainer)
    {
        var rules = explainer.Rules;
        List<UnregisteredShift> found = [];
        List<AccessEvent> folded = [], left = [], session = [];
        HashSet<AccessEvent> elsewhere = [];
        foreach (var access in events)
        {
            if (!access.OffShift) { left.Add(access); continue; }
            if (session.Count > 0 && (session[^1].User != access.User || access.Instant - session[^1].Instant > rules.ShiftPatternPause * 60)) Close();
            session.Add(access);
        }
        Close();
        return new(found, folded, left, elsewhere);

        void Close()
        {
            // A row that has its explanation can be part of a shift; one that has none only where the unit is the user's own.
            var own = session.Select(e => (Event: e, Unit: OwnUnit(e, explainer))).Where(e => e.Unit >= 0).ToList();
            var isShift = LooksLikeShift([.. own.Select(o => o.Event)], rules);
            if (isShift)
            {
                var unit = own.GroupBy(s => s.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
                found.Add(new(own[0].Event.User, unit, own[0].Event, own[^1].Event, own.Count));
                folded.AddRange(own.Select(o => o.Event));
            }
            var rest = isShift ? session.Except(own.Select(o => o.Event)).ToList() : session;
            foreach (var unit in rest.Where(e => e.Found == Explanations.None && explainer.Serves(e.Unit, e.Client, e.Day)).GroupBy(e => e.Unit))
                if (LooksLikeShift([.. unit], rules)) elsewhere.UnionWith(unit);
            left.AddRange(rest);
            session.Clear();
        }
    }

    private static int OwnUnit(AccessEvent access, Explainer explainer) =>
        explainer.OwnUnitOf(access.User, access.Client, access.Day) is >= 0 and var own ? own : access.Found != Explanations.None ? access.Unit : -1;

    private static bool LooksLikeShift(List<AccessEvent> session, ReviewRules rules) =>
        session.Count > 0 && session[^1].Instant - session[0].Instant >= rules.ShiftPatternMinutes * 60
        && session.Select(e => e.Client).Distinct().Count() >= rules.ShiftPatternClients;
}
