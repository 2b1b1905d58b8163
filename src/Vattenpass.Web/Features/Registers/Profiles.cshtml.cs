using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Registers;

/// <summary>What the source systems call the columns, and the registers the municipality has defined.</summary>
[Needs(Thing.Registers, Right.Write)]
public sealed class ProfilesModel(VattenpassDb db) : VattenpassPage(db)
{
    public KindsInUse InUse { get; private set; } = new([], []);

    /// <summary>Where one came from with a file, to go back to.</summary>
    [BindProperty(SupportsGet = true, Name = "tillbaka")]
    public string? Back { get; set; }
    public bool IsFromFile => ProfiledFile.IsAddress(Back);

    public async Task OnGetAsync() => InUse = await KindsInUse.ReadAsync(Db, Stop);

    public string AddressOf(string register, Guid? profile) => $"/register/profil/{Uri.EscapeDataString(register)}"
        + (profile, IsFromFile) switch
        {
            (null, false) => "",
            ({ } id, false) => $"?profil={id}",
            (null, true) => $"?tillbaka={Uri.EscapeDataString(Back!)}",
            ({ } id, true) => $"?profil={id}&tillbaka={Uri.EscapeDataString(Back!)}",
        };

    /// <summary>All that a profile says of its source.</summary>
    public static IEnumerable<string> Says(ColumnProfile profile)
    {
        if (profile.Headers.Count > 0) yield return $"Rubriker: {string.Join(", ", profile.Headers.Select(h => $"{h.Value} är {h.Key}"))}";
        if (profile.Words.Count > 0) yield return $"Ord: {Prose.Some([.. profile.Words.Select(w => $"{w.InFile} är {w.Means}")], 5)}";
        if (profile.Constants.Count > 0) yield return $"I alla rader: {string.Join(", ", profile.Constants.Select(c => $"{c.Key} {c.Value}"))}";
        if (profile.Kept.Count > 0) yield return $"Bara rader där {Prose.List([.. profile.Kept.Select(k => $"{k.Header} är {string.Join(" eller ", k.Words)}")])}";
        if (profile.IdRules.Count > 0) yield return $"Id: {string.Join(", ", profile.IdRules.Select(r => r.Swedish()))}";
    }
}
