namespace Vattenpass.Domain.Deviations;

public enum OriginKind { Person = 1, Occasion = 2, RegisterRow = 3, LogCase = 4, ReviewFinding = 5, Complaint = 6 }

public static class OriginNames
{
    public static string Swedish(this OriginKind kind) => kind switch
    {
        OriginKind.Person => "rapporterad av någon",
        OriginKind.Occasion => "en kontroll",
        OriginKind.RegisterRow => "ett inläst register",
        OriginKind.LogCase => "loggkontroll",
        OriginKind.ReviewFinding => "en granskning",
        OriginKind.Complaint => "ett klagomål",
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>Where a finding comes from: the kind of thing, and which one. Id is null only for what a person reported.</summary>
public sealed record Origin(OriginKind Kind, Guid? Id)
{
    public static readonly Origin Person = new(OriginKind.Person, null);

    public static Origin Occasion(Guid id) => new(OriginKind.Occasion, id);
    public static Origin RegisterRow(Guid id) => new(OriginKind.RegisterRow, id);
    public static Origin LogCase(Guid id) => new(OriginKind.LogCase, id);
}
