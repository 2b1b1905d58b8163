using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Forms;

/// <summary>A municipality's own form, from nothing: its title and first question.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class NewModel(VattenpassDb db) : FormPage<NewFormInput>(db)
{
    protected override Basis MadeFrom => Basis.Nothing;

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync()
    {
        var key = "";
        return SaveAsync(Acts.ChangeForm, async () =>
        {
            var title = Refusal.IfEmpty(Input.Title, "Skriv vad formuläret heter.", nameof(Input.Title));
            IdentityGuard.MustBeFree(title, nameof(Input.Title), "Ett formulärs rubrik");
            key = await FreeKeyAsync(title);
            Db.Forms.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id, 1, new(key, title, [Input.Change(new("fraga1", ""))])));
        }, () => Redirect($"/formular/{key}"), "Formuläret är skapat som utkast.");
    }

    /// <summary>A key made of the title that no form has; letters and digits only, for it stands in addresses.</summary>
    private async Task<string> FreeKeyAsync(string title)
    {
        var stem = RegisterKind.Fold(title) is { Length: > 0 } folded ? folded[..Math.Min(folded.Length, 30)] : "formular";
        var taken = await Db.Forms.Select(f => f.Key).Distinct().ToListAsync(Stop);
        return Enumerable.Range(1, 1000).Select(n => n == 1 ? $"eget-{stem}" : $"eget-{stem}-{n}")
            .First(k => !taken.Contains(k) && ControlKinds.FindForm(k) is null);
    }
}

public sealed class NewFormInput : QuestionInput
{
    public string? Title { get; set; }
}
