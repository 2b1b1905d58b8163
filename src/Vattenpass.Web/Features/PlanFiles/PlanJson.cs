using Vattenpass.Domain.Measures;
using Vattenpass.Domain.PlanFiles;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>A read plan as JSON; others script against the keys. Null where the source says nothing, or nothing that could be read.</summary>
public static class PlanJson
{
    public static object Of(ReadPlan read, bool saved) => new
    {
        title = Null(read.Title),
        year = read.Year,
        plans = read.Sections.Select(s => s.ToString()),
        risks = read.Risks.Select(r => new
        {
            title = r.Title,
            description = Null(r.Description),
            likelihood = r.Likelihood,
            consequence = r.Consequence,
            value = r.Value,
            level = r.Level,
            process = r.Process,
            owner = r.Owner,
            place = $"{r.Place}",
        }),
        controls = read.Controls.Select(Of),
        measures = read.Measures.Select(Of),
        warnings = read.Warnings.Select(w => new { table = w.Place.Table, row = w.Place.Row, column = w.Column, text = w.Text }),
        told = read.Told,
        saved,
    };

    private static object Of(ReadItem item) => new
    {
        title = item.Title,
        description = Null(item.Description),
        risk = item.Risk?.Title,
        process = item.Process,
        unit = item.Unit,
        purpose = item.Purpose,
        method = item.Method,
        sample = item.Sample?.Phrase,
        frequency = item.Frequency?.Phrase,
        recurrence = item.Frequency?.Recurrence?.ToString(),
        status = item.Status?.Swedish(),
        responsible = item.Responsible,
        reportingOfficers = item.ReportingOfficers,
        reportTo = item.Receivers,
        start = item.Start,
        checkpoints = item.Checkpoints,
        end = item.End,
        comment = item.Comment,
        kept = item.Kept.Select(k => new { header = k.Header, text = k.Text }),
        place = $"{item.Place}",
    };

    private static string? Null(string text) => text.Length == 0 ? null : text;
}
