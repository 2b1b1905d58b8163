using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Rules;

/// <summary>The municipality's own words for how grave a deviation is.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class GradesModel(VattenpassDb db) : FormPage<GradesInput>(db)
{
    private const string Mark = "allvarlig";
    private GradeScale? scale;

    protected override Basis MadeFrom => Basis.Values(Stored);

    private GradesInput Stored => new()
    {
        Grades = string.Join('\n', (scale?.Grades ?? GradeScale.Usual).Select(g => g.IsSerious ? $"{g.Name}; {Mark}" : g.Name)),
    };

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Input = Stored;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        return await SaveAsync(Acts.ChangeLocalRule, async () =>
        {
            if (scale is null) Db.GradeScales.Add(scale = new(Db.NewId(), (await TreeAsync()).Root!.Id));
            scale.Change([.. (Input.Grades ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)]);
        }, () => Redirect("/regler"), "Graderna är sparade.");
    }

    protected override async Task ShowAsync() => scale = await Db.GradeScales.FirstOrDefaultAsync(Stop);

    private static Grade Line(string line)
    {
        var parts = line.Split(';', StringSplitOptions.TrimEntries);
        var isSerious = parts.Length > 1 && string.Equals(parts[1], Mark, StringComparison.OrdinalIgnoreCase);
        Refusal.If(parts.Length > 2 || (parts.Length == 2 && parts[1].Length > 0 && !isSerious),
            $"”{line}” ska vara ett namn, och ; {Mark} om graden är allvarlig.", nameof(GradesInput.Grades));
        return new(parts[0], isSerious);
    }
}

public sealed class GradesInput
{
    public string? Grades { get; set; }
}
