using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>The reviewers of logs, reviewed.</summary>
public sealed class LogReaders : ControlKind
{
    public const string ControlKey = "logglasning";

    public override string Key => ControlKey;

    protected override IReadOnlyList<ControlContent> Contents =>
    [
        new()
        {
            Title = "Granskning av granskarna", Purpose = "Att den som granskar loggar bara öppnar de fall som uppgiften kräver.",
            Description =
                "Gå igenom listan Vem har öppnat loggfall: är syftet rimligt, är fallet granskarens eget, är något öppnat utan att bli bedömt?",
            Field = Field.Access, Recurrence = new(RecurrenceKind.EachQuarter, DaysAfter: 20), Scope = ScopeKind.Board,
            UnitOfCount = "kontroll per kvartal", PerformerTitles = "Förvaltningschef", ReportingTitles = "Utvecklingsledare",
            ToldTitles = "Förvaltningschef",
            LegalBasis = [new("PDL 2008:355 4 kap. 1–3 §§"), new("lag 2001:454 10 §", new(2024, 3, 1))], Minutes = 15,
            DeviationRule = "Ett fall är öppnat utan rimligt syfte.", SeriousRule = "Upprepad läsning utan uppgift.",
        },
    ];
}
