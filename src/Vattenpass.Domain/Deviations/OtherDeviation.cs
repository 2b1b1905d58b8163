using Vattenpass.Domain.Registers;

namespace Vattenpass.Domain.Deviations;

/// <summary>A deviation that is worked in another system, as the register has it. Its words are the other system's own.</summary>
public sealed record OtherDeviation(string System, string Kind, Guid UnitId, DateOnly FoundOn, string Grade, DateOnly? ClosedOn)
{
    public const string NoKind = "slag saknas";

    public static OtherDeviation? Of(RegisterRow row) => row.Register == RegisterKinds.OtherDeviations.Key && row.UnitId is { } unit
        ? new(row["system"], row["avvikelsetyp"] is { Length: > 0 } kind ? kind : NoKind, unit, row.Date("datum")!.Value, row["allvar"], row.Date("avslutad"))
        : null;

    /// <summary>Per system and kind, most first: how many, and how many that are not closed by the day.</summary>
    public static IReadOnlyList<OtherCount> Count(IEnumerable<OtherDeviation> deviations, DateOnly day) =>
        [.. deviations.GroupBy(d => (d.System, d.Kind)).Select(g => new OtherCount(g.Key.System, g.Key.Kind, g.Count(), g.Count(d => !(d.ClosedOn <= day))))
            .OrderByDescending(c => c.Count).ThenBy(c => c.Kind, StringComparer.Ordinal)];
}

public sealed record OtherCount(string System, string Kind, int Count, int Open);
