using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditRulesModel(VattenpassDb db) : FormPage<LogRulesInput>(db)
{
    private LogSettings? settings;

    protected override Basis MadeFrom => Basis.Values(Stored);

    private LogRulesInput Stored => LogRulesInput.Of(settings?.Proposed ?? settings?.Rules ?? new(), settings?.MonthsKept ?? 24);

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Input = Stored;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ChangeLogRules, WriteAsync, () => Redirect("/loggkontroll/regler"),
            "Sparat. Ändrade regler prövas på nästa logg.");
    }

    protected override async Task ShowAsync() => settings = await Db.LogSettings.FirstOrDefaultAsync(Stop);

    private async Task WriteAsync()
    {
        if (settings is null) Db.LogSettings.Add(settings = new(Db.NewId(), (await TreeAsync()).Root!.Id));
        settings.Keep(Input.MonthsKept);
        var rules = Input.ToRules();
        if (RuleText.All(rules).SequenceEqual(RuleText.All(settings.Rules))) settings.Reject(); else settings.Propose(rules);
    }
}

public sealed class LogRulesInput
{
    public bool MustBeOnShift { get; set; }
    public int MinutesBeforeShift { get; set; }
    public int MinutesAfterShift { get; set; }
    public int HandoverDaysBefore { get; set; }
    public int HandoverDaysAfter { get; set; }
    public int RegisterLagDays { get; set; }
    public int ShiftPatternClients { get; set; }
    public int ShiftPatternMinutes { get; set; }
    public int ShiftPatternPause { get; set; }
    public int OwnUnitDays { get; set; }
    public int ManyUsers { get; set; }
    public int ManyUsersDays { get; set; }
    public int ManyClientsFloor { get; set; }
    public int ManyClientsPerThousand { get; set; }
    public int DrawnPerUnitAndMonth { get; set; }
    public int MonthsKept { get; set; }
    public List<MandateInput> Mandates { get; set; } = [];
    public string? AdministratorRoles { get; set; }

    public static LogRulesInput Of(ReviewRules r, int monthsKept) => new()
    {
        MustBeOnShift = r.MustBeOnShift,
        MinutesBeforeShift = r.MinutesBeforeShift,
        MinutesAfterShift = r.MinutesAfterShift,
        HandoverDaysBefore = r.HandoverDaysBefore,
        HandoverDaysAfter = r.HandoverDaysAfter,
        RegisterLagDays = r.RegisterLagDays,
        ShiftPatternClients = r.ShiftPatternClients,
        ShiftPatternMinutes = r.ShiftPatternMinutes,
        ShiftPatternPause = r.ShiftPatternPause,
        OwnUnitDays = r.OwnUnitDays,
        ManyUsers = r.ManyUsers,
        ManyUsersDays = r.ManyUsersDays,
        ManyClientsFloor = r.ManyClientsFloor,
        ManyClientsPerThousand = r.ManyClientsPerThousand,
        DrawnPerUnitAndMonth = r.DrawnPerUnitAndMonth,
        MonthsKept = monthsKept,
        AdministratorRoles = CommaList.Text(r.AdministratorRoles),
        Mandates = [.. r.Mandates.Select(MandateInput.Of), new()],
    };

    public ReviewRules ToRules() => new()
    {
        MustBeOnShift = MustBeOnShift,
        MinutesBeforeShift = MinutesBeforeShift,
        MinutesAfterShift = MinutesAfterShift,
        HandoverDaysBefore = HandoverDaysBefore,
        HandoverDaysAfter = HandoverDaysAfter,
        RegisterLagDays = RegisterLagDays,
        ShiftPatternClients = ShiftPatternClients,
        ShiftPatternMinutes = ShiftPatternMinutes,
        ShiftPatternPause = ShiftPatternPause,
        OwnUnitDays = OwnUnitDays,
        ManyUsers = ManyUsers,
        ManyUsersDays = ManyUsersDays,
        ManyClientsFloor = ManyClientsFloor,
        ManyClientsPerThousand = ManyClientsPerThousand,
        DrawnPerUnitAndMonth = DrawnPerUnitAndMonth,
        AdministratorRoles = CommaList.Read(AdministratorRoles),
        Mandates = [.. Mandates.Select((m, n) => m.Read($"{nameof(Mandates)}[{n}].")).OfType<MandateRule>()],
    };
}

public sealed class MandateInput
{
    public string? Roles { get; set; }
    public bool BelowOwnUnit { get; set; }
    public string? UnitTypes { get; set; }
    public string? OnShiftAt { get; set; }

    public static MandateInput Of(MandateRule rule) =>
        new()
        {
            Roles = CommaList.Text(rule.Roles),
            BelowOwnUnit = rule.BelowOwnUnit,
            UnitTypes = CommaList.Text(rule.UnitTypes),
            OnShiftAt = CommaList.Text(rule.OnShiftAt)
        };

    /// <summary>Null when it has no roles: it was emptied, or never filled in.</summary>
    public MandateRule? Read(string at)
    {
        var (roles, over, onShiftAt) = (CommaList.Read(Roles), CommaList.Read(UnitTypes), CommaList.Read(OnShiftAt));
        Refusal.If(roles.Count == 0 && (BelowOwnUnit
            || over.Count + onShiftAt.Count > 0), "Skriv vilka roller uppdraget gäller.", at + nameof(Roles));
        if (roles.Count == 0) return null;
        Refusal.If(BelowOwnUnit && over.Count + onShiftAt.Count > 0, "Välj enhetstyper eller egen enhet och allt under den, inte båda.",
            at + nameof(UnitTypes));
        Refusal.If(!BelowOwnUnit && over.Count == 0,
            "Skriv vilka enhetstyper uppdraget gäller, eller kryssa för egen enhet och allt under den.", at + nameof(UnitTypes));
        return new(roles, over, onShiftAt, BelowOwnUnit);
    }
}
