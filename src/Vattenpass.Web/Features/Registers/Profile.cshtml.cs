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

    /// <summary>Words that a file had and nobody knows: lines to be completed.</summary>
    [FromQuery(Name = "ord")]
    public List<string> Unknown { get; set; } = [];

    private ColumnProfile? profile;

    protected override Basis MadeFrom => profile is null ? Basis.Nothing : Basis.Values(Stored);

    private ProfileInput Stored => ProfileInput.Of(Kind, profile);
    public bool HasIds => Kind.Columns.Any(c => c.IsId);

    public async Task<IActionResult> OnGetAsync(string kind)
    {
        if (!await LoadAsync(kind)) return NotFound();
        Input = Stored;
        if (Unknown.Count > 0) Input.Words = string.Join('\n', new[] { Input.Words }.Where(w => w is { Length: > 0 }).Concat(Unknown.Select(u => $"{u} = ")));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind)
    {
        if (!await LoadAsync(kind)) return NotFound();
        return await SaveAsync(Acts.ChangeRegister, async () =>
        {
            var content = Input.Content(Kind);
            if (profile is not null) profile.Describe(Kind, Input.Name ?? "", content);
            else Db.ColumnProfiles.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id, Kind, Input.Name ?? "", content));
        }, () => Redirect("/register/profiler"), "Profilen är sparad.");
    }

    private async Task<bool> LoadAsync(string kind)
    {
        Kind = (await KindsInUse.ReadAsync(Db, Stop)).Find(kind)!;
        profile = ProfileId is { } id ? await Db.ColumnProfiles.FirstOrDefaultAsync(p => p.Id == id && p.Register == kind, Stop) : null;
        return Kind is not null && ImportModel.MayImport(Me) && (profile is not null || ProfileId is null);
    }
}
