using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vattenpass.Domain;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Web.Features.Plans;

/// <summary>Controls and their forms as JSON between municipalities: no units, no risks, no people.</summary>
public sealed record LibraryFile(int Vattenpass, string Source, IReadOnlyList<LibraryFile.Entry> Controls)
{
    public const int Format = 1;
    public const int LargestFile = 2 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        MaxDepth = 16,
    };

    public sealed record Entry(string Key, ControlContent Content, CheckForm? Form);

    public byte[] Write() =>
        JsonSerializer.SerializeToUtf8Bytes(this with
        {
            Controls = [.. Controls.Select(c =>
            c with { Content = c.Content with { RiskId = null, ChosenUnits = [] } })]
        }, Json);

    /// <summary>Whole, with a form that works and a content that a plan would take.</summary>
    private static void Check(Entry? entry)
    {
        Refusal.If(entry is null || !IsWhole(entry), "En mall i filen saknar uppgifter.");
        entry!.Form?.Checked();
        var plan = new Plan(Guid.Empty, 2000, Guid.Empty, "prov", RiskScale.Four);
        _ = new Control(Guid.Empty, plan, entry.Key, 0, entry.Content with { ChosenUnits = [Guid.Empty], RiskId = null });
    }

    /// <summary>JSON may leave out, or say null of, what is never null here; at any depth.</summary>
    private static bool IsWhole(object value) =>
        value is string || !value.GetType().Namespace!.StartsWith("Vattenpass", StringComparison.Ordinal) || value.GetType().IsEnum
        || value.GetType()
        .GetProperties()
        .Where(p => p.GetMethod is { IsStatic: false } && p.GetIndexParameters().Length == 0)
        .All(p => p.GetValue(value) switch
        {
            null => new NullabilityInfoContext().Create(p).ReadState is not NullabilityState.NotNull,
            string => true,
            System.Collections.IEnumerable many => many.Cast<object?>().All(item => item is not null && IsWhole(item)),
            var inner => IsWhole(inner),
        });

    /// <exception cref="Refusal">The file is not a library, or of a later format.</exception>
    public static LibraryFile Read(byte[] bytes)
    {
        Refusal.If(bytes.Length > LargestFile, "Filen är större än 2 MB. Det är inte ett bibliotek från Vattenpass.");
        try
        {
            if (JsonSerializer.Deserialize<LibraryFile>(bytes, Json) is not { Vattenpass: > 0, Controls: not null } file)
                throw new Refusal("Filen är inte ett bibliotek från Vattenpass.");
            Refusal.If(file.Vattenpass > Format, "Filen är gjord av en nyare version av Vattenpass. Uppgradera först.");
            Refusal.If(file.Controls.Count == 0, "Biblioteket är tomt.");
            foreach (var entry in file.Controls) Check(entry);
            return file;
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or ArgumentNullException or TargetInvocationException or NullReferenceException)
        {
            throw new Refusal($"Filen går inte att läsa som ett bibliotek från Vattenpass{(broken is JsonException { LineNumber: { } line } ? $" (rad {line + 1})" : "")}.");
        }
    }
}
