namespace Vattenpass.Domain.Deviations;

/// <summary>A step of the scale that deviations are graded by; a serious one is told at once.</summary>
public sealed record Grade(string Name, bool IsSerious);

/// <summary>The municipality's own words for how grave a deviation is, mildest first: mindre and allvarlig, or risk, tillbud and negativ händelse.</summary>
public sealed class GradeScale : Root
{
    private const int MostGrades = 8, LongestName = 40;

    public static readonly IReadOnlyList<Grade> Usual = [new("mindre", false), new("allvarlig", true)];

    public IReadOnlyList<Grade> Grades { get; private set; } = Usual;

    private GradeScale() { }

    public GradeScale(Guid id, Guid boardId) => (Id, UnitId) = (id, boardId);

    /// <exception cref="Refusal">Fewer than two grades, none or all of them serious, or a name that is empty, long or there twice.</exception>
    public void Change(IReadOnlyList<Grade> grades)
    {
        Refusal.If(grades.Count is < 2 or > MostGrades, $"Skalan behöver 2–{MostGrades} grader, en per rad.", nameof(Grades));
        Refusal.If(grades.Any(g => g.Name.Length is 0 or > LongestName), $"En grad ska ha ett namn på högst {LongestName} tecken.", nameof(Grades));
        Refusal.If(grades.GroupBy(g => g.Name, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1), "Samma grad står på två rader.", nameof(Grades));
        Refusal.If(grades.All(g => g.IsSerious) || grades.All(g => !g.IsSerious),
            "Minst en grad ska räknas som allvarlig, och minst en inte. Skriv ; allvarlig efter namnet.", nameof(Grades));
        Grades = grades;
    }
}
