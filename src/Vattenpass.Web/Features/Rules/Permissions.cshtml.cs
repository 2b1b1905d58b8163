using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Rules;

/// <summary>Which role each title may have in the record systems.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class PermissionsModel(VattenpassDb db) : FormPage<PermissionsInput>(db)
{
    private PermissionRules? rules;

    public IReadOnlyList<string> Untested { get; private set; } = [];

    protected override Basis MadeFrom => Basis.Values(Stored);

    private PermissionsInput Stored => new()
    {
        Roles = string.Join('\n', (rules?.Roles ?? PermissionRules.Usual).GroupBy(r => r.Title).Select(g => $"{g.Key} = {string.Join(", ", g.Select(r => r.Role))}")),
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
            if (rules is null) Db.PermissionRules.Add(rules = new(Db.NewId(), (await TreeAsync()).Root!.Id));
            rules.Change([.. (Input.Roles ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Line)]);
        }, () => Redirect("/regler"), "Reglerna är sparade.");
    }

    protected override async Task ShowAsync()
    {
        rules = await Db.PermissionRules.FirstOrDefaultAsync(Stop);
        var known = (rules?.Roles ?? PermissionRules.Usual).Select(r => r.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = await Db.RegisterRows.AsNoTracking()
            .Where(r => r.Register == RegisterKinds.Employees.Key && r.Year == Today.Year && r.ReplacedByImportId == null).ToListAsync(Stop);
        Untested = [.. rows.Select(r => r["befattning"]).Where(t => !known.Contains(t)).Distinct(StringComparer.OrdinalIgnoreCase).Order(SwedishOrder.Comparer)];
    }

    private static IEnumerable<TitleRole> Line(string line)
    {
        var parts = line.Split('=', StringSplitOptions.TrimEntries);
        Refusal.If(parts.Length != 2 || parts[0].Length == 0, $"”{line}” ska vara en befattning, ett likhetstecken och en roll.", nameof(PermissionsInput.Roles));
        return parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(role => new TitleRole(parts[0], role));
    }
}

public sealed class PermissionsInput
{
    public string? Roles { get; set; }
}
