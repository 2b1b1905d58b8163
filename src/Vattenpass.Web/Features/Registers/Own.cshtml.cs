using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

/// <summary>A register with columns the municipality defines: a line a column, with its type after a colon where it is not text.</summary>
[Needs(Thing.Registers, Right.Write)]
public sealed class OwnModel(VattenpassDb db) : FormPage<OwnRegisterInput>(db)
{
    private static readonly Dictionary<string, ColumnType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text"] = ColumnType.Text,
        ["datum"] = ColumnType.Date,
        ["tal"] = ColumnType.Number,
        ["antal"] = ColumnType.Count,
        ["ja/nej"] = ColumnType.YesNo,
        ["månad"] = ColumnType.Month
    };
    public static readonly IReadOnlyList<SelectListItem> Fields = [.. Enum.GetValues<Field>()
        .Select(f => new SelectListItem(Prose.Capital(f.Swedish()), f.ToString()))];

    protected override Basis MadeFrom => Basis.Nothing;

    public IActionResult OnGet() => ImportModel.MayImport(Me) ? Page() : new StatusCodeResult(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ImportModel.MayImport(Me)) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        return await SaveAsync(Acts.ChangeRegister, async () =>
        {
            var columns = (Input.Columns ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Column)
                .ToList();
            var unit = columns.FirstOrDefault(c => RegisterKind.Fold(c.Name) == "enhet")?.Name ?? "";
            var definition = new RegisterDefinition(Db.NewId(), (await TreeAsync()).Root!.Id, Input.Field, Input.Name ?? "", columns,
                (Input.KeyColumn ?? "").Trim(), unit, Input.AboutPeople, Input.AboutClients);
            Refusal.If(await Db.RegisterDefinitions.AnyAsync(d => d.Name == definition.Name, Stop),
                "Det finns redan ett register med det namnet.", nameof(Input.Name));
            Db.RegisterDefinitions.Add(definition);
        }, () => Redirect("/register/profiler"), "Registret finns nu. Läs in en fil med de rubrikerna.");
    }

    private static Column Column(string line)
    {
        var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
        if (parts.Length == 1) return new(parts[0], Required: false);
        Refusal.If(!Types.TryGetValue(parts[1], out var type), $"”{parts[1]}” är ingen typ. Skriv {string.Join(", ", Types.Keys)}.",
            nameof(OwnRegisterInput.Columns));
        return new(parts[0], type, Required: false);
    }
}

public sealed class OwnRegisterInput
{
    public string? Name { get; set; }
    public string? Columns { get; set; }
    public string? KeyColumn { get; set; }
    public Field Field { get; set; }
    public bool AboutPeople { get; set; }
    public bool AboutClients { get; set; }
}
