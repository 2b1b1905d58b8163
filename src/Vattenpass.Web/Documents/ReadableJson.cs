using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vattenpass.Web.Documents;

/// <summary>How JSON is written that people read and compare: indented by one, Swedish letters as they are.</summary>
public static class ReadableJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };
}
