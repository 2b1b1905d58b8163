using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.Shared;

/// <summary>The menu: one item a capability, shown to those who may read it.</summary>
public sealed record Menu(string Name, string Address, Thing? Thing)
{
    private static readonly Menu[] All =
    [
        new("Start", "/", null), new("Läget", "/laget", Domain.Organisation.Thing.Figures) { ForAllKinds = true }, new("Årshjul", "/arshjul", Domain.Organisation.Thing.Occasions),
        new("Plan", "/plan", Domain.Organisation.Thing.Plans) { Also = ["/riskforslag", "/rutiner", "/medel", "/granskningar", "/bibliotek"] }, new("Kontroller", "/kontroller", Domain.Organisation.Thing.Occasions),
        new("Täckning", "/tackning", Domain.Organisation.Thing.Occasions),
        new("Avvikelser", "/avvikelser", Domain.Organisation.Thing.Deviations),
        new("Loggkontroll", "/loggkontroll", Domain.Organisation.Thing.LogReviews),
        new("Läkemedel", "/lakemedel", Domain.Organisation.Thing.Medicines),
        new("Åtgärder", "/atgarder", Domain.Organisation.Thing.Measures),
        new("Nyckeltal", "/nyckeltal", Domain.Organisation.Thing.Figures) { Also = ["/personal"] },
        new("Rapporter", "/rapporter", Domain.Organisation.Thing.Reports) { Also = ["/fragor", "/namnden"] },
        new("Till nämnden", "/namnden", Domain.Organisation.Thing.Reports) { Also = ["/personal"], OnlyFormal = true },
        new("Register", "/register", Domain.Organisation.Thing.Registers),
        new("Händelselogg", "/handelselogg", Domain.Organisation.Thing.Trail),
        new("Administration", "/administration", Domain.Organisation.Thing.People),
    ];

    public static IEnumerable<Menu> For(Access me) =>
        All.Where(m => m.Thing is not { } thing
            || me.Can(thing, Right.Read) && (!m.OnlyFormal || me.Of(Domain.Organisation.Thing.Figures, Right.Read).FormalOnly) && !(thing is Domain.Organisation.Thing.Figures && !m.ForAllKinds && me.Of(thing, Right.Read).FormalOnly));
    /// <summary>For members of the board, who reach it nowhere else.</summary>
    private bool OnlyFormal { get; init; }
    /// <summary>Also for those who see figures of what is formal only.</summary>
    private bool ForAllKinds { get; init; }
    /// <summary>Addresses of pages that are reached from it and have no item of their own.</summary>
    private IReadOnlyList<string> Also { get; init; } = [];

    public bool IsCurrent(PathString path) => Address == "/" ? path == "/" : Also.Prepend(Address).Any(a => path.StartsWithSegments(a));
}
