using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Plans;

[Needs(Thing.Plans, Right.Write)]
public sealed class EditControlModel(VattenpassDb db) : PlanPage<ControlInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Methods = [new("Hela mängden", nameof(ControlMethod.Full)),
        new("Stickprov", nameof(ControlMethod.Sample))];
    public static readonly IReadOnlyList<SelectListItem> Scopes =
        [new("Varje enhet", nameof(ScopeKind.Units)), new("Enheter med en viss verksamhet", nameof(ScopeKind.UnitsOfActivity)),
            new("Valda enheter", nameof(ScopeKind.ChosenUnits)),
            new("Varje verksamhetsområde", nameof(ScopeKind.Areas)), new("Nämnden som helhet", nameof(ScopeKind.Board)),
            new("Varje enhet i ett register", nameof(ScopeKind.UnitsWithObjects)),
            new("Varje rad i ett register", nameof(ScopeKind.Objects))];
    public static readonly IReadOnlyList<SelectListItem> UnitActivities = [.. Activities.All.Select(a => new SelectListItem(a, a))];
    public static readonly IReadOnlyList<SelectListItem> Selections = [new("Slumpmässigt", nameof(Selection.Random)),
        new("I tur och ordning, längst okontrollerad först (bara föremål)", nameof(Selection.Rotation))];
    public static readonly IReadOnlyList<SelectListItem> Fields = [.. Enum.GetValues<Field>()
        .Select(f => new SelectListItem(Prose.Capital(f.Swedish()), f.ToString()))];

    [BindProperty(SupportsGet = true, Name = "mall")] public string? Template { get; set; }

    protected override (Thing, Right) Needed => (Thing.Plans, Right.Write);
    public bool IsNew => Id is null;
    public Guid? Id { get; private set; }
    public string Heading => IsNew ? "Ny kontroll" : "Ändra kontrollen";
    public IReadOnlyList<OfferedTemplate> Offered { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Registers { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Forms { get; private set; } = [];
    public IReadOnlyList<SelectListItem> GroupColumns { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Risks { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Titles { get; private set; } = [];

    private Control? Control => Plan.Controls.FirstOrDefault(c => c.Id == Id);

    protected override Basis MadeFrom => Control is null ? Basis.Nothing : Basis.Values(Stored);

    private ControlInput Stored => Control is null ? new() : ControlInput.Of(Control.Content);

    public async Task<IActionResult> OnGetAsync(int year, Guid? id)
    {
        Id = id;
        if (!await LoadAsync(year)) return NotFound();
        await ShowAsync();
        if (id is null)
        {
            Input = ControlInput.Of(Offered.FirstOrDefault(o => o.Id == Template)?.Content ?? new());
            return Page();
        }
        if (Control is null) return NotFound();
        Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, Guid? id)
    {
        Id = id;
        if (!await LoadAsync(year)) return NotFound();
        return await SaveAsync(Acts.ChangePlan, async () =>
        {
            await ShowAsync();
            IdentityGuard.MustBeFree(Input.Title, nameof(Input.Title), "Rubriken");
            var register = (await KindsInUse.ReadAsync(Db, Stop)).Find(Input.Register);
            Input.MustFit(register);
            if (Input.Method is ControlMethod.Sample && !string.IsNullOrWhiteSpace(Input.GroupColumn))
            {
                Refusal.If(register?.Find(Input.GroupColumn) is null, $"Registret {register?.Name ?? "som kontrollen gäller"} har ingen kolumn ”{Input.GroupColumn}”.", nameof(Input.GroupColumn));
                var column = register!.Find(Input.GroupColumn)!;
                Refusal.If(column.IsId || register.KeyColumns.SequenceEqual([column.Name]) || RegisterKinds.IsPersonNumber(column.Name) || column.Type is not (ColumnType.Text or ColumnType.YesNo),
                    $"Kolumnen ”{column.Name}” skiljer rader åt, och delar dem inte i grupper. Välj en kolumn med få ord, till exempel typ.", nameof(Input.GroupColumn));
                Input.GroupColumn = column.Name;
            }
            Refusal.If(register is { KeyColumns: [var only] } && RegisterKinds.IsPersonNumber(only),
                "Raderna i registret heter som personers nummer och kan inte kontrolleras en och en. Gör om registret med en egen beteckning som nyckel.", nameof(Input.Register));
            Refusal.If(Input.RiskId is { } chosen && Plan.Risks.All(r => r.Id != chosen), "Risken finns inte längre i planen. Välj en annan, eller ingen.", nameof(Input.RiskId));
            Refusal.If(Input.Selection is Selection.Rotation && register is { AboutPeople: true } or { AboutClients: true },
                "Människor väljs alltid slumpmässigt: den som nyss kontrollerades ska kunna dras igen. Turordning är bara för föremål.",
                nameof(Input.Selection));
            var template = Offered.FirstOrDefault(o => o.Id == Template);
            Refusal.If(!string.IsNullOrEmpty(Input.FormKey) && Forms.All(f => f.Value != Input.FormKey), "Välj ett formulär som finns.", nameof(Input.FormKey));
            if (template?.OwnForm is { } form && form.Key == Input.FormKey)
                await OfferedTemplates.MakeFormAsync(Db, form, Plan.AtUnit, Stop);
            var old = Control;
            Refusal.If(old is null && !IsNew, "Någon annan har tagit bort kontrollen under tiden. Lägg in den som en ny om den ska vara kvar.");
            var content = Input.ToContent() with
            {
                Item = old?.Item ?? template?.Content.Item ?? "",
                DoneBy = old?.DoneBy ?? template?.Content.DoneBy ?? DoneBy.Statement
            };
            if (old is not null) old.Describe(content with { Item = old.Item == old.Title ? "" : old.Item });
            else Plan.Add(new Control(Db.NewId(), Plan, template?.Key ?? Control.OwnKey,
                Plan.Controls.Count == 0 ? 0 : Plan.Controls.Max(c => c.Order) + 1, content));
        }, () => Redirect($"/plan/{year}"), "Kontrollen är sparad.");
    }

    private static IEnumerable<string> TitlesOf(ControlContent content) =>
        [.. new[] { content.PerformerTitles, content.OfficerTitles, content.ReportingTitles, content.ToldTitles }.SelectMany(t => CommaList.Read(t))];

    protected override async Task ShowAsync()
    {
        var tree = await TreeAsync();
        Offered = await OfferedTemplates.ReadAsync(Db, Plan.Year, Stop);
        var kinds = (await KindsInUse.ReadAsync(Db, Stop)).Kinds;
        var columns = RegisterColumns.Of(kinds);
        ViewData["Kolumner"] = columns;
        GroupColumns = [new("Alla tillsammans", ""), .. columns.All.Skip(1)];
        Registers = [new("Inget", ""),
            .. kinds.Where(k => k.CanBeChecked).Select(k => new SelectListItem(k.Name, k.Key))];
        Forms = [new("Inget, bara utfallet anges", ""),
            .. (await new FormReader(Db).AllAsync(Stop)).Concat(Offered.Where(o => o.OwnForm is not null)
                .Select(o => (o.OwnForm!.Key, o.OwnForm.Title)))
            .DistinctBy(f => f.Item1)
            .Select(f => new SelectListItem(f.Item2, f.Item1))];
        Risks = [new("Ingen", ""), .. Plan.Risks.Select(r => new SelectListItem(r.Title, r.Id.ToString()))];
        Units = [.. tree.Working.Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
        Titles = [new("Ingen", ""),
            .. (await Db.Titles.AsNoTracking()
                .OrderBy(t => t.Name)
                .Select(t => t.Name)
                .ToListAsync(Stop)).Union(ControlKinds.Templates.SelectMany(t => TitlesOf(t.Content)))
            // What the control has stays to be chosen, whoever has taken it off the list since.
            .Union(Control is null ? [] : TitlesOf(Control.Content))
            .Where(t => t.Length > 0)
            .Order(SwedishOrder.Comparer)
            .Select(t => new SelectListItem(t, t))];
    }
}
