namespace Vattenpass.Domain.Plans;

/// <summary>A control that something else names. Key and title know it again in another year's plan.</summary>
public sealed record NamedControl(Guid ControlId, string Key, string Title)
{
    public static NamedControl Of(Control control) => new(control.Id, control.Key, control.Title);

    public bool Names(Control control) => ControlId == control.Id || (Key == control.Key && Title == control.Title);
}
