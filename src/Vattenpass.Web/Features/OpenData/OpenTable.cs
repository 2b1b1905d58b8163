using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vattenpass.Web.Documents;
using Vattenpass.Web.Files;

namespace Vattenpass.Web.Features.OpenData;

/// <summary>
/// A column of open data. Type is one of Table Schema's (string, integer, number, boolean, date, datetime); In names the table and the column
/// whose value it repeats.
/// </summary>
public sealed record OpenColumn<T>(string Name, string Type, string Says, Func<T, object?> Of)
{
    public string? In { get; init; }
    /// <summary>It names or can name a person, and is to be left out where the table is published.</summary>
    public bool NamesPerson { get; init; }
}

/// <summary>
/// One table of a year's open data, as CSV, as JSON, and described as a resource of a data package.
/// Source: Frictionless Data, Data Package and Table Schema v1 (specs.frictionlessdata.io).
/// </summary>
public abstract record OpenTable(string Name, string Title, string Says)
{
    public abstract int Count { get; }
    public abstract byte[] Csv();
    public abstract byte[] Json();
    /// <param name="tables">The tables of the package: a column can only point into one of them.</param>
    public abstract JsonObject Describe(IReadOnlySet<string> tables);
    /// <summary>The table as it may be published: without the columns that name persons; null for one that is about them.</summary>
    public abstract OpenTable? Published();
}

public sealed record OpenTable<T>(string Name, string Title, string Says, IReadOnlyList<T> Rows, IReadOnlyList<OpenColumn<T>> Columns)
    : OpenTable(Name, Title, Says)
{
    public override int Count => Rows.Count;
    /// <summary>Every row is about a person, whatever its columns hold.</summary>
    public bool IsAboutPersons { get; init; }

    public override OpenTable? Published() => IsAboutPersons ? null : this with { Columns = [.. Columns.Where(c => !c.NamesPerson)] };

    public override byte[] Csv()
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(';', Columns.Select(c => CsvText.Cell(c.Name))).Append("\r\n");
        foreach (var row in Rows) text.AppendJoin(';', Columns.Select(c => Cell(c.Of(row)))).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A number is no formula; a text may be.</summary>
    private static string Cell(object? value) => value is int or long or decimal or double ? Text(value) : CsvText.Cell(Text(value));

    private static string Text(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    public override byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(Rows.Select(r => new JsonObject(Columns.Select(c => KeyValuePair.Create(c.Name, Node(c.Of(r)))))), ReadableJson.Options);

    private static JsonNode? Node(object? value) => value switch
    {
        null or "" => null,
        bool or int or long or decimal or double => JsonSerializer.SerializeToNode(value),
        _ => JsonValue.Create(Text(value)),
    };

    public override JsonObject Describe(IReadOnlySet<string> tables) => new()
    {
        ["name"] = Name,
        ["title"] = Title,
        ["description"] = Says,
        ["path"] = $"{Name}.csv",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["dialect"] = new JsonObject { ["delimiter"] = ";", ["lineTerminator"] = "\r\n" },
        ["rows"] = Count,
        ["schema"] = Schema(tables),
    };

    private JsonObject Schema(IReadOnlySet<string> tables)
    {
        var schema = new JsonObject { ["fields"] = new JsonArray([.. Columns.Select(Field)]) };
        if (Columns.Any(c => c.Name == "id")) schema["primaryKey"] = "id";
        schema["foreignKeys"] = new JsonArray([.. Columns.Where(c => c.In is not null && tables.Contains(c.In)).Select(c => new JsonObject
        {
            ["fields"] = c.Name,
            ["reference"] = new JsonObject { ["resource"] = c.In == Name ? "" : c.In, ["fields"] = "id" },
        })]);
        return schema;
    }

    private static JsonNode Field(OpenColumn<T> column)
    {
        var field = new JsonObject { ["name"] = column.Name, ["type"] = column.Type, ["description"] = column.Says };
        if (column.NamesPerson) field["personuppgift"] = true;
        return field;
    }
}
