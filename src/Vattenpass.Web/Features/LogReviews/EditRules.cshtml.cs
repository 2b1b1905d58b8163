using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditRulesModel(VattenpassDb db) : FormPage<LogRulesInput>(db)
{
    public async Task OnGetAsync()
    {
        var settings = await Db.LogSettings.AsNoTracking().FirstOrDefaultAsync(Stop);
        Input = LogRulesInput.Of(settings?.Proposed ?? settings?.Rules ?? new(), settings?.MonthsKept ?? 24);
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync(Acts.ChangeLogRules, async () =>
    {
        var settings = await Db.LogSettings.FirstOrDefaultAsync(Stop);
        if (settings is null) Db.LogSettings.Add(settings = new(Db.NewId(), (await TreeAsync()).Root!.Id));
        settings.Keep(Input.MonthsKept);
        settings.Propose(Input.ToRules());
    }, () => Redirect("/loggkontroll/regler"), "Förslaget är sparat och prövas på nästa logg.");
}

public sealed class LogRulesInput
{
    private const string BelowOwn = "egen enhet och under", OnShift = "vid pass på";

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
    public string? Mandates { get; set; }
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
        AdministratorRoles = string.Join(", ", r.AdministratorRoles),
        Mandates = string.Join('\n', r.Mandates.Select(Line)),
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
        AdministratorRoles = Names(AdministratorRoles),
        Mandates = [.. (Mandates ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Rule)],
    };

    private static string Line(MandateRule rule) => $"{string.Join(", ", rule.Roles)} > "
        + (rule.BelowOwnUnit ? BelowOwn : string.Join(", ", rule.UnitTypes) + (rule.OnShiftAt.Count > 0 ? $" {OnShift} {string.Join(", ", rule.OnShiftAt)}" : ""));

    private static MandateRule Rule(string line, int n)
    {
        var parts = line.Split('>', 2, StringSplitOptions.TrimEntries);
        Refusal.If(parts.Length < 2 || Names(parts[0]).Count == 0 || parts[1].Length == 0, $"Rad {n + 1}: skriv roller, tecknet > och enhetstyper, till exempel Sjuksköterska > Hemsjukvård.", nameof(Mandates));
        if (parts[1].Equals(BelowOwn, StringComparison.OrdinalIgnoreCase)) return new(Names(parts[0]), [], [], BelowOwnUnit: true);
        var over = parts[1].Split(OnShift, 2, StringSplitOptions.TrimEntries);
        return new(Names(parts[0]), Names(over[0]), over.Length > 1 ? Names(over[1]) : []);
    }

    private static List<string> Names(string? text) => [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
