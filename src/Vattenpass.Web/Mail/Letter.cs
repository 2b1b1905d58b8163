using System.Net;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Mail;

/// <summary>A letter in plain text and simple HTML: neutral words and one link. What it is about stands behind the sign-in.</summary>
public sealed record Letter(string Subject, IReadOnlyList<string> Lines, string Link, string LinkText = "Öppna Vattenpass")
{
    public string Text => $"Hej!\n\n{string.Join("\n", Lines)}\n\n{LinkText}: {Link}\n";

    public string Html => $"""
        <!doctype html>
        <html lang="sv"><head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(Subject)}</title></head>
        <body style="font-family:sans-serif;font-size:16px;line-height:1.5"><p>Hej!</p>
        {string.Join("\n", Lines.Select(l => $"<p>{WebUtility.HtmlEncode(l)}</p>"))}
        <p><a href="{WebUtility.HtmlEncode(Link)}">{WebUtility.HtmlEncode(LinkText)}</a></p></body></html>
        """;

    public OutgoingMail To(Guid id, string onceKey, Guid personId, string address, DateTimeOffset at, string calendar = "") =>
        new()
        {
            Id = id,
            OnceKey = onceKey,
            PersonId = personId,
            To = address,
            Subject = Subject,
            Text = Text,
            Html = Html,
            Calendar = calendar,
            MadeAt = at
        };
}
