namespace Vattenpass.Domain.LogReviews;

/// <summary>
/// Why an access may have been work. The lowest that holds is the first match and the one that is counted; all that hold are kept.
/// Writing in the record is no explanation by itself: whoever reads without a task can write as well.
/// </summary>
[Flags]
public enum Explanations : byte
{
    None = 0,
    Register = 1,
    Shift = 2,
    Transfer = 4,
    Mandate = 8,
    Visit = 16,
    SystemAdministration = 32,
    UnregisteredShift = 64,
    /// <summary>
    /// Nothing but rank: a leader over the client's unit, or a system manager without a ticket. The law asks for need (PDL 4 kap. 1–3 §§,
    /// lag 2001:454 10 §), so this explains nothing; such accesses are drawn and tested in a group of their own.
    /// </summary>
    Rank = 128,
}

/// <summary>An explanation as people meet it: its code in files (E1 to E7), its name and the sentence a reviewer reads.</summary>
public sealed record Explanation(Explanations Kind, string Code, string Name, string Sentence)
{
    /// <summary>The sentence with its code, as a case lists it.</summary>
    public string Told => $"{Sentence.TrimEnd('.')} ({Code}).";

    public static readonly IReadOnlyList<Explanation> All =
    [
        new(Explanations.Register, "E1", "Anställd på enheten", "Användaren är den dagen placerad på en enhet som har den enskilde."),
        new(Explanations.Shift, "E2", "Pass på enheten", "Användaren har ett pass på en enhet som har den enskilde."),
        new(Explanations.Transfer, "E3", "Överlämning",
            "Den enskilde eller användaren är på väg till eller från enheten, eller registret ligger några dagar efter."),
        new(Explanations.Mandate, "E4", "Uppdrag", "Användarens uppgift eller förordnande omfattar enheter som har den enskilde."),
        new(Explanations.Visit, "E5", "Planerat besök", "Användaren hade ett planerat besök hos den enskilde den dagen."),
        new(Explanations.SystemAdministration, "E6", "Systemförvaltning",
            "Användaren förvaltar systemet och har ett ärende om den enskilde."),
        new(Explanations.UnregisteredShift, "E7", "Pass saknas i schemat",
            "Åtkomsterna ser ut som ett helt arbetspass på den egna enheten. Schemat ska rättas; det är ingen misstanke."),
    ];

    /// <summary>What is told of an access that only rank could stand behind.</summary>
    public const string RankOnly = "Användaren är chef, MAS, MAR eller SAS över enheten, eller förvaltar systemet. Det förklarar inte i sig varför just den här journalen öppnades.";

    public static readonly int Count = All.Count;

    /// <summary>The place in <see cref="All"/> of the first explanation that holds.</summary>
    public static int Index(Explanations mask) => System.Numerics.BitOperations.TrailingZeroCount((int)mask);

    /// <summary>Every explanation that holds, in order.</summary>
    public static IEnumerable<Explanation> In(Explanations mask) => All.Where(e => mask.HasFlag(e.Kind));
}
