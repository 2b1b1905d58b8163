using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Reminders;

[Needs(Thing.Plans, Right.Write)]
public sealed class RulesModel(VattenpassDb db) : FormPage<RulesInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> BoardRules = [new("Allvarliga genast, genom förvaltningschefen till ordföranden",
        nameof(BoardRule.SeriousAtOnceThroughHead)),
        new("Bara i den ordinarie rapporten", nameof(BoardRule.OnlyInOrdinaryReport))];

    private TellingSettings? settings;
    private TellingRules Rules => settings?.Rules ?? TellingRules.Default;

    protected override Basis MadeFrom => Basis.Values(Stored);

    private RulesInput Stored => new()
    {
        Performer = Days(Recipient.Performer),
        Manager = Days(Recipient.Manager),
        AreaManager = Days(Recipient.AreaManager),
        List = Days(Recipient.List),
        QuietFrom = Rules.QuietFrom.ToString("HH:mm"),
        QuietTo = Rules.QuietTo.ToString("HH:mm"),
        QuietMonths = string.Join(", ", Rules.QuietMonths),
        WorkingDaysOnly = Rules.WorkingDaysOnly,
        Board = Rules.Board,
        AtOnce = string.Join('\n', Rules.AtOnce),
    };

    private string Days(Recipient to) =>
        string.Join(", ", Rules.Ladder.Where(s => s.To == to).Select(s => s.DaysFromDue.ToString(CultureInfo.InvariantCulture)));

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Input = Stored;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ChangeTelling, WriteAsync, () => Redirect("/paminnelser"), "Reglerna är sparade.");
    }

    protected override async Task ShowAsync() => settings = await Db.Telling.FirstOrDefaultAsync(Stop);

    private async Task WriteAsync()
    {
        var rules = new TellingRules(
            [.. Steps(Input.Performer, Recipient.Performer, nameof(Input.Performer)),
                .. Steps(Input.Manager, Recipient.Manager, nameof(Input.Manager)),
                .. Steps(Input.AreaManager, Recipient.AreaManager, nameof(Input.AreaManager)),
                .. Steps(Input.List, Recipient.List, nameof(Input.List))],
            Time(Input.QuietFrom, nameof(Input.QuietFrom)), Time(Input.QuietTo, nameof(Input.QuietTo)),
            Numbers(Input.QuietMonths, nameof(Input.QuietMonths)), Input.WorkingDaysOnly, Input.Board)
        { AtOnce = await AtOnceAsync() };
        if (settings is null) Db.Telling.Add(settings = new(Db.NewId(), (await TreeAsync()).Root!.Id));
        settings.Change(rules);
    }

    /// <summary>A title that nobody can hold is a slip of the pen, and nobody would be told.</summary>
    private async Task<IReadOnlyList<AtOnceRule>> AtOnceAsync()
    {
        var known = (await Db.Titles.Select(t => t.Name).ToListAsync(Stop)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<AtOnceRule> rules = [.. (Input.AtOnce ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(AtOnceRule.Read)];
        foreach (var title in rules.SelectMany(r => CommaList.Read(r.Titles)))
            Refusal.If(!known.Contains(title), $"Befattningen ”{title}” finns inte. Skriv en som finns under Administration.", nameof(Input.AtOnce));
        return rules;
    }

    private static IEnumerable<LadderStep> Steps(string? text, Recipient to, string field) =>
        Numbers(text, field).Select(d => new LadderStep(d, to));

    private static List<int> Numbers(string? text, string field) =>
        [.. (text ?? "").Replace('\u2212', '-').Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(p =>
        {
            Refusal.If(!int.TryParse(p, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n),
                $"”{p}” är inget heltal. Skriv till exempel -7, 0.", field);
            return n;
        })];

    private static TimeOnly Time(string? text, string field)
    {
        Refusal.If(!TimeOnly.TryParseExact(text?.Trim(), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time),
            "Skriv klockslaget som 18:00.", field);
        return time;
    }
}

public sealed class RulesInput
{
    public string? Performer { get; set; }
    public string? Manager { get; set; }
    public string? AreaManager { get; set; }
    public string? List { get; set; }
    public string? QuietFrom { get; set; }
    public string? QuietTo { get; set; }
    public string? QuietMonths { get; set; }
    public bool WorkingDaysOnly { get; set; }
    public BoardRule Board { get; set; }
    public string? AtOnce { get; set; }
}
