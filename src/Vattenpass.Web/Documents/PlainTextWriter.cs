using System.Text;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Documents;

/// <summary>Plain text: a heading underlined, a table as one line a row.</summary>
public static class PlainTextWriter
{
    public static byte[] Write(Document document) => Encoding.UTF8.GetBytes(Text(document));

    public static string Text(Document document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    text.AppendLine(heading.Text).AppendLine(new string(heading.Level <= 2 ? '=' : '-', heading.Text.Length));
                    break;
                case TextBlock paragraph:
                    text.AppendLine(paragraph.Text);
                    break;
                case ListBlock list:
                    foreach (var item in list.Items) text.AppendLine($"- {item}");
                    break;
                case FactsBlock facts:
                    foreach (var fact in facts.On(pages: null)) text.AppendLine($"{fact.Name}: {fact.Value}");
                    break;
                case TableBlock table:
                    text.AppendLine(table.Caption).AppendLine(string.Join(" | ", table.Header));
                    foreach (var row in table.Rows) text.AppendLine(string.Join(" | ", row));
                    break;
                case SignatureBlock signature:
                    text.AppendLine(Signature.Line(signature))
                        .AppendLine()
                        .AppendLine(Signature.Name(signature))
                        .AppendLine(signature.Title);
                    break;
            }
            text.AppendLine();
        }
        return text.ToString().TrimEnd() + "\n";
    }
}

/// <summary>The words of the signature, the same in every format.</summary>
public static class Signature
{
    public static string Line(SignatureBlock block) =>
        string.Join(" ", new[] { block.Place,
            block.Date is { } date ? $"{date:yyyy-MM-dd}" : "" }.Where(t => t.Length > 0)) is { Length: > 0 } line
            ? line
            : "Ort och datum: ………………………";
    public static string Name(SignatureBlock block) => block.Name.Length > 0 ? $"Signerad av {block.Name}" : "Inte signerad";
}
