using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Features.Forms;

/// <summary>A question of a form, as a form.</summary>
public class QuestionInput
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [new("Ja eller nej", nameof(ItemKind.YesNo)),
        new("Val", nameof(ItemKind.Choice)), new("Tal", nameof(ItemKind.Number)), new("Antal", nameof(ItemKind.Count)),
        new("Datum", nameof(ItemKind.Date)), new("Kort text", nameof(ItemKind.Text))];

    public string? Question { get; set; }
    public string? Hint { get; set; }
    public ItemKind Kind { get; set; } = ItemKind.YesNo;
    public string? Choices { get; set; }
    public string? Deviates { get; set; }
    public string? Remarks { get; set; }
    public string? Grave { get; set; }
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
    /// <summary>The key of the question it stands after, or the mark of the first place.</summary>
    public string? Place { get; set; }

    public static QuestionInput Of(FormItem i, string place) => new()
    {
        Question = i.Question,
        Hint = i.Hint,
        Kind = i.Kind,
        Choices = CommaList.Text(i.Choices),
        Deviates = CommaList.Text(i.Deviates),
        Remarks = CommaList.Text(i.Remarks),
        Grave = CommaList.Text(i.Grave),
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
        Place = place,
    };

    /// <summary>Answers by the form's own words, however they were typed; a number has none.</summary>
    private List<string> Known(string? typed)
    {
        var answers = new FormItem("", "", Kind) { Partly = Partly, MayNotApply = MayNotApply, Choices = CommaList.Read(Choices) }.Answers;
        return answers.Count == 0 ? []
            : [.. CommaList.Read(typed).Select(t => answers.FirstOrDefault(a => string.Equals(a, t, StringComparison.OrdinalIgnoreCase)) ?? t)];
    }

    /// <summary>What the form does not show (where a kind comes from) stays as it was.</summary>
    public FormItem Change(FormItem item) => item with
    {
        Question = Refusal.IfEmpty(Question, "Skriv frågan.", nameof(Question)),
        Hint = Hint?.Trim() ?? "",
        Kind = Kind,
        Choices = Kind is ItemKind.Choice ? CommaList.Read(Choices) : [],
        Deviates = Known(Deviates),
        Remarks = Known(Remarks),
        Grave = Known(Grave),
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
