using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>The municipality's own control: everything about it is data.</summary>
public sealed class OwnControl : ControlKind
{
    public override string Key => Control.OwnKey;
    protected override IReadOnlyList<ControlContent> Contents => [];
}
