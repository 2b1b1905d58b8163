using Vattenpass.Domain.Registers;

namespace Vattenpass.Domain.Occasions;

/// <summary>
/// The list of an occasion: what is to be checked, one row an object. When the last row is answered the outcome registers
/// itself, so nothing is left to remember.
/// </summary>
public sealed partial class Occasion
{
    private readonly List<Check> checks = [];

    public IReadOnlyList<Check> Checks => checks;
    public bool HasList => checks.Count > 0;
    public int Waiting => checks.Count(c => c.Waits);

    /// <summary>What a row is called in deviations, comments and reports; see <see cref="RegisterKinds.RowName"/>.</summary>
    public string NameOf(Check check)
    {
        var name = RegisterKinds.RowName(Control.Register, check.ObjectKey);
        return name == RegisterKinds.FullName(check.ObjectKey) ? name : $"{name} (rad {check.Number})";
    }

    /// <summary>Puts objects on the list in the order they were drawn. Those already there stay.</summary>
    public IReadOnlyList<Check> PutOnList(IEnumerable<string> keys, Func<Guid> newId)
    {
        MustBeUndone();
        List<Check> added = [];
        foreach (var key in keys.Where(k => checks.TrueForAll(c => c.ObjectKey != k)))
        {
            var check = new Check(newId(), this, key, checks.Count + 1);
            checks.Add(check);
            added.Add(check);
        }
        return added;
    }

    /// <summary>A new draw: the old list, which nobody has begun on, gives way.</summary>
    public IReadOnlyList<Check> ReplaceList(IEnumerable<string> keys, Func<Guid> newId)
    {
        Refusal.If(checks.Exists(c => c.IsAnswered), "Kontrollen är påbörjad. Listan kan inte bytas.");
        checks.Clear();
        return PutOnList(keys, newId);
    }

    public Check OnList(string key) =>
        checks.Find(c => c.ObjectKey == key) ?? throw new Refusal("Raden står inte på listan. Öppna sidan igen.");

    /// <summary>
    /// Answers one row. Returns the outcome when it was the last, or when the list was finished and the outcome follows the new answer.
    /// </summary>
    /// <param name="change">Which answer this one takes the place of, and for a finished list why; null for a row that waits.</param>
    /// <exception cref="Refusal">The row has an answer that this one does not say it replaces.</exception>
    public Outcome? Answer(string key, CheckAnswer answer, Guid outcomeId, DateOnly today, AnswerChange? change = null)
    {
        var check = OnList(key);
        Refusal.If(check.IsAnswered && check.AnswerName != change?.Replaces,
            $"{NameOf(check)} är redan besvarad av {check.PerformerName}. Välj Ändra svaret om ditt svar ska gälla i stället.");
        if (!IsDone) MustBeUndone();
        Refusal.If(Opens > today, $"Kontrollen öppnar {Opens:yyyy-MM-dd}.");
        Refusal.If(check.IsLeftOut, $"{NameOf(check)} är borttagen från listan: {check.LeftOutReason}");
        var reason = IsDone ? Refusal.IfEmpty(change?.Reason, "Skriv varför svaret ändras.", nameof(AnswerChange.Reason)) : "";
        check.Answer(answer);
        Begin(answer.PerformerId, answer.AnsweredOn);
        return Waiting > 0 ? null
            : IsDone ? Replace(outcomeId, Content(), reason, answer.PerformerId, answer.PerformerName, answer.ReceivedAt, today)
            : Take(outcomeId, Content(), answer.PerformerId, answer.PerformerName, answer.ReceivedAt, today);
    }

    /// <summary>Stated as not done, and to be done after all.</summary>
    public void Reopen()
    {
        Refusal.If(IsDone, "Kontrollen är gjord. Rätta utfallet i stället.");
        Unregister();
    }

    /// <summary>A row that cannot be checked. Returns the outcome when it was the last that waited.</summary>
    public Outcome? LeaveOut(string key, string reason, Guid outcomeId, Guid? performerId, string performerName, DateTimeOffset at, DateOnly today)
    {
        MustBeUndone();
        var check = OnList(key);
        Refusal.If(check.IsAnswered, $"{key} är redan kontrollerad.");
        Refusal.If(checks.Count(c => !c.IsLeftOut) == 1,
            "Det är den sista på listan. Registrera i stället att kontrollen inte blev gjord, med skäl.");
        check.LeaveOut(Refusal.IfEmpty(reason, "Skriv varför den inte kan kontrolleras.", nameof(Outcome.Reason)));
        return Waiting > 0 || checks.TrueForAll(c => !c.IsAnswered) ? null : Take(outcomeId, Content(), performerId, performerName, at, today);
    }

    /// <summary>What the rows show together.</summary>
    private OutcomeContent Content()
    {
        var answered = checks.Where(c => c.IsAnswered).ToList();
        var result = answered.Select(c => c.Result!.Value).Max();
        var leftOut = checks.Where(c => c.IsLeftOut).ToList();
        return new(result, answered.Max(c => c.AnsweredOn!.Value), answered.Count,
            answered.Count(c => c.Faults.Count > 0), answered.Count(c => c.Faults.Any(f => f.Serious)), Independence.SelfControl, "",
                leftOut.Count == 0 ? "" : $"Inte kontrollerade: {string.Join("; ", leftOut.Select(c => $"{NameOf(c)} ({c.LeftOutReason})"))}",
                [.. answered.Select(c => c.ObjectKey).Where(k => k.Length > 0)]);
    }

    internal void MustBeUndone()
    {
        Refusal.If(Result is not null, "Utfallet är redan registrerat. Gör en rättelse om något är fel.");
        Refusal.If(EndedOn is not null, $"Tillfället är avslutat {EndedOn:yyyy-MM-dd}: {EndedReason}");
    }
}
