using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Vattenpass.Web.Shared;

/// <summary>The values that somebody else has stored while a form was filled in, each shown once: beside its field, else above the form.</summary>
internal static class StoredNow
{
    private const string Key = "Sparat nu";

    public static void Show(ViewDataDictionary view, IEnumerable<KeyValuePair<string, string>> values) =>
        view[Key] = values.ToDictionary(v => $"Input.{v.Key}", v => v.Value);

    /// <summary>Takes the value out, so that it is not shown again.</summary>
    public static string? Take(ViewDataDictionary view, string field) =>
        view[Key] is Dictionary<string, string> left && left.Remove(field, out var value) ? value : null;

    public static IReadOnlyDictionary<string, string> Left(ViewDataDictionary view) =>
        view[Key] as Dictionary<string, string> ?? [];
}
