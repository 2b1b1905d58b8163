namespace Vattenpass.Domain.Deviations;

/// <summary>One message in the written dialogue about a deviation.</summary>
public sealed class DeviationMessage : Part
{
    public Deviation Deviation { get; private set; } = null!;
    public string Text { get; private set; } = "";
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public override Root? Whole => Deviation;
    public override bool StandsBeside => true;

    private DeviationMessage() { }

    internal DeviationMessage(Guid id, Deviation deviation, string text, Guid? byId, string byName, DateTimeOffset at)
    {
        Id = id;
        Deviation = deviation;
        Text = text;
        ById = byId;
        ByName = byName;
        At = at;
    }
}
