using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Plans;

public enum ControlMethod { Full = 1, Sample = 2 }

/// <summary>Where a control is laid out: once for the board, per area, per working unit, per chosen unit, per unit that does certain things, per unit that has objects in a register, or per object.</summary>
public enum ScopeKind { Board = 1, Areas = 2, Units = 3, ChosenUnits = 4, UnitsWithObjects = 5, Objects = 6, UnitsOfActivity = 7 }

/// <summary>
/// A kontrollmoment: what is checked, why, how, how often, where and by whom. Key names the built-in template it came from
/// and with it the kind of control, which decides the figures and the report section; "egen" for the municipality's own.
/// </summary>
public sealed class Control : Part
{
    /// <summary>The key of a control that the municipality has made itself.</summary>
    public const string OwnKey = "egen";

    public Plan Plan { get; private set; } = null!;
    public Guid PlanId { get; private set; }
    public Guid? RiskId { get; private set; }
    public Risk? Risk { get; private set; }
    public string Key { get; private set; } = "";
    public int Order { get; private set; }
    /// <summary>The kontrollmoment it belongs to, where one item is made of several controls (a monthly meeting and a yearly analysis).</summary>
    public string Item { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Purpose { get; private set; } = "";
    public string Description { get; private set; } = "";
    public Field Field { get; private set; }
    public ControlMethod Method { get; private set; }
    public SizeRule Size { get; private set; } = new(null, null);
    public Recurrence Recurrence { get; private set; } = Recurrence.Monthly;
    public ScopeKind Scope { get; private set; }
    public string? Register { get; private set; }
    public IReadOnlyList<Guid> ChosenUnits { get; private set; } = [];
    /// <summary>What the units do that it lies on (<see cref="ScopeKind.UnitsOfActivity"/>).</summary>
    public IReadOnlyList<string> Activities { get; private set; } = [];
    public string UnitOfCount { get; private set; } = "";
    /// <summary>The titles of those who do it, the one that answers for it first.</summary>
    public string PerformerTitles { get; private set; } = "";
    /// <summary>The titles of those who see to it that the outcome is reported; empty = those who do it.</summary>
    public string OfficerTitles { get; private set; } = "";
    /// <summary>The titles of those it is reported to.</summary>
    public string ReportingTitles { get; private set; } = "";
    /// <summary>What the document it was read from says of it and nothing else here holds; null for a control that was not read.</summary>
    public AsRead? AsRead { get; private set; }
    public string ToldTitles { get; private set; } = "";
    public IReadOnlyList<LegalBasis> LegalBasis { get; private set; } = [];
    public string DeviationRule { get; private set; } = "";
    public string SeriousRule { get; private set; } = "";
    public int Minutes { get; private set; }
    public bool NeedsApproval { get; private set; }
    /// <summary>Common to the whole municipality: decided by the executive board, and not the board's to take away.</summary>
    public bool IsCommon { get; private set; }
    /// <summary>Every deviation is told at once, as where another department checks this one.</summary>
    public bool TellsAtOnce { get; private set; }
    /// <summary>The key of the form it is performed with; empty = only the outcome is stated.</summary>
    public string FormKey { get; private set; } = "";
    public DoneBy DoneBy { get; private set; }
    /// <summary>How a sample is chosen: at random, or longest unchecked first (objects only).</summary>
    public Selection Selection { get; private set; } = Selection.Random;
    public override Root? Whole => Plan;

    private Control() { }

    public Control(Guid id, Plan plan, string key, int order, ControlContent content, AsRead? asRead = null)
    {
        Id = id;
        AsRead = asRead;
        Plan = plan;
        PlanId = plan.Id;
        Key = key;
        Order = order;
        Describe(content);
    }

    public void Describe(ControlContent content)
    {
        Plan.MustBeOpen();
        Title = Refusal.IfEmpty(content.Title, "Skriv vad som ska kontrolleras.", nameof(Title));
        Refusal.If(content.Method is ControlMethod.Sample && content.Size is { Number: null, Percent: null } && AsRead is null,
            "Ett stickprov behöver en storlek: ett antal eller en procentandel.", nameof(Size));
        Refusal.If(content.Size.Percent is < 1 or > 100, "Andelen ska vara 1–100 %.", "Percent");
        Refusal.If(content.Size.Number is < 1, "Antalet ska vara minst 1.", "Number");
        Refusal.If(content.Size.Groups is not null && (content.Method is not ControlMethod.Sample || content.Selection is not Selection.Random || content.Scope is ScopeKind.Objects
                || string.IsNullOrEmpty(content.Register)),
            "Grupper passar bara ett slumpmässigt stickprov ur ett register.", "GroupColumn");
        Refusal.If(content.Scope is ScopeKind.ChosenUnits && content.ChosenUnits.Count == 0, "Välj minst en enhet.", nameof(ChosenUnits));
        Refusal.If(content.Scope is ScopeKind.UnitsOfActivity && content.Activities.Count == 0, "Välj minst en verksamhetsform.", nameof(Activities));
        Refusal.If(content.Activities.Any(a => Organisation.Activities.Known(a) is null), "Välj verksamhetsformer som finns i listan.", nameof(Activities));
        Refusal.If(content.Scope is ScopeKind.Objects or ScopeKind.UnitsWithObjects && string.IsNullOrEmpty(content.Register),
            "Välj vilket register kontrollen gäller.", nameof(Register));
        Refusal.If(content.Scope is ScopeKind.Objects && Registers.RegisterKinds.Find(content.Register) is { AboutPeople: true, KeyColumns.Count: 0 },
            "Varje rad i registret är en person. Välj varje enhet i registret, så dras ett urval på varje enhet.", nameof(Scope));
        Refusal.If(content.Minutes is < 0 or > 2400, "Beräknad tid ska vara 0–2400 minuter.", nameof(Minutes));
        Purpose = content.Purpose.Trim();
        Description = content.Description.Trim();
        Field = content.Field;
        Method = content.Method;
        Size = content.Size;
        Scope = content.Scope;
        Register = content.Register;
        Recurrence = Scheduled(content.Recurrence);
        ChosenUnits = content.ChosenUnits;
        Activities = [.. content.Activities.Select(a => Organisation.Activities.Known(a)!)];
        UnitOfCount = content.UnitOfCount.Trim();
        PerformerTitles = content.PerformerTitles.Trim();
        OfficerTitles = content.OfficerTitles.Trim();
        ReportingTitles = content.ReportingTitles.Trim();
        ToldTitles = content.ToldTitles.Trim();
        Item = string.IsNullOrWhiteSpace(content.Item) ? Title : content.Item.Trim();
        LegalBasis = content.LegalBasis;
        DeviationRule = content.DeviationRule.Trim();
        SeriousRule = content.SeriousRule.Trim();
        Minutes = content.Minutes;
        NeedsApproval = content.NeedsApproval;
        (IsCommon, TellsAtOnce) = (content.IsCommon, content.TellsAtOnce);
        Refusal.If(content.Selection is Selection.Rotation && Registers.RegisterKinds.IsAboutPeople(content.Register),
            "Människor väljs alltid slumpmässigt: den som nyss kontrollerades ska kunna dras igen. Turordning är bara för föremål.",
            nameof(Selection));
        (RiskId, FormKey, Selection) = (content.RiskId, content.FormKey.Trim(), content.Selection);
        DoneBy = HowDone(content.DoneBy);
    }

    /// <summary>Only an object can be counted; what has a form is filled in, and of the rest the outcome is stated.</summary>
    private DoneBy HowDone(DoneBy wanted) => wanted switch
    {
        DoneBy.Count when Scope is ScopeKind.Objects => DoneBy.Count,
        DoneBy.Log when FormKey.Length == 0 => DoneBy.Log,
        _ => FormKey.Length > 0 ? DoneBy.Form : DoneBy.Statement,
    };

    /// <summary>A later follow-up of the same control: what it says stands beside the board's text, which stays as it was.</summary>
    public void FollowUp(AsRead? asRead) => AsRead = asRead;

    /// <summary>The schedule of a plan that is adopted may be changed by decision; the board's own text stays as it was.</summary>
    public void Reschedule(Recurrence recurrence)
    {
        Refusal.If(!Plan.IsFrozen, "Planen är inte fastställd. Ändra kontrollen direkt.");
        Recurrence = Scheduled(recurrence);
    }

    private Recurrence Scheduled(Recurrence recurrence)
    {
        Refusal.If(recurrence.NeedsRow() && Scope is not ScopeKind.Objects,
            "En tid efter datum eller klass i ett register passar bara en kontroll av varje rad i registret.", nameof(Recurrence));
        return recurrence.Checked();
    }

    public ControlContent Content => new()
    {
        Item = Item,
        Title = Title,
        Purpose = Purpose,
        Description = Description,
        Field = Field,
        Method = Method,
        Size = Size,
        Recurrence = Recurrence,
        Scope = Scope,
        Register = Register,
        ChosenUnits = ChosenUnits,
        Activities = Activities,
        UnitOfCount = UnitOfCount,
        PerformerTitles = PerformerTitles,
        OfficerTitles = OfficerTitles,
        ReportingTitles = ReportingTitles,
        ToldTitles = ToldTitles,
        LegalBasis = LegalBasis,
        DeviationRule = DeviationRule,
        SeriousRule = SeriousRule,
        Minutes = Minutes,
        NeedsApproval = NeedsApproval,
        IsCommon = IsCommon,
        TellsAtOnce = TellsAtOnce,
        RiskId = RiskId,
        FormKey = FormKey,
        DoneBy = DoneBy,
        Selection = Selection,
    };

    public string MethodText =>
        Method is ControlMethod.Full
            ? "hela mängden"
            : Selection is Selection.Rotation ? $"urval i tur och ordning, {Size}"
            : Size is { Number: null, Percent: null } ? "stickprov, storleken är inte angiven"
            : $"stickprov, {Size}";

    /// <summary>Those who report it, as a report names them.</summary>
    public string OfficersText => OfficerTitles.Length > 0 ? OfficerTitles : PerformerTitles;

    public string ScopeText => Scope switch
    {
        ScopeKind.Board => "nämnden",
        ScopeKind.Areas => "varje verksamhetsområde",
        ScopeKind.Units => "varje enhet",
        ScopeKind.ChosenUnits => ChosenUnits.Count == 1 ? "en vald enhet" : $"{ChosenUnits.Count} valda enheter",
        ScopeKind.UnitsOfActivity => $"varje enhet med {Prose.List(Activities, "eller")}",
        ScopeKind.UnitsWithObjects => $"varje enhet i registret {Registers.RegisterKinds.NameOf(Register)}",
        ScopeKind.Objects => $"varje rad i registret {Registers.RegisterKinds.NameOf(Register)}",
        _ => throw new InvalidOperationException(),
    };
}
