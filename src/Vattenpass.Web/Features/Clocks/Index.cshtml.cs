using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Clocks;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Clocks;

/// <summary>Every case against its statutory clock: what is late, what soon will be, and the extensions that do not hold.</summary>
[Needs(Thing.Registers)]
public sealed class IndexModel(VattenpassDb db) : VattenpassPage(db)
{
    private const int MostShown = 200;
    public static readonly IReadOnlyList<(string Value, string Text)> Views = [("snart", "Sena och snart sena"), ("oppna", "Alla pågående"),
        ("forlangda", "Förlängda"), ("alla", "Alla")];

    [BindProperty(SupportsGet = true, Name = "visa")] public string Showing { get; set; } = "snart";

    public IReadOnlyList<ClockReading> Rows { get; private set; } = [];
    public IReadOnlyList<DecisionFact> Unexecuted { get; private set; } = [];
    /// <summary>Late decisions that are carried out, with no day on which IVO and the auditors were told so.</summary>
    public IReadOnlyList<DecisionFact> ToNotice { get; private set; } = [];
    public int Count { get; private set; }
    public int Unjudged { get; private set; }
    public int Judged { get; private set; }
    public bool KnowsDecisions { get; private set; }
    public int Late { get; private set; }
    public int Soon { get; private set; }
    public IReadOnlyList<Period> Quarters { get; private set; } = [];

    /// <summary>The register is the whole board's; whoever may not see it is told so, and never that there is nothing in it.</summary>
    public static bool MaySee(Access me) => me.May(Thing.Registers, Right.Read, null, Field.SocialServices, own: false);
    public bool SeesRegister => MaySee(Me);

    public async Task OnGetAsync()
    {
        if (!SeesRegister) return;
        (var all, Unjudged) = await CaseReader.ReadAsync(Db, Today, Stop);
        Judged = all.Count;
        (Late, Soon) = (all.Count(r => r.State is ClockState.Late), all.Count(r => r.State is ClockState.DueSoon));
        var shown = Showing switch
        {
            "oppna" => all.Where(r => r.Ended is null),
            "forlangda" => all.Where(r => r.ExtendedTo is not null),
            "alla" => all,
            _ => all.Where(r => r.State is ClockState.Late or ClockState.DueSoon),
        };
        var list = shown.OrderBy(r => r.Ended is not null).ThenBy(r => r.LastDay).ToList();
        (Count, Rows) = (list.Count, [.. list.Take(MostShown)]);
        var read = await CaseReader.DecisionsAsync(Db, Stop);
        var decisions = read ?? [];
        KnowsDecisions = read is not null;
        Unexecuted = [.. decisions.Where(d => d.IsUnexecutedOn(Today.AddDays(ClockReading.Soon))).OrderBy(d => d.LastDay)];
        ToNotice = [.. decisions.Where(d => d.ReportedOn is not null && d.NoticedOn is null && d.Carried <= Today).OrderBy(d => d.Carried)];
        Quarters = [.. Enumerable.Range(Today.Year - 1, 2)
            .SelectMany(y => Enumerable.Range(1, 4).Select(q => Period.Quarter(y, q)))
            .Where(q => q.From <= Today)
            .Reverse()
            .Take(5)];
    }
}
