using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>
/// Puts a read plan into one that is stored. What is there already, by its wording, is followed up; what is new is added as long as the plan is
/// open. An adopted plan keeps what the board decided, and what it lacks is told.
/// </summary>
public sealed class PlanFill(VattenpassDb db, Plan plan, List<Measure> measures, PlanPeople people, PlanChoices choices, bool isNew)
{
    private readonly List<Guid> risks = [], controls = [], made = [], comments = [];
    private readonly List<ControlBefore> before = [];
    private readonly List<MeasureBefore> measuresBefore = [];
    private readonly Dictionary<ReadRisk, Risk> byRead = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> left = [];

    public PlanMade Made => new(isNew, risks, controls, made, comments, before, measuresBefore);
    public IReadOnlyList<string> Left => left;

    public static RiskScale ScaleFor(ReadPlan read) =>
        read.Risks.Any(r => r.Likelihood > 4 || r.Consequence > 4 || r.Value > 16 || (r.Value is { } v && !RiskScale.Four.CanOccur(v) && RiskScale.Five.CanOccur(v)))
            ? RiskScale.Five : RiskScale.Four;

    public void Fill(ReadPlan read)
    {
        foreach (var risk in read.Risks) Take(risk, read);
        foreach (var control in read.Controls) Take(control);
        var period = PeriodOf(read);
        foreach (var measure in read.Measures) Take(measure, period);
    }

    private void Take(ReadRisk read, ReadPlan all)
    {
        var there = plan.Risks.FirstOrDefault(r => CellText.Key($"{r.Title} {r.Description}") == Key(read) && (r.Score is null || read.Value is null || r.Score.Value == read.Value));
        if (there is not null) { byRead[read] = there; return; }
        if (!plan.IsOpen) { left.Add($"Risken ”{CellText.Short(read.Title)}” finns inte i planen, som är {plan.Standing}."); return; }
        var owner = read.Owner is { } name ? people.Person(name) : null;
        var (scored, kept) = Score(read);
        var text = Text(read, kept, owner is null);
        var risk = new Risk(db.NewId(), plan, read.Title, text, read.Process ?? "", owner);
        if (scored) risk.Rate(read.Likelihood, read.Consequence, read.Likelihood is null ? read.Value : null, null);
        var (hasControl, hasMeasure) = (all.Controls.Any(c => c.Risk == read), all.Measures.Any(m => m.Risk == read));
        var response = (hasControl, hasMeasure) switch
        {
            (true, true) => RiskResponse.Both,
            (true, _) => RiskResponse.Control,
            (_, true) => RiskResponse.Measure,
            _ => RiskResponse.Undecided,
        };
        if (response is not RiskResponse.Undecided) risk.Decide(response, null);
        plan.Add(risk);
        if (!isNew) db.Add(risk);
        byRead[read] = risk;
        risks.Add(risk.Id);
    }

    /// <summary>A risk's description, and below it what nothing else holds.</summary>
    private static string Text(ReadRisk read, string score, bool ownerIsNobody) => string.Join('\n', new[] { read.Description, score, read.Owner is { } o && ownerIsNobody ? $"Riskägare i filen: {o}" : "" }
        .Concat(read.Kept.Select(k => $"{k.Header}: {k.Text}")).Where(t => t.Length > 0));

    private string Key(ReadRisk read) => CellText.Key($"{read.Title} {Text(read, Score(read, told: false).Kept, read.Owner is not { } name || people.Person(name) is null)}");

    /// <summary>A score that the plan's scale does not have is kept as text: it is no score here.</summary>
    private (bool Scored, string Kept) Score(ReadRisk read, bool told = true)
    {
        var isWhole = (read.Likelihood is null) == (read.Consequence is null) && (read.Likelihood ?? read.Value) is not null;
        if (isWhole)
        {
            try
            {
                _ = plan.Scale.Score(read.Likelihood, read.Consequence, read.Likelihood is null ? read.Value : null);
                return (true, "");
            }
            catch (Refusal)
            {
                if (told) left.Add($"Risken ”{CellText.Short(read.Title)}”: värdet finns inte på planens skala och står som text.");
            }
        }
        List<string> said = [];
        if (read.Likelihood is { } l) said.Add($"sannolikhet {l}");
        if (read.Consequence is { } c) said.Add($"konsekvens {c}");
        if (read.Value is { } v) said.Add($"riskvärde {v}");
        if (read.Level is { } level) said.Add($"risknivå {level}");
        return (false, said.Count == 0 ? "" : $"I filen: {Prose.List(said)}.");
    }

