using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;
using Vattenpass.Web.Documents;

namespace Vattenpass.Web.Shared;

/// <summary>A document on the page, and the same words as a file in any format.</summary>
public abstract class DocumentPage(VattenpassDb db) : VattenpassPage(db)
{
    public Document Document { get; private set; } = null!;

    /// <summary>Made by our own writer, which encodes every text.</summary>
    public string Html { get; private set; } = "";

    protected IActionResult Show(Document document, string? format, string fileName)
    {
        Document = document;
        if (format is null)
        {
            // The document's own title is the page's.
            Html = HtmlWriter.Body(document with { Blocks = [.. document.Blocks.Skip(1)] });
            return Page();
        }
        if (Formats.All.All(f => f.Name != format)) return NotFound();
        var writer = Formats.Of(format);
        return File(writer.Write(document), writer.MediaType, $"{fileName}.{writer.Name}");
    }
}
