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
using Vattenpass.Domain.Reminders;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Deviations;

[Needs(Thing.Deviations, Right.Write)]
public sealed class ReportModel(VattenpassDb db) : FormPage<ReportInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Fields = [.. Enum.GetValues<Field>()
        .Select(f => new SelectListItem(Prose.Capital(f.Swedish()), f.ToString()))];
    private IReadOnlyList<Grade> grades = GradeScale.Usual;
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Grades => [.. grades.Select(g => new SelectListItem(Prose.Capital(g.Name), g.Name))];

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        (Input.FoundOn, Input.Field) = (Today, Me.Of(Thing.Deviations, Right.Write).ByField.Keys.FirstOrDefault());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ReportDeviation, () =>
        {
            Refusal.If(Units.All(u => u.Value != Input.UnitId?.ToString()), "Välj enhet.", nameof(Input.UnitId));
            Refusal.IfEmpty(Input.Kind ?? "", "Skriv vad avvikelsen gäller.", nameof(Input.Kind));
            var found = Input.FoundOn ?? Today;
            Refusal.If(found > Today, "Dagen ligger i framtiden.", nameof(Input.FoundOn));
            var grade = grades.FirstOrDefault(g => g.Name == Input.Grade) ?? throw new Refusal("Välj hur allvarligt det är.", nameof(Input.Grade));
            Db.Report(new(Input.UnitId!.Value, Input.Field, Input.Kind ?? "", Input.Description ?? "",
                grade.IsSerious ? Severity.Serious : Severity.Minor, found, $"{found:yyyy-MM}", ImmediateAction: Input.ImmediateAction ?? "")
            {
                Grade = grade.Name,
            }, Me.PersonId);
        }, () => Redirect("/avvikelser"), "Avvikelsen är rapporterad.");
    }

    /// <summary>The units one works in: where the permission reaches, or, for those who report their own, where they hold a title.</summary>
    protected override async Task ShowAsync()
    {
        grades = (await Db.GradeScales.AsNoTracking().FirstOrDefaultAsync(Stop))?.Grades ?? GradeScale.Usual;
        var tree = await TreeAsync();
        var extent = Me.Of(Thing.Deviations, Right.Write);
        var mine = extent.Anywhere.Concat(Me.Holds.SelectMany(h => tree.SelfAndBelow(h.Unit))).ToHashSet();
        Units = [new("Välj enhet", ""),
            .. tree.All.Where(u => u.ExistsOn(Today) && mine.Contains(u.Id))
            .Select(u => new SelectListItem(tree.NameOf(u.Id), u.Id.ToString()))];
        if (Units.Count == 2) Units = [.. Units.Skip(1)];
        // Where one works, when that is one place.
        List<Guid> held = [.. Me.Holds.Select(h => h.Unit).Distinct()];
        if (HttpMethods.IsGet(Request.Method) && held.Count == 1 && Units.Any(u => u.Value == $"{held[0]}")) Input.UnitId = held[0];
    }
}

public sealed class ReportInput
{
    public Guid? UnitId { get; set; }
    public Field Field { get; set; }
    public string? Kind { get; set; }
    public string? Description { get; set; }
    public string? Grade { get; set; }
    public DateOnly? FoundOn { get; set; }
    public string? ImmediateAction { get; set; }
}
