using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>Money that is handled for clients.</summary>
public sealed class PrivateMeans : ControlKind
{
    public const string ControlKey = "privata-medel";

    public override string Key => ControlKey;
    public override IReadOnlyList<string> Wordings => ["privata medel"];
    public override IReadOnlyList<CheckForm> Forms => [Form];

    public static readonly CheckForm Form = new("privata-medel", "Brukares privata medel",
    [
        new("kassablad", "Saldo enligt kassabladet, i kronor", ItemKind.Number),
        new("kontanter", "Räknade kontanter, i kronor", ItemKind.Number) { ExpectedFrom = "kassablad", Tolerance = 0,
            Fault = "differens i kassan", Unit = "kr" },
        Should("kvitton", "Finns kvitto på varje uttag?", "kvitto saknas", partly: true),
        Should("signerat", "Är avstämningen signerad av två?", "signatur saknas"),
    ]);

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Brukares privata medel", Purpose = "Att pengar vi hanterar åt brukare stämmer till kronan.",
            Description = "Räkna kontanterna, jämför med kassabladet och gå igenom kvittona. Skriv inget om vem pengarna tillhör.",
            Field = Field.SocialServices, Recurrence = Recurrence.Monthly with { DaysAfter = 10 }, Scope = ScopeKind.ChosenUnits,
            UnitOfCount = "kontroll per enhet och månad", PerformerTitles = "Enhetschef", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Förvaltningschef",
            FormKey = Form.Key, Minutes = 10, NeedsApproval = true, LegalBasis = [.. LegalBasis.SoL("3 kap. 3 §", "5 kap. 2 §")],
            DeviationRule = "Kassan stämmer inte eller ett kvitto saknas.", SeriousRule = "En differens som inte kan förklaras.",
        },
    ];
}
