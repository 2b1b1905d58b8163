namespace Vattenpass.Domain.Samples;

/// <summary>One group of a sample that is drawn group by group: how many there are, were drawn and checked, and how many of those had a fault.</summary>
public sealed record SampleGroup(string Name, int Population, int Drawn, int Checked, int Deviating)
{
    /// <summary>"utredning: 2 av 14 kontrollerade, inget fel"; what is not checked yet is only drawn.</summary>
    public override string ToString() => Checked == 0 ? $"{Name}: {Drawn} av {Population} dragna"
        : $"{Name}: {Checked} av {Population} kontrollerade, {(Deviating == 0 ? "inget fel" : $"{Deviating} med fel")}";
}
