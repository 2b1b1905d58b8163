using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Forms;

/// <summary>One question of the next version: new, changed or taken away.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class QuestionModel(VattenpassDb db) : FormEditPage<QuestionInput>(db)
{
    [BindProperty(SupportsGet = true, Name = "nummer")] public int? AskedNumber { get; set; }
    public bool IsNew => AskedNumber is null;
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    protected override Basis MadeFrom => IsNew ? Basis.Nothing : Basis.Values(Stored);

    private QuestionInput Stored => QuestionInput.Of(Form.Items[AskedNumber!.Value], Before(AskedNumber.Value));

    /// <summary>No key of a question; an empty value would be none at all when it is sent.</summary>
    private const string First = "-";

    private string Before(int number) => number == 0 ? First : Form.Items[number - 1].Key;

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await FindAsync(key)) return NotFound();
        Input = IsNew ? new() { Place = Before(Form.Items.Count) } : Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, bool tabort)
    {
        if (!await FindAsync(key)) return NotFound();
        return await SaveAsync(Acts.ChangeForm, async () =>
        {
            await ChangeAsync(tabort && AskedNumber is { } n ? Form with { Items = [.. Form.Items.Where((_, at) => at != n)] } : Changed());
        }, () => Redirect($"/formular/{Uri.EscapeDataString(key)}"), tabort ? "Frågan är borttagen ur nästa version." : "Frågan är sparad i nästa version.");
    }

    private CheckForm Changed()
    {
        var old = AskedNumber is { } at ? Form.Items[at] : null;
        var item = Input.Change(old ?? new(Form.NewKey(), ""));
        var form = Form with { Items = old is null ? [.. Form.Items, item] : [.. Form.Items.Select(i => i == old ? item : i)] };
        // A form without the field, or an answer that stands where it stood, moves nothing.
        return Input.Place is null || (AskedNumber is { } n && Input.Place == Before(n)) ? form : form.Move(item.Key, Input.Place == First ? "" : Input.Place);
    }

    private async Task<bool> FindAsync(string key)
    {
        if (!await LoadAsync(key) || AskedNumber is { } n && (n < 0 || n >= Form.Items.Count)) return false;
        Others = [new("Alltid", ""),
            .. Form.Items.Take(AskedNumber ?? Form.Items.Count)
            .Where(i => i.Kind is ItemKind.YesNo or ItemKind.Choice)
            .Select(i => new SelectListItem(i.Question, i.Key))];
        Places = [new("Först", First), .. Form.Items.Where((_, at) => at != AskedNumber).Select(i => new SelectListItem($"Efter: {i.Question}", i.Key))];
        return true;
    }
}
