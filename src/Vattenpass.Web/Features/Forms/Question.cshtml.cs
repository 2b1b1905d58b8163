using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Forms;

/// <summary>One question of the next version: new, changed or taken away.</summary>
[Needs(Thing.Plans, Right.Write)]
public sealed class QuestionModel(VattenpassDb db) : FormEditPage<QuestionInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [new("Ja eller nej", nameof(ItemKind.YesNo)),
        new("Val", nameof(ItemKind.Choice)), new("Tal", nameof(ItemKind.Number)), new("Antal", nameof(ItemKind.Count)),
        new("Datum", nameof(ItemKind.Date)), new("Kort text", nameof(ItemKind.Text))];
    [BindProperty(SupportsGet = true, Name = "nummer")] public int? AskedNumber { get; set; }
    public bool IsNew => AskedNumber is null;
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    protected override Basis MadeFrom => IsNew ? Basis.Nothing : Basis.Values(Stored);

    private QuestionInput Stored => QuestionInput.Of(Form.Items[AskedNumber!.Value]);

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (!await FindAsync(key)) return NotFound();
        if (!IsNew) Input = Stored;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, bool tabort)
    {
        if (!await FindAsync(key)) return NotFound();
        return await SaveAsync(Acts.ChangeForm, async () =>
        {
            var items = Form.Items.ToList();
            if (AskedNumber is { } n && tabort) items.RemoveAt(n);
            else if (AskedNumber is { } at) items[at] = Input.Change(items[at]);
            else items.Add(Input.Change(new(NewKey(items), "")));
            await ChangeAsync(Form with { Items = items });
        }, () => Redirect($"/formular/{Uri.EscapeDataString(key)}"), tabort ? "Frågan är borttagen ur nästa version." : "Frågan är sparad i nästa version.");
    }

    private static string NewKey(List<FormItem> items) =>
        $"fraga{Enumerable.Range(items.Count + 1, 1000).First(n => items.TrueForAll(i => i.Key != $"fraga{n}"))}";

    private async Task<bool> FindAsync(string key)
    {
        if (!await LoadAsync(key) || AskedNumber is { } n && (n < 0 || n >= Form.Items.Count)) return false;
        Others = [new("Alltid", ""),
            .. Form.Items.Take(AskedNumber ?? Form.Items.Count)
            .Where(i => i.Kind is ItemKind.YesNo or ItemKind.Choice)
            .Select(i => new SelectListItem(i.Question, i.Key))];
        return true;
    }
}

public sealed class QuestionInput
{
    public string? Question { get; set; }
    public string? Hint { get; set; }
    public ItemKind Kind { get; set; } = ItemKind.YesNo;
    public string? Choices { get; set; }
    public string? Deviates { get; set; }
    public string? Remarks { get; set; }
    public bool Partly { get; set; }
    public bool MayNotApply { get; set; }
    public bool Optional { get; set; }
    public bool Serious { get; set; }
    public string? Fault { get; set; }
    public decimal? Low { get; set; }
    public decimal? High { get; set; }
    public decimal? RemarkLow { get; set; }
    public decimal? RemarkHigh { get; set; }
    public string? Unit { get; set; }
    public string? AskedWhen { get; set; }
    public string? AskedFor { get; set; }

    public static QuestionInput Of(FormItem i) => new()
    {
        Question = i.Question,
        Hint = i.Hint,
        Kind = i.Kind,
        Choices = CommaList.Text(i.Choices),
        Deviates = CommaList.Text(i.Deviates),
        Remarks = CommaList.Text(i.Remarks),
        Partly = i.Partly,
        MayNotApply = i.MayNotApply,
        Optional = i.Optional,
        Serious = i.Serious,
        Fault = i.Fault,
        Low = i.Low,
        High = i.High,
        RemarkLow = i.RemarkLow,
        RemarkHigh = i.RemarkHigh,
        Unit = i.Unit,
        AskedWhen = i.AskedWhen,
        AskedFor = CommaList.Text(i.AskedFor),
    };

    /// <summary>What the form does not show (where a kind or a severity comes from) stays as it was.</summary>
    public FormItem Change(FormItem item) => item with
    {
        Question = Refusal.IfEmpty(Question, "Skriv frågan.", nameof(Question)),
        Hint = Hint?.Trim() ?? "",
        Kind = Kind,
        Choices = Kind is ItemKind.Choice ? CommaList.Read(Choices) : [],
        Deviates = CommaList.Read(Deviates),
        Remarks = CommaList.Read(Remarks),
        Partly = Partly,
        MayNotApply = MayNotApply,
        Optional = Optional,
        Serious = Serious,
        Fault = Fault?.Trim() ?? "",
        Low = Low,
        High = High,
        RemarkLow = RemarkLow,
        RemarkHigh = RemarkHigh,
        Unit = Unit?.Trim() ?? "",
        AskedWhen = AskedWhen ?? "",
        AskedFor = string.IsNullOrEmpty(AskedWhen) ? [] : CommaList.Read(AskedFor),
    };
}
