using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vattenpass.Domain;
using Vattenpass.Domain.Controls;

namespace Vattenpass.Web.Plans;

/// <summary>Controls and their forms as JSON between municipalities: no units, no risks, no people.</summary>
public sealed record LibraryFile(int Vattenpass, string Source, IReadOnlyList<LibraryFile.Entry> Controls)
{
    public const int Format = 1;
    public const int LargestFile = 2 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        MaxDepth = 16,
    };

    public sealed record Entry(string Key, ControlContent Content, CheckForm? Form);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this with { Controls = [.. Controls.Select(c => c with { Content = c.Content with { RiskId = null, ChosenUnits = [] } })] }, Json);

    /// <exception cref="Refusal">The file is not a library, or of a later format.</exception>
    public static LibraryFile Read(byte[] bytes)
    {
        Refusal.If(bytes.Length > LargestFile, "Filen är större än 2 MB. Det är inte ett bibliotek från Vattenpass.");
        try
        {
            if (JsonSerializer.Deserialize<LibraryFile>(bytes, Json) is not { Vattenpass: > 0, Controls: not null } file) throw new Refusal("Filen är inte ett bibliotek från Vattenpass.");
            Refusal.If(file.Vattenpass > Format, "Filen är gjord av en nyare version av Vattenpass. Uppgradera först.");
            Refusal.If(file.Controls.Count == 0, "Biblioteket är tomt.");
            Refusal.If(file.Controls.Any(c => c?.Content is null || c.Content.LegalBasis is null || c.Content.Recurrence is null || c.Content.Size is null), "En mall i filen saknar uppgifter.");
            return file;
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException or ArgumentNullException)
        {
            throw new Refusal($"Filen går inte att läsa som ett bibliotek från Vattenpass{(broken is JsonException { LineNumber: { } line } ? $" (rad {line + 1})" : "")}.");
        }
    }
}
