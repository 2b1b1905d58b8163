namespace Vattenpass.Domain.Organisation;

/// <summary>What a permission is about: the rows of the permission table.</summary>
public enum Thing
{
    Mine, Occasions, Approvals, Deviations, Measures, Plans, Adoption, Registers, Samples, LogReviews, Medicines, Figures, Reports, Trail,
    People, Settings, Proposals,
}

[Flags]
public enum Right { None = 0, Read = 1, Write = 2, Decide = 4, Score = 8, Register = 16, Text = 32 }

/// <summary>
/// How far a right reaches. Scope: the unit of the assignment and all below. Given/Own: rows given to or made by the person.
/// Field: rows in the title's field, in scope. Formal: only what has been adopted or published. Technical: sign-in, people and settings. All: the whole tree.
/// </summary>
public enum Reach { Scope, Given, Own, Field, Formal, Technical, All }

public readonly record struct Grant(Right Right, Reach Reach);

/// <summary>
/// The permission table, one row a thing and one column a role, as the municipality reads it.
/// Scope is the unit of the assignment and below. docs/access.md is made from it. R read · W make and change ·
/// D decide, approve, sign · S score risks · P put in the board's register · T write a section's text. A reach after the right narrows it.
/// W, D, S, P and T carry R with the same reach.
/// </summary>
public static class Permissions
{
    private const string Table = """
        thing      | utförare | enhetschef | områdeschef | specialist | samordnare | loggranskare | förvaltningschef | ledamot  | registrator | revisor | systemförvaltare | administratör
        Mine       | W own    | W, W own   | W, W own    | W own      | W own      | W own        | W own            | –        | –           | –       | W own            | –
        Occasions  | W given  | W          | W           | W field    | R, W given | W given      | R, W given       | –        | –           | R       | W given          | –
        Approvals  | –        | D          | D           | D field    | –          | –            | D                | –        | –           | –       | –                | –
        Deviations | W own    | WD         | WD          | WD field   | R          | R own        | D                | –        | –           | R       | –                | –
        Measures   | W given  | W, W given | WD, W given | W field, W given | W    | –            | D, W given       | –        | –           | R       | –                | –
        Plans      | R        | S          | R           | S          | W          | R            | D                | R formal | R           | R       | R                | –
        Proposals  | W own    | W          | W           | W own      | W          | W own        | R                | –        | –           | R       | W own            | –
        Adoption   | –        | –          | –           | –          | –          | –            | –                | –        | W           | R       | –                | –
        Registers  | R given  | W          | R           | W field    | W          | –            | R                | –        | –           | R       | W field          | –
        Samples    | R given  | W          | W           | W field    | W          | W            | R                | –        | –           | R       | W                | –
        LogReviews | –        | W given    | W given     | –          | –          | W given      | –                | –        | –           | R       | –                | –
        Medicines  | W given  | W          | R           | WD field   | –          | –            | R                | –        | –           | R       | –                | –
        Figures    | R        | R          | R           | R          | R          | R own        | R                | R formal | R           | R       | R                | –
        Reports    | R formal | T          | T           | T          | WT         | R formal     | D                | R formal | P           | R       | R formal         | –
        Trail      | R own    | R          | R           | R field    | R          | R own        | R all            | –        | –           | R all   | R technical      | R technical
        People     | –        | –          | –           | –          | –          | –            | D                | –        | –           | R       | –                | W
        Settings   | –        | –          | –           | –          | –          | –            | –                | –        | –           | –       | –                | W
        """;

    private static readonly Dictionary<(Role, Thing), Grant[]> Cells = Read();

    public static IReadOnlyList<Grant> Of(Role role, Thing thing) => Cells.GetValueOrDefault((role, thing), []);

    /// <summary>The table as a Markdown table, for docs/access.md.</summary>
    public static string Markdown() =>
        string.Join('\n', Table.Split('\n').Select((line, n) =>
            $"| {line.Trim()} |" + (n == 0 ? "\n|" + string.Concat(Enumerable.Repeat(" --- |", line.Split('|').Length)) : ""))) + "\n";

    private static Dictionary<(Role, Thing), Grant[]> Read()
    {
        var lines = Table.Split('\n').Select(l => l.Split('|').Select(c => c.Trim()).ToArray()).ToList();
        var roles = lines[0].Skip(1).Select(name => RoleNames.All.First(r => r.Name == name).Role).ToArray();
        return lines.Skip(1)
            .SelectMany(cells => roles.Select((role, n) => (Key: (role, Enum.Parse<Thing>(cells[0])), Cell: cells[n + 1])))
            .ToDictionary(x => x.Key, x => Parse(x.Cell));
    }

    private static Grant[] Parse(string cell)
    {
        if (cell == "–") return [];
        return [.. cell.Split(", ").Select(ParseGrant)];
    }

    private static Grant ParseGrant(string text)
    {
        var words = text.Split(' ');
        var reach = words.Length > 1 ? Enum.Parse<Reach>(words[1], ignoreCase: true) : Reach.Scope;
        var right = words[0].Aggregate(Right.Read, (sum, letter) => sum | letter switch
        {
            'R' => Right.Read,
            'W' => Right.Write,
            'D' => Right.Decide,
            'S' => Right.Score,
            'P' => Right.Register,
            'T' => Right.Text,
            _ => throw new InvalidOperationException($"Unknown right {letter} in the permission table."),
        });
        return new(right, reach);
    }
}
