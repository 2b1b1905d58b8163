using System.Text.RegularExpressions;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Consistency.Rules;

/// <summary>No text points out a person by number, address or telephone. What was found is not repeated.</summary>
public sealed partial class C24Identity : Rule
{
    public override string Id => "C24";
    public override string Says => "Inga personnummer, telefonnummer eller e-postadresser.";

    // A mobile telephone, or an address made of a name; the switchboard and the department's own point out nobody.
    [GeneratedRegex(@"\b07[0-9][ -]?[0-9]|\b\p{L}+\.\p{L}+@", RegexOptions.ExplicitCapture, Rule.LongestMatch)]
    private static partial Regex Personal();

    protected override void Apply(ReportText report, Ruling ruling)
    {
        foreach (var (line, text) in report.Lines)
            if (IdentityGuard.Find(text) is { Count: > 0 } found && (IdentityGuard.HasPersonalNumber(text) || Personal().IsMatch(text))) ruling.Find(line, $"Rad {line}", $"Raden innehåller {Prose.List(found)}. Ta bort det.", "ingen uppgift om person", Prose.List(found));
    }
}
