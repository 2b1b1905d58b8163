using Vattenpass.Domain;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Plans;

/// <summary>A control as a form: lists are written as lines or with commas.</summary>
public sealed class ControlInput : ScheduleInput
{
    public string? Title { get; set; }
    public string? Purpose { get; set; }
    public string? Description { get; set; }
    public Guid? RiskId { get; set; }
    public ControlMethod Method { get; set; } = ControlMethod.Full;
    public int? Number { get; set; }
    public int? Percent { get; set; }
    /// <summary>The column whose words are the groups a sample is drawn out of, one by one.</summary>
    public string? GroupColumn { get; set; }
    public string? GroupWords { get; set; }
    public ScopeKind Scope { get; set; } = ScopeKind.Units;
    public string? Register { get; set; }
    public List<Guid> ChosenUnits { get; set; } = [];
    public List<string> Activities { get; set; } = [];
    public string? UnitOfCount { get; set; }
    /// <summary>Answers for the control.</summary>
    public string? PerformerTitle { get; set; }
    public List<string> AlsoPerforms { get; set; } = [];
    public List<string> OfficerTitles { get; set; } = [];
    public List<string> ReportingTitles { get; set; } = [];
    public List<string> ToldTitles { get; set; } = [];
    public Field Field { get; set; }
    public string? LegalBasis { get; set; }
    public string? DeviationRule { get; set; }
    public string? SeriousRule { get; set; }
    public int? Minutes { get; set; }
    public bool NeedsApproval { get; set; }
    public bool IsCommon { get; set; }
    public bool TellsAtOnce { get; set; }
    public string? FormKey { get; set; }
    public Selection Selection { get; set; } = Selection.Random;

    public static ControlInput Of(ControlContent c)
    {
        var input = Shown(c);
        input.Show(c.Recurrence);
        return input;
    }

    private static ControlInput Shown(ControlContent c) => new()
    {
        Title = c.Title,
        Purpose = c.Purpose,
        Description = c.Description,
        RiskId = c.RiskId,
        Method = c.Method,
        Number = c.Size.Number,
        Percent = c.Size.Percent,
        GroupColumn = c.Size.Groups?.Column,
        GroupWords = c.Size.Groups?.Words,
        Scope = c.Scope,
        Register = c.Register,
        ChosenUnits = [.. c.ChosenUnits],
        Activities = [.. c.Activities],
        UnitOfCount = c.UnitOfCount,
        PerformerTitle = CommaList.Read(c.PerformerTitles).FirstOrDefault(),
        AlsoPerforms = [.. CommaList.Read(c.PerformerTitles).Skip(1)],
        OfficerTitles = CommaList.Read(c.OfficerTitles),
        ReportingTitles = CommaList.Read(c.ReportingTitles),
        ToldTitles = [.. CommaList.Read(c.ToldTitles)],
        Field = c.Field,
        LegalBasis = string.Join('\n',
            c.LegalBasis.Select(l => l.From is null && l.To is null
                ? l.Reference
                : $"{l.Reference}; {l.From:yyyy-MM-dd}; {l.To:yyyy-MM-dd}")),
        DeviationRule = c.DeviationRule,
        SeriousRule = c.SeriousRule,
        Minutes = c.Minutes,
        NeedsApproval = c.NeedsApproval,
        IsCommon = c.IsCommon,
        TellsAtOnce = c.TellsAtOnce,
        FormKey = c.FormKey,
        Selection = c.Selection,
    };

    /// <summary>A method: what is validated when a form is bound is asked for its properties, and must not refuse there.</summary>
    public ControlContent ToContent() => new()
    {
        Title = Title ?? "",
        Purpose = Purpose ?? "",
        Description = Description ?? "",
        RiskId = RiskId,
        Method = Method,
        Size = new(Number, Percent) { Groups = Method is ControlMethod.Sample && !string.IsNullOrWhiteSpace(GroupColumn) ? SampleGroups.Checked(GroupColumn, GroupWords ?? "") : null },
        Recurrence = ToRecurrence(),
        Scope = Scope,
        Register = string.IsNullOrEmpty(Register) ? null : Register,
        ChosenUnits = ChosenUnits,
        Activities = Activities,
        UnitOfCount = UnitOfCount ?? "",
        PerformerTitles = Chosen([PerformerTitle ?? "", .. AlsoPerforms.Where(t => t != PerformerTitle)]),
        OfficerTitles = Chosen(OfficerTitles),
        ReportingTitles = Chosen(ReportingTitles),
        ToldTitles = Chosen(ToldTitles),
        Field = Field,
        LegalBasis = [.. (LegalBasis ?? "").Split('\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Basis)],
        DeviationRule = DeviationRule ?? "",
        SeriousRule = SeriousRule ?? "",
        Minutes = Minutes ?? 15,
        NeedsApproval = NeedsApproval,
        IsCommon = IsCommon,
        TellsAtOnce = TellsAtOnce,
        FormKey = FormKey ?? "",
        Selection = Selection,
    };

    private static string Chosen(List<string> titles) => CommaList.Text([.. titles.Where(t => !string.IsNullOrWhiteSpace(t))]);

    private static LegalBasis Basis(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        return new(parts[0], Day(parts, 1), Day(parts, 2));
    }

    private static DateOnly? Day(string[] parts, int index)
    {
        if (parts.Length <= index || parts[index].Length == 0) return null;
        Refusal.If(!DateOnly.TryParseExact(parts[index], "yyyy-MM-dd", out var day),
            $"”{parts[index]}” är inget datum. Skriv till exempel 2025-07-01.", nameof(LegalBasis));
        return day;
    }
}
