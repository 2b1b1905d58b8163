using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Overview;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

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
    public IReadOnlyList<FirstStep> FirstSteps { get; private set; } = [];
    /// <summary>How it is going, for those who lead or follow up the work of others.</summary>
    public OverviewNow? Overview { get; private set; }
    public int More { get; private set; }
    public int MoreLate { get; private set; }

    private bool Leads => Me.Has(Role.DepartmentHead) || Me.Has(Role.Coordinator) || Me.Has(Role.AreaManager) || Me.Has(Role.Auditor);
    public bool IsPart => !(Me.SeesWhole(Thing.Occasions) && Me.SeesWhole(Thing.Deviations) && Me.SeesWhole(Thing.Measures));

    public async Task OnGetAsync()
    {
        FirstSteps = await Shared.FirstSteps.ReadAsync(Db, Me, Stop);
        if (Leads && FirstSteps.Count == 0) Overview = await new OverviewReader(Db, await TreeAsync(), withRows: false, Stop).NumbersAsync();
        var items = await ToDoSources.ReadAsync(new(Db, await TreeAsync(), Stop));
        IReadOnlyList<ToDoItem> First(ToDoPart part, int most = MostShown) => [.. items[part].Take(most)];
        (Doing, Late) = (First(ToDoPart.Doing), First(ToDoPart.Late));
        Decisions = First(ToDoPart.Decision, MostDecisions);
        (Waiting, ToRead) = (First(ToDoPart.Waiting), First(ToDoPart.Reading));
        (More, MoreLate) = (items[ToDoPart.Doing].Count() - Doing.Count, items[ToDoPart.Late].Count() - Late.Count);
        Headline = (items[ToDoPart.Doing].Count(), items[ToDoPart.Decision].Count()) switch
        {
            (0, 0) when FirstSteps.Count > 0 => "Kom igång",
            (0, 0) when ToRead.Count > 0 => "Att läsa",
            (0, 0) => "Du har inget att göra just nu",
            (0, var waiting) => $"{Prose.Capital(Prose.Count(waiting, "sak", "saker"))} väntar på ditt beslut",
            (var count, _) => $"{count} {(count == 1 ? "sak" : "saker")}, cirka {items[ToDoPart.Doing].Sum(i => i.Minutes)} minuter",
        };
    }
}
