using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

[Needs(Thing.Registers, Right.Write)]
public sealed class ProfileModel(VattenpassDb db) : FormPage<ProfileInput>(db)
{
    public RegisterKind Kind { get; private set; } = null!;
    [BindProperty(SupportsGet = true, Name = "profil")] public Guid? ProfileId { get; set; }

    public async Task<IActionResult> OnGetAsync(string kind)
    {
        if (!await LoadAsync(kind)) return NotFound();
        if (ProfileId is { } id && await Db.ColumnProfiles.AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == id && p.Register == kind, Stop) is { } profile)
            Input = new() { Name = profile.Name, Headers = [.. Kind.Columns.Select(c => profile.Headers.GetValueOrDefault(c.Name))] };
        else Input = new() { Headers = [.. Kind.Columns.Select(_ => (string?)null)] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind)
    {
        if (!await LoadAsync(kind)) return NotFound();
        return await SaveAsync(Acts.ChangeRegister, async () =>
        {
            var headers = Kind.Columns.Zip(Input.Headers)
                .Where(h => !string.IsNullOrWhiteSpace(h.Second))
                .ToDictionary(h => h.First.Name, h => h.Second!);
            if (ProfileId is { } id && await Db.ColumnProfiles.FirstOrDefaultAsync(p => p.Id == id && p.Register == kind, Stop) is { } profile)
                profile.Describe(Kind, Input.Name ?? "", headers);
            else Db.ColumnProfiles.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id, Kind, Input.Name ?? "", headers));
        }, () => Redirect("/register/profiler"), "Profilen är sparad.");
    }

    private async Task<bool> LoadAsync(string kind)
    {
        Kind = (await KindsInUse.ReadAsync(Db, Stop)).Find(kind)!;
        return Kind is not null && ImportModel.MayImport(Me);
    }
}

public sealed class ProfileInput
{
    public string? Name { get; set; }
    public List<string?> Headers { get; set; } = [];
}