    private void Take(ReadItem read)
    {
        var asRead = new AsRead(read.Status?.Swedish() ?? "", read.Start, read.Checkpoints, read.End, read.Comment ?? "", read.Frequency?.Phrase ?? "",
            read.Sample?.Phrase ?? "", read.Method ?? "", [.. read.Kept.Select(k => $"{k.Header}: {k.Text}"), .. Kept(read)]);
        var risk = read.Risk is { } under ? byRead.GetValueOrDefault(under) : null;
        if (plan.Controls.FirstOrDefault(c => CellText.Key($"{c.Title} {c.Description}") == read.Key && c.RiskId == risk?.Id) is { } there)
        {
            Compare(there, read);
            if (Same(there.AsRead, asRead) || (there.AsRead is null && asRead is { Status: "", Comment: "", Start: null, End: null, Checkpoints.Count: 0 })) return;
            before.Add(new(there.Id, there.AsRead));
            there.FollowUp(asRead);
            return;
        }
        if (!plan.IsOpen) { left.Add($"Kontrollen ”{CellText.Short(read.Title)}” finns inte i planen, som är {plan.Standing}."); return; }
        var key = choices.Kinds.GetValueOrDefault($"{read.Place}", Control.OwnKey);
        var kind = ControlKinds.Of(key);
        var content = Content(read, kind.Templates.Count > 0 ? kind.Templates[0].Content : null) with { RiskId = risk?.Id };
        if (content.Recurrence.Kind is RecurrenceKind.ByEvent && read.Frequency?.Recurrence is null)
            left.Add($"Kontrollen ”{CellText.Short(read.Title)}” har inget schema: {(read.Frequency is { } f ? $"”{f.Phrase}” säger inte vilka tillfällen" : "källan säger inte hur ofta")}. Inga tillfällen läggs ut förrän ett är valt.");
        if (kind.Templates.Count > 0 && key != Control.OwnKey && read.Frequency?.Recurrence is null)
            left.Add($"Kontrollen ”{CellText.Short(read.Title)}” görs {content.Recurrence}, som i mallen: {(read.Frequency is { } said ? $"”{said.Phrase}” säger inte vilka tillfällen" : "filen säger inte hur ofta")}.");
        var control = new Control(db.NewId(), plan, kind.Templates.Count > 0 ? key : Control.OwnKey, plan.Controls.Count == 0 ? 0 : plan.Controls.Max(c => c.Order) + 1, content, asRead);
        plan.Add(control);
        if (!isNew) db.Add(control);
        controls.Add(control.Id);
    }

    /// <summary>A draft keeps what has been written in it: where the file says another thing, that is told and a person decides.</summary>
    private void Compare(Control there, ReadItem read)
    {
        if (read.Frequency?.Recurrence is { } often && $"{often}" != $"{there.Recurrence with { DaysAfter = 0 }}")
            left.Add($"Kontrollen ”{CellText.Short(read.Title)}”: filen säger {often}, planen {there.Recurrence}. Ändra i planen om filen gäller.");
        var performers = CommaList.Text(read.Responsible.Select(Title).Distinct());
        if (performers.Length > 0 && performers != there.PerformerTitles)
            left.Add($"Kontrollen ”{CellText.Short(read.Title)}”: filen säger att {performers} är ansvarig, planen {(there.PerformerTitles.Length > 0 ? there.PerformerTitles : "ingen")}. Ändra i planen om filen gäller.");
    }

    private void Compare(Measure there, ReadItem read)
    {
        if (read.End is { } end && there.End is { } then && end != then)
            left.Add($"Åtgärden ”{CellText.Short(read.Title)}”: filen har slutdatum {end:yyyy-MM-dd}, planen {then:yyyy-MM-dd}. Ändra åtgärden om filen gäller.");
        var owners = Content(read, out var written, out _) is { } content ? (content.OwnerId, written) : default;
        if (read.Responsible.Count > 0 && (owners.OwnerId != there.OwnerId || owners.written != there.OwnersAsWritten))
            left.Add($"Åtgärden ”{CellText.Short(read.Title)}”: filen säger att {Prose.List(read.Responsible)} är ansvarig, planen {(there.OwnersText.Length > 0 ? there.OwnersText : "ingen")}. Ändra åtgärden om filen gäller.");
    }

    private ControlContent Content(ReadItem read, ControlContent? template)
    {
        var content = template ?? new ControlContent { Scope = ScopeKind.Board, UnitOfCount = "kontroll" };
        var isSample = read.Sample is not null || (read.Method is { } m && SampleText.IsSample(m));
        // A control that nobody laid out anywhere is done where the one who answers for it works.
        if (template is null && read.Responsible.Select(people.Place).FirstOrDefault() is { } place && place != plan.UnitId)
            content = content with { Scope = ScopeKind.ChosenUnits, ChosenUnits = [place] };
        else if (template is null && read.Responsible.Count > 0 && read.Responsible.All(n => people.Place(n) is null))
            left.Add($"Kontrollen ”{CellText.Short(read.Title)}” får ingen ansvarig person: {Prose.List(read.Responsible)} är ingen, eller flera. Välj enhet och befattning i kontrollen.");
        return content with
        {
            Item = "",
            Title = read.Title,
            Description = read.Description,
            Purpose = read.Purpose ?? content.Purpose,
            Method = template is not null && read.Sample?.Rule is null ? content.Method : read.Sample?.Rule is { Percent: 100 } ? ControlMethod.Full : isSample ? ControlMethod.Sample : content.Method,
            Size = read.Sample?.Rule is { } size and not { Percent: 100 } ? size : template is null ? new(null, null) : content.Size,
            Recurrence = read.Frequency?.Recurrence ?? (template is null ? new(RecurrenceKind.ByEvent) : content.Recurrence),
            PerformerTitles = read.Responsible.Count > 0 ? CommaList.Text(read.Responsible.Select(Title).Distinct()) : content.PerformerTitles,
            OfficerTitles = CommaList.Text(read.ReportingOfficers.Select(Title).Distinct()),
            ReportingTitles = read.Receivers.Count > 0 ? CommaList.Text(read.Receivers.Select(Title).Distinct()) : content.ReportingTitles,
        };
    }

