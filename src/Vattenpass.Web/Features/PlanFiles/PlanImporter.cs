using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.PlanFiles;

public sealed record PlanChoices { public static readonly PlanChoices None = new(); }
public sealed record PlanOutcome(string Text);

public sealed class PlanImporter(VattenpassDb db, Databases databases)
{
    public static string NothingFound(ReadPlan read) => "Filen har ingen tabell med rubriker som hör till en plan, till exempel Risk, Kontroll eller Åtgärd. Inget har lästs.";
    public static string Counted(ReadPlan read) => $"{Prose.Number(read.Risks.Count, "risk", "risker")}, {Prose.Number(read.Measures.Count, "åtgärd", "åtgärder")} och {Prose.Number(read.Controls.Count, "kontroll", "kontroller")}";
    public Task<ReadPlan> ReadAsync(SourceDocument d, int? year, string? section, CancellationToken stop) { _ = (db, databases); return Task.FromResult(PlanReader.Read(d, PlanWording.None, [], year, section)); }
    public Task<PlanOutcome> SaveAsync(SourceDocument d, byte[] b, ReadPlan r, PlanChoices c, CancellationToken stop) => throw new NotSupportedException();
}
