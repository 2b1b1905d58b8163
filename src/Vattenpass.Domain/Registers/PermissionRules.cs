namespace Vattenpass.Domain.Registers;

/// <summary>A role in a system that a title's work asks for.</summary>
public sealed record TitleRole(string Title, string Role);

/// <summary>
/// Which roles each title may have in the record systems, as the municipality has decided. Accounts are held against it; a title without a
/// rule is not judged, and that is told.
/// </summary>
public sealed class PermissionRules : Root
{
    private const int MostRules = 500, LongestName = 100;

    public static readonly IReadOnlyList<TitleRole> Usual =
    [
        new("undersköterska", "utförare"), new("vårdbiträde", "utförare"), new("stödassistent", "utförare"), new("sjuksköterska", "HSL"),
        new("socialsekreterare", "handläggare"), new("enhetschef", "chef"),
    ];

    public IReadOnlyList<TitleRole> Roles { get; private set; } = Usual;

    private PermissionRules() { }

    public PermissionRules(Guid id, Guid boardId) => (Id, UnitId, Field) = (id, boardId, Field.Access);

    /// <exception cref="Refusal">None, too many, or a name that is empty or too long.</exception>
    public void Change(IReadOnlyList<TitleRole> roles)
    {
        Refusal.If(roles.Count is 0 or > MostRules, $"Skriv 1–{MostRules} regler, en per rad.", nameof(Roles));
        Refusal.If(roles.Any(r => r.Title.Length is 0 or > LongestName || r.Role.Length is 0 or > LongestName),
            $"En befattning och en roll ska ha 1–{LongestName} tecken.", nameof(Roles));
        Roles = [.. roles.Distinct()];
    }
}
