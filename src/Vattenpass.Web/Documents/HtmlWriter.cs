using System.Net;
using System.Text;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Documents;

/// <summary>Accessible HTML: one h1, captions and header cells in every table.</summary>
public static class HtmlWriter
{
    private const string Style =
        "body{font:16px/1.5 Inter,system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f}table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:700;padding:.25rem 0}th,td{border:1px solid #767680;padding:.35rem .5rem;text-align:left;vertical-align:top}.n{text-align:right}.roll{overflow-x:auto}";

    public static byte[] Write(Document document) => Encoding.UTF8.GetBytes(
        $"<!doctype html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{E(document.Title)}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n{Body(document)}</main>\n</body>\n</html>\n");

    /// <param name="linkOf">Where the rows behind a figure are, or null when figures are not links.</param>
    /// <param name="deeper">How many levels the headings are pushed down, to stand inside a page.</param>
    public static string Body(Document document, Func<string, string?>? linkOf = null, int deeper = 0)
    {
        var html = new StringBuilder();
        foreach (var block in document.Clean().Blocks) Write(html, block, linkOf, deeper);
        return html.ToString();
    }

    private static void Write(StringBuilder html, Block block, Func<string, string?>? linkOf, int deeper)
    {
        switch (block)
        {
            case HeadingBlock heading:
                var level = Math.Min(6, heading.Level + deeper);
                html.Append($"<h{level}>{E(heading.Text)}</h{level}>\n");
                break;
            case TextBlock paragraph:
                html.Append("<p>").AppendJoin("", paragraph.Runs.Select(r => Run(r, linkOf))).Append("</p>\n");
                break;
            case ListBlock list:
                html.Append("<ul>").AppendJoin("", list.Items.Select(i => $"<li>{Broken(i)}</li>")).Append("</ul>\n");
                break;
            case FactsBlock facts:
                html.Append($"<div class=\"roll\" tabindex=\"0\" role=\"region\" aria-label=\"{E(facts.Caption)}\"><table><caption>{E(facts.Caption)}</caption><tbody>");
                foreach (var fact in facts.On(pages: null)) html.Append($"<tr><th scope=\"row\">{E(fact.Name)}</th><td>{Broken(fact.Value)}</td></tr>");
                html.Append("</tbody></table></div>\n");
                break;
            case TableBlock table:
                Table(html, table);
                break;
            case SignatureBlock signature:
                html.Append($"<p>{E(Signature.Line(signature))}</p>\n<p>{E(Signature.Name(signature))}<br>{E(signature.Title)}</p>\n");
                break;
        }
    }

    private static void Table(StringBuilder html, TableBlock table)
    {
        string Class(int n) => table.Numbers.Contains(n) ? " class=\"n\"" : "";
        html.Append($"<div class=\"roll\" tabindex=\"0\" role=\"region\" aria-label=\"{E(table.Caption)}\"><table><caption>{E(table.Caption)}</caption>\n<thead><tr>");
        for (var n = 0; n < table.Header.Count; n++) html.Append($"<th scope=\"col\"{Class(n)}>{E(table.Header[n])}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var n = 0; n < row.Count; n++)
                html.Append(n == 0 ? $"<th scope=\"row\">{Broken(row[n])}</th>" : $"<td{Class(n)}>{Broken(row[n])}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></div>\n");
    }

    private static string Run(Run run, Func<string, string?>? linkOf) =>
        run.Figure is { } figure && linkOf?.Invoke(figure) is { } link ? $"<a href=\"{E(link)}\">{E(run.Text)}</a>" : Broken(run.Text);

    private static string E(string text) => WebUtility.HtmlEncode(text);

    /// <summary>With its line breaks.</summary>
    private static string Broken(string text) => E(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
