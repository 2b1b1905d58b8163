using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Start;

[NeedsSignIn]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int MostShown = 8, MostDecisions = 30;

    public string Headline { get; private set; } = "";
    public IReadOnlyList<ToDoItem> Doing { get; private set; } = [];
    public IReadOnlyList<ToDoItem> Late { get; private set; } = [];
    public IReadOnlyList<ToDoItem> Decisions { get; private set; } = [];
    public IReadOnlyList<ToDoItem> Waiting { get; private set; } = [];
    public IReadOnlyList<ToDoItem> ToRead { get; private set; } = [];
    public int More { get; private set; }
    public int MoreLate { get; private set; }

    public async Task OnGetAsync()
    {
        var list = await new ToDoReader(Db, await TreeAsync()).ReadAsync(Stop);
        (Doing, Late, Decisions, Waiting, ToRead) = ([.. list.Doing.Take(MostShown)], [.. list.Late.Take(MostShown)], [.. list.Decisions.Take(MostDecisions)], [.. list.Waiting.Take(MostShown)], [.. list.ToRead.Take(MostShown)]);
        (More, MoreLate) = (list.Doing.Count - Doing.Count, list.Late.Count - Late.Count);
        Headline = (list.Doing.Count, list.Decisions.Count) switch
        {
            (0, 0) when list.ToRead.Count > 0 => "Att läsa",
            (0, 0) => "Inget att göra just nu",
            (0, var waiting) => $"{Prose.Capital(Prose.Count(waiting, "sak", "saker"))} väntar på ditt beslut",
            (var count, _) => $"{count} {(count == 1 ? "sak" : "saker")}, cirka {list.Minutes} minuter",
        };
    }
}
