namespace Vattenpass.Domain.Organisation;

/// <summary>
/// How far one person's right to one thing reaches, laid out for a query: units, units a field at a time, own rows. A field and
/// its units belong together: who is a specialist of one field here and of another there reaches each only where it is held.
/// </summary>
public sealed record Extent(bool Everything, Guid[] Units, IReadOnlyDictionary<Field, Guid[]> ByField, bool Own, bool FormalOnly, bool Technical)
{
    private static readonly Dictionary<Field, Guid[]> NoFields = [];

    public static readonly Extent Nothing = new(false, [], NoFields, false, false, false);
    public static readonly Extent All = new(true, [], NoFields, true, false, true);

    public bool IsNothing => !Everything && Units.Length == 0 && ByField.Count == 0 && !Own && !Technical;

    /// <summary>The units where rows in this field are reached for the field's sake.</summary>
    public Guid[] In(Field field) => ByField.GetValueOrDefault(field, []);

    /// <summary>Every unit where some row is reached: whole, or in a field.</summary>
    public IEnumerable<Guid> Anywhere => Units.Concat(ByField.Values.SelectMany(u => u)).Distinct();

    /// <summary>The field that a new row at the unit lies in when nobody has said another: the one held there, else general.</summary>
    public Field FieldAt(Guid? unitId) =>
        unitId is { } unit && !Units.Contains(unit)
            ? ByField.Where(f => f.Value.Contains(unit)).Select(f => f.Key).FirstOrDefault()
            : Field.General;

    /// <summary>May a row at this unit, in this field, own or not, be reached?</summary>
    public bool Covers(Guid? unitId, Field field, bool own, Guid rootId)
    {
        var unit = unitId ?? rootId;
        return Everything || Units.Contains(unit) || In(field).Contains(unit) || (Own && own);
    }
}

/// <summary>
/// Who acts and what they may do where. There is no access by default: <see cref="None"/> sees nothing and may nothing.
/// Made afresh from the assignments at each request, so a change of role bites at once.
/// </summary>
public sealed class Access
{
    private static readonly Right[] Rights = [Right.Read, Right.Write, Right.Decide, Right.Score, Right.Register, Right.Text];
    private readonly Dictionary<(Thing, Right), Extent> extents = [];

    public static readonly Access None = new();

    public Guid PersonId { get; private init; }
    public string Name { get; private init; } = "";
    public Guid RootId { get; private init; }
    public IReadOnlyList<(string Title, Role Role, Guid Unit)> Holds { get; private init; } = [];
    public bool IsSystem { get; private init; }

    // One property a thing, so that the read filter can name it.
    public Extent Occasions => Of(Thing.Occasions, Right.Read);
    public Extent Deviations => Of(Thing.Deviations, Right.Read);
    public Extent Measures => Of(Thing.Measures, Right.Read);
    public Extent Proposals => Of(Thing.Proposals, Right.Read);
    public Extent Plans => Of(Thing.Plans, Right.Read);
    public Extent Registers => Of(Thing.Registers, Right.Read);
    public Extent Reports => Of(Thing.Reports, Right.Read);
    public Extent Samples => Of(Thing.Samples, Right.Read);
    public Extent Medicines => Of(Thing.Medicines, Right.Read);
    public Extent LogReviews => Of(Thing.LogReviews, Right.Read);
    public Extent Mine => Of(Thing.Mine, Right.Read);
    public Extent Trail => Of(Thing.Trail, Right.Read);

    private Access() { }

    /// <summary>The person, and those the person stands in for today: whose things are this person's to do.</summary>
    public Guid[] Selves { get; private init; } = [];

    public bool IsSomeone => PersonId != Guid.Empty;
    public bool ManagesPeople => !Of(Thing.People, Right.Write).IsNothing;

    /// <summary>Units whose people this person works with: own units with all below, and the line above.</summary>
    public Guid[] Circle { get; private init; } = [];

    public bool Has(Role role) => Holds.Any(h => h.Role == role);
    public bool IsLeader => RoleNames.Leaders.Any(Has);
    public bool Can(Thing thing, Right right) => !Of(thing, right).IsNothing;