    /// <summary>Titles are kept with commas between them, so one that has a comma loses it.</summary>
    private string Title(string name) => people.Title(name).Replace(",", "", StringComparison.Ordinal);

    private static IEnumerable<string> Kept(ReadItem read)
    {
        if (read.Unit is { } unit) yield return $"Enhet: {unit}";
        if (read.Process is { } process && process != read.Risk?.Process) yield return $"Process: {process}";
    }

    private static bool Same(AsRead? a, AsRead b) => a is not null && a.Status == b.Status && a.Start == b.Start && a.End == b.End && a.Comment == b.Comment
        && a.Frequency == b.Frequency && a.Sample == b.Sample && a.Method == b.Method && a.Checkpoints.SequenceEqual(b.Checkpoints) && a.Kept.SequenceEqual(b.Kept);

    private void Take(ReadItem read, string period)
    {
        var risk = read.Risk is { } under ? byRead.GetValueOrDefault(under) : null;
        var measure = measures.Find(m => CellText.Key($"{m.Title} {m.Description}") == CellText.Key($"{read.Title} {Text(read)}") && m.RiskId == risk?.Id);
        if (measure is null)
        {
            if (!plan.IsOpen) { left.Add($"Åtgärden ”{CellText.Short(read.Title)}” finns inte i planen, som är {plan.Standing}."); return; }
            measure = new Measure(db.NewId(), plan.UnitId!.Value, Field.General, read.Title, plan.Id, risk?.Id);
            measure.StandAsRead(Content(read, out var owners, out var officers), owners, officers, db.NewId);
            db.Measures.Add(measure);
            made.Add(measure.Id);
        }
        else Compare(measure, read);
        var (was, count) = (measure.Status, measure.Comments.Count);
        measure.FollowUpAsRead(db.NewId, period, read.Comment ?? "", read.Status ?? (was is MeasureStatus.Suggested ? MeasureStatus.NotStarted : was), db.Access.Name, db.Now);
        if (made.Contains(measure.Id)) return;
        comments.AddRange(measure.Comments.Skip(count).Select(c => c.Id));
        if (was != measure.Status) measuresBefore.Add(new(measure.Id, was));
    }

    private MeasureContent Content(ReadItem read, out string ownersAsWritten, out string officersAsWritten)
    {
        var (owners, officers) = (read.Responsible.Select(n => (Name: n, Id: people.Person(n))).ToList(), read.ReportingOfficers.Select(n => (Name: n, Id: people.Person(n))).ToList());
        List<Guid> known = [.. owners.Where(o => o.Id is not null).Select(o => o.Id!.Value).Distinct()];
        ownersAsWritten = CommaList.Text(owners.Where(o => o.Id is null).Select(o => o.Name.Replace(",", "", StringComparison.Ordinal)));
        officersAsWritten = CommaList.Text(officers.Where(o => o.Id is null).Select(o => o.Name)
            .Concat(officers.Where(o => o.Id is not null).Skip(1).Select(o => o.Name)));
        return new(read.Title, Text(read), known.Count > 0 ? known[0] : null, officers.Select(o => o.Id).FirstOrDefault(i => i is not null), read.Start, read.End, read.Checkpoints)
        { AlsoOwnerIds = [.. known.Skip(1)] };
    }

    /// <summary>A measure's description, and below it what it has no field for.</summary>
    private static string Text(ReadItem read) => string.Join('\n', new[] { read.Description, read.Purpose is { } p ? $"Syfte: {p}" : "" }
        .Concat(read.Kept.Select(k => $"{k.Header}: {k.Text}")).Concat(Kept(read)).Where(t => t.Length > 0));

    /// <summary>What period a follow-up is about, by its own heading.</summary>
    private string PeriodOf(ReadPlan read) =>
        read.Title.Contains("delår", StringComparison.OrdinalIgnoreCase) ? $"Delår {plan.Year}"
        : read.Title.Contains("helår", StringComparison.OrdinalIgnoreCase) ? $"Helår {plan.Year}"
        : $"{plan.Year}";
}
