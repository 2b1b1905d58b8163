using Vattenpass.Domain;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Documents;

/// <summary>The formats a document can be written in. All say the same words; none decides one.</summary>
public static class Formats
{
    public static readonly IReadOnlyList<(string Name, string MediaType, Func<Document, byte[]> Write)> All =
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DocxWriter.Write),
        ("pdf", "application/pdf", Pdf.PdfWriter.Write),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxWriter.Write),
        ("html", "text/html; charset=utf-8", HtmlWriter.Write),
        ("txt", "text/plain; charset=utf-8", PlainTextWriter.Write),
    ];

    public static (string Name, string MediaType, Func<Document, byte[]> Write) Of(string name)
    {
        var found = All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        Refusal.If(found.Name is null, $"Formatet {name} finns inte. Välj {Prose.List(All.Select(f => f.Name))}.");
        return found;
    }
}
