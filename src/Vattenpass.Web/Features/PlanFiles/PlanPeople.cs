using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.PlanFiles;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Features.PlanFiles;

/// <summary>Who the names of a plan are here: people by their names, and titles by theirs.</summary>
public sealed class PlanPeople
{
    private readonly Dictionary<string, Guid> people;
    private readonly Dictionary<string, string> titles;
    private readonly ILookup<Guid, string> titlesOf;
    private readonly ILookup<string, Guid> holders;
    private readonly ILookup<Guid, Guid?> places;

    private PlanPeople(Dictionary<string, Guid> people, Dictionary<string, string> titles, ILookup<Guid, string> titlesOf, ILookup<string, Guid> holders, ILookup<Guid, Guid?> places) =>
        (this.people, this.titles, this.titlesOf, this.holders, this.places) = (people, titles, titlesOf, holders, places);

    public IEnumerable<string> Known => people.Keys.Concat(titles.Keys);

    public static async Task<PlanPeople> ReadAsync(VattenpassDb db, CancellationToken stop)
    {
        var everybody = await db.People.AsNoTracking().Where(p => p.To == null || p.To >= db.Today).ToListAsync(stop);
        var held = (await db.Assignments.AsNoTracking().Include(a => a.Title).ToListAsync(stop)).Where(a => a.HoldsOn(db.Today)).ToList();
        // Two of the same name are nobody in particular.
        var named = everybody.GroupBy(p => PeopleText.Key(p.Name)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Id);
        var called = (await db.Titles.AsNoTracking().Select(t => t.Name).ToListAsync(stop)).DistinctBy(PeopleText.Key).ToDictionary(PeopleText.Key);
        return new(named, called, held.ToLookup(a => a.PersonId, a => a.Title.Name), held.ToLookup(a => PeopleText.Key(a.Title.Name), a => a.PersonId), held.ToLookup(a => a.PersonId, a => a.UnitId));
    }

    /// <summary>The person of a name, or the only one who holds the title; null where it is nobody, or several.</summary>
    public Guid? Person(string name) =>
        people.TryGetValue(PeopleText.Key(name), out var id) ? id
        : holders[PeopleText.Key(name)].Distinct().ToList() is [var only] ? only : null;

    /// <summary>The title of a name, or of the person who has it; else the name as it is written.</summary>
    public string Title(string name) =>
        titles.TryGetValue(PeopleText.Key(name), out var title) ? title
        : people.TryGetValue(PeopleText.Key(name), out var id) && titlesOf[id].FirstOrDefault() is { } held ? held : name;

    /// <summary>Where the person of a name, or the only one who holds the title, has it; null where it is nobody, or several.</summary>
    public Guid? Place(string name) => Person(name) is { } id && places[id].Distinct().ToList() is [var only] ? only : null;

    public bool IsKnown(string name) => people.ContainsKey(PeopleText.Key(name)) || titles.ContainsKey(PeopleText.Key(name));
}
