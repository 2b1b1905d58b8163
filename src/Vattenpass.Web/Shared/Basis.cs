using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Vattenpass.Domain;

namespace Vattenpass.Web.Shared;

/// <summary>
/// What a form was made from: the stored values that it shows to be changed, or the version of what is decided on.
/// Its seal goes with the form, and tells when it comes back what has been changed meanwhile.
/// </summary>
public sealed class Basis
{
    private readonly Dictionary<string, string> values;

    private Basis(Dictionary<string, string> values) => this.values = values;

    /// <summary>The form makes something new, or adds to what stands: there is nothing it could write over.</summary>
    public static Basis Nothing { get; } = new([]);

    /// <summary>What is decided on, as a whole: any change of it makes it another.</summary>
    public static Basis Whole(params IEnumerable<Entity> read) =>
        Document(string.Join(' ', read.OrderBy(e => e.Id).Select(e => $"{e.Id:N}{e.Version}")));

    /// <summary>What is decided on, as the text that was shown.</summary>
    public static Basis Document(string shown) => new(new() { [""] = shown });

    /// <summary>The stored values that the form is filled with, by their names in the form.</summary>
    public static Basis Values<TInput>(TInput stored) where TInput : class => new(typeof(TInput)
        .GetProperties()
        .Where(p => p.CanWrite)
        .ToDictionary(p => p.Name, p => Text(p.GetValue(stored))));

    /// <summary>The same, of the fields named only; the others are for something new.</summary>
    public Basis Only(params IEnumerable<string> fields) => new(fields.ToDictionary(f => f, f => values[f]));

    /// <summary>A short hash a value: long enough that two texts do not meet, short enough to lie in every form.</summary>
    public string Seal => string.Join(';', values.Select(v => $"{v.Key}:{Hash(v.Value)}"));

    /// <summary>The fields whose stored value is another than the form was made from, with the value stored now.</summary>
    public IEnumerable<KeyValuePair<string, string>> ChangedSince(string? seal)
    {
        var then = (seal ?? "").Split(';').ToHashSet(StringComparer.Ordinal);
        return values.Where(v => !then.Contains($"{v.Key}:{Hash(v.Value)}"));
    }

    /// <summary>A value as people read it: one text, a line an item of a list.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text.ReplaceLineEndings("\n").Trim(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool said => said ? "ja" : "nej",
        IDictionary pairs => string.Join('\n', pairs.Keys.Cast<object>().Select(k => $"{k}: {Text(pairs[k])}")),
        IEnumerable many => string.Join('\n', many.Cast<object?>().Select(Text)),
        IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
        _ => string.Join(" · ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite).Select(p => Text(p.GetValue(value)))),
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
