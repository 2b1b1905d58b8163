using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Controls;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reports;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditControlModel(VattenpassDb db) : PlanPage<ControlInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Methods = [new("Hela mängden", nameof(ControlMethod.Full)), new("Stickprov", nameof(ControlMethod.Sample))];
    public static readonly IReadOnlyList<SelectListItem> Recurrences =
        [new("Varje månad", nameof(RecurrenceKind.EachMonth)), new("Var n:te månad", nameof(RecurrenceKind.EveryNthMonth)), new("Varje kvartal", nameof(RecurrenceKind.EachQuarter)), new("Vissa månader", nameof(RecurrenceKind.NamedMonths)),
         new("Flera gånger per kvartal", nameof(RecurrenceKind.TimesPerQuarter)), new("Varje tertial", nameof(RecurrenceKind.Tertial)), new("Vår och höst", nameof(RecurrenceKind.HalfYear)), new("En gång per år", nameof(RecurrenceKind.Year)),
         new("Varje vecka", nameof(RecurrenceKind.Week)), new("Vid varje händelse", nameof(RecurrenceKind.ByEvent))];
    public static readonly IReadOnlyList<SelectListItem> Scopes =
        [new("Varje enhet", nameof(ScopeKind.Units)), new("Valda enheter", nameof(ScopeKind.ChosenUnits)), new("Varje verksamhetsområde", nameof(ScopeKind.Areas)), new("Nämnden som helhet", nameof(ScopeKind.Board)), new("Varje enhet i ett register", nameof(ScopeKind.UnitsWithObjects)), new("Varje rad i ett register", nameof(ScopeKind.Objects))];
    public static readonly IReadOnlyList<SelectListItem> Registers = [new("Inget", ""), new(RegisterKinds.Stores.Name, RegisterKinds.Stores.Key), new(RegisterKinds.Phones.Name, RegisterKinds.Phones.Key)];
    public static readonly IReadOnlyList<SelectListItem> Fields = [.. Enum.GetValues<Field>().Select(f => new SelectListItem(Prose.Capital(f.Swedish()), f.ToString()))];

    [BindProperty(SupportsGet = true)] public int? Mall { get; set; }

    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);
    public bool IsNew => Id is null;
    public Guid? Id { get; private set; }
    public string Heading => IsNew ? "Ny kontroll" : "Ändra kontrollen";
    public IReadOnlyList<SelectListItem> Risks { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Titles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, Guid? id)
    {
        Id = id;
        if (!await LoadAsync(year)) return NotFound();
        await ShowAsync();
        if (id is null)
        {
            Input = ControlInput.Of(Mall is { } n && n >= 0 && n < Templates.All.Count ? Templates.All[n].Content : new());
            return Page();
        }
        if (Plan.Controls.FirstOrDefault(c => c.Id == id) is not { } control) return NotFound();
        Input = ControlInput.Of(control.Content);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, Guid? id)
    {
        Id = id;
        if (!await LoadAsync(year)) return NotFound();
        return await SaveAsync(Acts.ChangePlan, () =>
        {
            var template = Mall is { } n && n >= 0 && n < Templates.All.Count ? Templates.All[n] : null;
            var old = Plan.Controls.FirstOrDefault(c => c.Id == id);
            var content = Input.Content with { Item = old?.Item ?? template?.Content.Item ?? "" };
            if (old is not null) old.Describe(content with { Item = old.Item == old.Title ? "" : old.Item });
            else Plan.Add(new Control(Db.NewId(), Plan, template?.Key ?? Templates.OwnKey, Plan.Controls.Count == 0 ? 0 : Plan.Controls.Max(c => c.Order) + 1, content));
        }, () => Redirect($"/plan/{year}"), "Kontrollen är sparad.");
    }

    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        Risks = [new("Ingen", ""), .. Plan.Risks.Select(r => new SelectListItem(r.Title, r.Id.ToString()))];
        Units = [.. tree.Working.Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
        Titles = [new("Ingen", ""), .. (await Db.Titles.AsNoTracking().OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(Stop)).Union(Templates.All.Select(t => t.Content.PerformerTitle)).Select(t => new SelectListItem(t, t))];
    }
}
