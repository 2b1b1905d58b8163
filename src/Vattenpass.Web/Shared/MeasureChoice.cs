using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Web.Shared;

/// <summary>A measure in a list to choose from: measures of one name are told apart by where they are and when they end.</summary>
public static class MeasureChoice
{
    public static string Text(Measure measure, OrganisationTree tree) =>
        $"{measure.Title} ({tree.NameOf(measure.UnitId)}{(measure.End is { } end ? $", {end:yyyy-MM-dd}" : "")})";
}
