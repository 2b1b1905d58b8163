using Vattenpass.Domain.Controls;

namespace Vattenpass.Web.Features.Controls;

/// <summary>A question as it stands in one object's form. Row makes names and ids unique on the page.</summary>
public sealed record FormItemSeen(CheckForm Form, FormItem Item, int Row, bool IsPosted, IReadOnlyDictionary<string, string> Given)
{
    public string Id => $"r{Row}-{Item.Key}";
    public string Name => $"Input.Answers[{Item.Key}]";
    public IReadOnlyList<FormItem> FollowUps => [.. Form.FollowUps(Item)];

    /// <summary>Follow-ups open when one of these answers is chosen; styling reads it, so no script is needed.</summary>
    public bool Opens(string answer) => FollowUps.Count > 0 && FollowUps[0].AskedFor.Contains(answer);
}
