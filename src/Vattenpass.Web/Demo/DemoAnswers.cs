using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;

namespace Vattenpass.Web.Demo;

/// <summary>Believable answers to a form: everything well, or one thing wrong.</summary>
public static class DemoAnswers
{
    public static Dictionary<string, string?> Of(CheckForm form, bool wrong, Random random)
    {
        var answers = new Dictionary<string, string?>();
        var faulty = wrong
            ? form.Items.Where(i => i.Deviates.Count > 0 && i.AskedWhen.Length == 0)
            .OrderBy(i => i.Kind is ItemKind.YesNo ? random.Next(100) : 0)
            .FirstOrDefault()
            : null;
        if (form.Key == Phones.Form.Key && wrong) faulty = form.Items[0];
        foreach (var item in form.Items)
            answers[item.Key] = item == faulty ? item.Deviates[0] : item.Usual ?? Plain(item, random);
        if (form.Key == Economy.MonthlyEconomyForm.Key && !wrong) answers["avvikelse"] = "0,4";
        return answers;
    }

    private static string? Plain(FormItem item, Random random) => item switch
    {
        { Key: "allvar" } => random.Next(4) == 0 ? CheckForm.Grave : "mindre",
        { Kind: ItemKind.Choice } =>
            item.Choices.FirstOrDefault(c => !item.Deviates.Contains(c)
                && !item.Remarks.Contains(c)
                && random.Next(3) == 0) ?? item.Choices[0],
        { Kind: ItemKind.Count } => "12",
        { Kind: ItemKind.Number, Key: "journalsaldo" } => "28",
        { Kind: ItemKind.Number, Key: "raknat" } => "27",
        { Kind: ItemKind.Number, Key: "forbrukat" } => "92",
        { Kind: ItemKind.Number } => "0",
        { Kind: ItemKind.Date } => "2026-01-15",
        { Kind: ItemKind.YesNo } => CheckForm.Yes,
        _ => null,
    };
}
