namespace Vattenpass.Domain.Medicines;

/// <summary>A second count, by two people.</summary>
public sealed class Recount : Part
{
    public DrugMatter Matter { get; private set; } = null!;
    public decimal Counted { get; private set; }
    public string Explanation { get; private set; } = "";
    public Guid ById { get; private set; }
    public string ByName { get; private set; } = "";
    public Guid SecondId { get; private set; }
    public string SecondName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateOnly On { get; private set; }
    public override Root? Whole => Matter.Deviation;

    private Recount() { }

    internal Recount(Guid id, DrugMatter matter, decimal counted, string explanation, Guid byId, string byName, Guid secondId,
        string secondName, DateTimeOffset at, DateOnly on)
    {
        Id = id;
        Matter = matter;
        Counted = counted;
        Explanation = explanation;
        ById = byId;
        ByName = byName;
        SecondId = secondId;
        SecondName = secondName;
        At = at;
        On = on;
    }
}
