using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reports;

namespace Vattenpass.Tests.Reports;

/// <summary>What the board decided about a report, and what the executive board thinks of it.</summary>
public sealed class BoardDecisionTests
{
    [Fact]
    public void A_decision_says_what_it_must()
    {
        DateOnly day = new(2026, 3, 25);
        Assert.Throws<Refusal>(() => BoardDecision.Read(DecisionKind.Returned, day, "§ 34", "", "", ""));
        Assert.Throws<Refusal>(() => BoardDecision.Read(DecisionKind.Approved, day, "§ 34", "Mer om loggar", "", ""));
        Assert.Throws<Refusal>(() => BoardDecision.Read(DecisionKind.Approved, day, " ", "", "", ""));
        Assert.Throws<Refusal>(() => BoardDecision.Read(null, day, "§ 34", "", "", ""));
        Assert.Equal("Godkänd och överlämnad till kommunstyrelsen 2026-03-25, § 34.", BoardDecision.Read(DecisionKind.ApprovedAndForwarded, day, "§ 34", "", "", "").Sentence());
        Assert.Throws<Refusal>(() => ExecutiveJudgement.Read(Sufficiency.Mostly, day, "§ 50", ""));
    }

    [Theory, BothDatabases]
    public async Task It_is_returned_and_comes_again_or_is_handed_on_and_judged(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var registrar = await app.AsAsync(Role.Registrar);
        var id = app.Cast.SentReport.Id;
        await using var db = app.Db();
        var sent = (await db.Reports.AsNoTracking().FirstAsync(r => r.Id == id)).SentOn!.Value;
        var tooEarly = await registrar.SubmitAsync(await registrar.GetAsync($"/rapporter/{id}/beslut"), ("Input.Kind", "Returned"), ("Input.On", $"{sent.AddDays(-1):yyyy-MM-dd}"), ("Input.Reference", "§ 34"), ("Input.Asked", "Hur många telefoner?"));
        Assert.Contains("kan inte ha beslutat före", tooEarly.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await registrar.SubmitAsync(tooEarly, ("Input.On", $"{Cast.Today:yyyy-MM-dd}"))).Status);
        var coordinator = await app.AsAsync(Role.Coordinator);
        Assert.Contains("Återremitterad: Hur många telefoner?", (await coordinator.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Ska kompletteras med: Hur många telefoner?", (await (await app.AsAsync(Role.BoardMember)).GetAsync($"/rapporter/{id}")).Text, StringComparison.Ordinal);

        // The minutes are put right: it was handed on. Only then can the executive board judge it.
        var judged = await registrar.SubmitAsync(await registrar.GetAsync($"/rapporter/{id}/kommunstyrelsen"), ("Input.Sufficiency", "Mostly"), ("Input.On", $"{Cast.Today:yyyy-MM-dd}"), ("Input.Reference", "§ 50"), ("Input.Motive", "Kontrollerna är gjorda."));
        Assert.Contains("har inte överlämnat", judged.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await registrar.SubmitAsync(await registrar.GetAsync($"/rapporter/{id}/beslut"), ("Input.Kind", "ApprovedAndForwarded"), ("Input.Asked", ""))).Status);
        // The package goes to the executive board, whose registrar answers.
        Assert.Contains("Skicka paketet till kommunstyrelsen", (await registrar.GetAsync("/")).Text, StringComparison.Ordinal);
        using (var packed = new System.IO.Compression.ZipArchive(new MemoryStream((await registrar.GetAsync($"/rapporter/{id}/paket")).Bytes)))
        {
            Assert.Contains("beslut.txt", packed.Entries.Select(e => e.FullName));
            using var reader = new StreamReader(packed.GetEntry("metadata.json")!.Open());
            var metadata = System.Text.Json.Nodes.JsonNode.Parse(await reader.ReadToEndAsync())!;
            Assert.Equal(app.Cast.SentReport.RegistryNumber, (string?)metadata["diarienummer"]);
            foreach (var file in metadata["filer"]!.AsArray())
            {
                using var stored = packed.GetEntry((string)file!["fil"]!)!.Open();
                Assert.Equal((string?)file["sha256"], Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stored)));
            }
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync($"/rapporter/{id}/paket")).Status);
        var received = await registrar.SubmitAsync(await registrar.GetAsync($"/rapporter/{id}/mottagen"), ("Input.On", $"{Cast.Today.AddDays(1):yyyy-MM-dd}"), ("Input.RegistryNumber", "KS 2026/9"));
        Assert.Contains("ligger i framtiden", received.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await registrar.SubmitAsync(received, ("Input.On", $"{Cast.Today:yyyy-MM-dd}"))).Status);
        Assert.Contains($"Kommunstyrelsen tog emot rapporten {Cast.Today:yyyy-MM-dd}, dnr KS 2026/9.", (await coordinator.GetAsync($"/rapporter/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Skicka paketet", (await registrar.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await registrar.SubmitAsync(await registrar.GetAsync($"/rapporter/{id}/kommunstyrelsen"), ("Input.Sufficiency", "Mostly"), ("Input.On", $"{Cast.Today:yyyy-MM-dd}"), ("Input.Reference", "§ 50"), ("Input.Motive", "Kontrollerna är gjorda."))).Status);
        Assert.Contains("i huvudsak tillräcklig", (await coordinator.GetAsync($"/rapporter/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Ta bort bedömningen först", (await registrar.SubmitAsync(await registrar.GetAsync($"/rapporter/{id}/beslut"), ("Input.Kind", "Noted"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinator.GetAsync($"/rapporter/{id}/beslut")).Status);
    }
}
