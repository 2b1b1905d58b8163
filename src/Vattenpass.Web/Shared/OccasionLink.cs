using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Web.Shared;

/// <summary>Where an occasion is done: a store is counted, a list is filled in, and of the rest only the outcome is stated.</summary>
public static class OccasionLink
{
    public static bool IsFilledIn(Occasion occasion) => occasion.Control.DoneBy is DoneBy.Count || occasion.Control.FormKey.Length > 0;

    public static string ToDo(Occasion occasion) =>
        occasion.Control.DoneBy is DoneBy.Count
            ? $"/lakemedel/kontroll/{occasion.Id}"
            : occasion.Control.FormKey.Length > 0 ? $"/kontroller/{occasion.Id}/lista"
            : $"/kontroller/{occasion.Id}";
}