    /// <summary>Nothing of it is out of reach. Otherwise a count is of a part, and says so.</summary>
    public bool SeesWhole(Thing thing) => Of(thing, Right.Read) is var extent && (extent.Everything || extent.Units.Contains(RootId));

    public Extent Of(Thing thing, Right right) => IsSystem ? Extent.All : extents.GetValueOrDefault((thing, right), Extent.Nothing);
    public bool May(Thing thing, Right right, Guid? unitId, Field field, bool own) => Of(thing, right).Covers(unitId, field, own, RootId);
    public bool May(Thing thing, Right right, Root row) => May(thing, right, row.UnitId, row.Field, IsMine(row));
    /// <summary>The person's own, or of somebody the person stands in for; but who stands in, and a calendar, are each one's own affair.</summary>
    public bool IsMine(Root row) => row is Absence or CalendarFeed ? row.BelongsTo(PersonId) : Array.Exists(Selves, row.BelongsTo);

    /// <summary>The product itself: the command line, jobs, sign-in. It acts under its own name in the trail.</summary>
    public static Access System(string name) => new() { Name = name, IsSystem = true };

    public static Access Of(Person person, IEnumerable<Assignment> assignments, OrganisationTree tree,
        IEnumerable<Guid>? standsInFor = null)
    {
        var root = tree.Root?.Id ?? Guid.Empty;
        var held = assignments.Where(a => a.HoldsOn(tree.Day)).ToList();
        var access = new Access
        {
            PersonId = person.Id,
            Name = person.Name,
            RootId = root,
            Selves = [person.Id, .. standsInFor ?? []],
            Circle = [.. held.Select(a => a.UnitId ?? root).SelectMany(u => tree.SelfAndBelow(u).Concat(tree.SelfAndAbove(u))).Distinct()],
            Holds = [.. held.Select(a => (a.Title.Name, a.Title.Role, a.UnitId ?? root))],
        };
        foreach (var thing in Enum.GetValues<Thing>())
            foreach (var right in Rights)
                access.extents[(thing, right)] = LayOut(thing, right, held, tree, root);
        // Whoever stands in for somebody may do what was theirs to do, wherever it lies.
        if (access.Selves.Length > 1 && access.Can(Thing.Mine, Right.Write))
            foreach (var key in new[] { (Thing.Occasions, Right.Read), (Thing.Occasions, Right.Write), (Thing.Measures, Right.Read),
                (Thing.Measures, Right.Write), (Thing.Samples, Right.Read) })
                access.extents[key] = access.extents[key] with { Own = true };
        return access;
    }

    private static Extent LayOut(Thing thing, Right right, List<Assignment> held, OrganisationTree tree, Guid root)
    {
        HashSet<Guid> units = [];
        Dictionary<Field, Guid[]> byField = [];
        bool everything = false, own = false, technical = false, full = false;
        foreach (var assignment in held)
            foreach (var grant in Permissions.Of(assignment.Title.Role, thing).Where(g => g.Right.HasFlag(right)))
            {
                var scope = Scope(thing, assignment.UnitId ?? root, tree);
                if (grant.Reach is Reach.All) everything = true;
                if (grant.Reach is Reach.Given or Reach.Own) own = true;
                if (grant.Reach is Reach.Technical) technical = true;
                if (grant.Reach is Reach.Scope or Reach.Formal) units.UnionWith(scope);
                if (grant.Reach is Reach.Field)
                    byField[assignment.Title.Field] = [.. scope.Union(byField.GetValueOrDefault(assignment.Title.Field, []))];
                if (grant.Reach is not Reach.Formal) full = true;
            }
        return new(everything, [.. units], byField, own, !full, technical);
    }

    /// <summary>A plan and a report are made by the board for the units below it, so they are reached from below; all else only downwards.</summary>
    private static IEnumerable<Guid> Scope(Thing thing, Guid unit, OrganisationTree tree) =>
        thing is Thing.Plans or Thing.Reports or Thing.Adoption
            ? tree.SelfAndBelow(unit).Concat(tree.SelfAndAbove(unit))
            : tree.SelfAndBelow(unit);
}
