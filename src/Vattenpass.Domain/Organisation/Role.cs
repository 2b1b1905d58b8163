namespace Vattenpass.Domain.Organisation;

/// <summary>The few permission roles. Titles (MAS, ekonom, ordförande …) are data and point to one of these.</summary>
public enum Role
{
    Performer = 1,
    UnitManager = 2,
    AreaManager = 3,
    Specialist = 4,
    Coordinator = 5,
    LogReviewer = 6,
    DepartmentHead = 7,
    BoardMember = 8,
    Registrar = 9,
    Auditor = 10,
    SystemsManager = 11,
    Administrator = 12,
}

public static class RoleNames
{
    public static readonly IReadOnlyList<(Role Role, string Name)> All =
    [
        (Role.Performer, "utförare"), (Role.UnitManager, "enhetschef"), (Role.AreaManager, "områdeschef"),
        (Role.Specialist, "specialist"), (Role.Coordinator, "samordnare"), (Role.LogReviewer, "loggranskare"),
        (Role.DepartmentHead, "förvaltningschef"), (Role.BoardMember, "ledamot"), (Role.Registrar, "registrator"),
        (Role.Auditor, "revisor"), (Role.SystemsManager, "systemförvaltare"), (Role.Administrator, "administratör"),
    ];

    /// <summary>Those who lead people, nearest first.</summary>
    public static readonly IReadOnlyList<Role> Leaders = [Role.UnitManager, Role.AreaManager, Role.DepartmentHead];

    public static string Swedish(this Role role) => All.First(r => r.Role == role).Name;
}
