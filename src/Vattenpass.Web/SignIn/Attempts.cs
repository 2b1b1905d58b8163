namespace Vattenpass.Web.SignIn;

/// <summary>
/// Slows down guessing, a source and an account at a time, so that somebody else's guesses lock nobody out. A guess is counted before it is
/// tried: many at once are many. Kept in memory, so each instance counts its own.
/// </summary>
public sealed class Attempts(TimeProvider clock)
{
    private const int Free = 5, FreeOfSource = 200, MostKept = 20_000;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10), LongestWait = TimeSpan.FromMinutes(15);
    private readonly Dictionary<(string Source, string? Account), Guesses> all = [];
    private readonly Lock gate = new();

    /// <summary>How long to wait, or null when the guess may be tried; it is then counted.</summary>
    public TimeSpan? Begin(string source, string account)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (all.Count > MostKept)
                foreach (var old in all.Where(g => g.Value.Until + LongestWait < now).Select(g => g.Key).ToList()) all.Remove(old);
            var (one, whole) = (Of((source, account), now), Of((source, null), now));
            var until = one.Until > whole.Until ? one.Until : whole.Until;
            if (until > now) return until - now;
            one.Count(now, Free);
            whole.Count(now, FreeOfSource);
            return null;
        }
    }

    public void Succeeded(string source, string account)
    {
        lock (gate)
        {
            all.Remove((source, account));
            if (all.GetValueOrDefault((source, null)) is { } whole) whole.Forgive();
        }
    }

    private Guesses Of((string, string?) key, DateTimeOffset now)
    {
        if (!all.TryGetValue(key, out var found) || found.Last + LongestWait < now && found.Until < now) all[key] = found = new();
        return found;
    }

    private sealed class Guesses
    {
        private int count;
        public DateTimeOffset Last { get; private set; }
        public DateTimeOffset Until { get; private set; }

        /// <summary>It was right after all.</summary>
        public void Forgive() => count--;

        public void Count(DateTimeOffset now, int free)
        {
            Last = now;
            if (++count < free) return;
            var wait = FirstWait * Math.Pow(2, Math.Min(count - free, 10));
            Until = now + (wait < LongestWait ? wait : LongestWait);
        }
    }
}
