using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>No text points out a person by number, address or telephone. What was found is not repeated.</summary>
public sealed class C24Identity : Rule
{
    public override string Id => "C24";
    public override string Says => "Inga personnummer, telefonnummer eller e-postadresser.";

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var (line, text) in report.Lines)
            if (IdentityGuard.Find(text) is { Count: > 0 } found) ruling.Find(line, $"Rad {line}", $"Raden innehåller {Prose.List(found)}. Ta bort det.", "ingen uppgift om person", Prose.List(found));
    }
}
