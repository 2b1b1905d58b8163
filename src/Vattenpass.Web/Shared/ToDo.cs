using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>What a person shall do now, must decide, is behind with in their care, waits for, and may read.</summary>
public enum ToDoPart { Doing = 1, Decision = 2, Late = 3, Waiting = 4, Reading = 5 }

/// <summary>A line on the start page. Minutes is what it is expected to take; 0 for what only waits for a press.</summary>
public sealed record ToDoItem(ToDoPart Part, string Title, string Detail, string Status, string Tone, string Link, int Minutes = 0);

/// <summary>Who looks, at what, and when: what every source needs.</summary>
public sealed record ToDoLook(VattenpassDb Db, OrganisationTree Tree, CancellationToken Stop)
{
    public Access Me => Db.Access;
    public DateOnly Today => Db.Today;
}

/// <summary>What one capability puts on the start page, within what the person may see.</summary>
public abstract class ToDoSource
{
    public abstract Task<IReadOnlyList<ToDoItem>> ReadAsync(ToDoLook look);
}
