using Vattenpass.Domain;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Documents;

/// <summary>The formats a document can be written in. All say the same words; none decides one.</summary>
public static class Formats
{
    public static readonly IReadOnlyList<(string Name, string MediaType, Func<Document, byte[]> Write)> All =
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", d => DocxWriter.Write(d.Clean())),
        ("pdf", "application/pdf", d => Pdf.PdfWriter.Write(d.Clean())),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", d => XlsxWriter.Write(d.Clean())),
        ("html", "text/html; charset=utf-8", d => HtmlWriter.Write(d.Clean())),
        ("txt", "text/plain; charset=utf-8", d => PlainTextWriter.Write(d.Clean())),
    ];

    public static (string Name, string MediaType, Func<Document, byte[]> Write) Of(string name)
    {
        var found = All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        Refusal.If(found.Name is null, $"Formatet {name} finns inte. Välj {Prose.List(All.Select(f => f.Name))}.");
        return found;
    }
}
