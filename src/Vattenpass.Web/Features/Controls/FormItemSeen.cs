using Vattenpass.Domain.Forms;

namespace Vattenpass.Web.Features.Controls;

/// <summary>A question as it stands in one object's form. Row makes names and ids unique on the page.</summary>
public sealed record FormItemSeen(CheckForm Form, FormItem Item, int Row, bool IsPosted, IReadOnlyDictionary<string, string> Given)
{
    public string Id => $"r{Row}-{Item.Key}";
    public string Name => $"Input.Answers[{Item.Key}]";

    /// <summary>Follow-ups by the answers that open them, numbered from 1; styling reads the number, so no script is needed.</summary>
    public IReadOnlyList<(int Number, IReadOnlyList<FormItem> Items)> FollowUps =>
        [.. Form.FollowUps(Item).GroupBy(CheckForm.TriggerOf).Select((g, n) => (n + 1, (IReadOnlyList<FormItem>)[.. g]))];

    public string Opens(string answer) =>
        string.Join(' ', FollowUps.Where(f => f.Items[0].AskedFor.Contains(answer)).Select(f => f.Number));
}
