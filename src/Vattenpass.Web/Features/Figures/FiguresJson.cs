using System.Text.Json.Nodes;
using Vattenpass.Domain.Kinds;

namespace Vattenpass.Web.Features.Figures;

/// <summary>The year's figures under the stable keys that others script against.</summary>
public static class FiguresJson
{
    public static JsonObject Of(YearFigures figures) =>
        new(figures.Kinds.Select(k => KeyValuePair.Create(k.Figures.JsonKey, (JsonNode?)k.Figures.Json)));
}
