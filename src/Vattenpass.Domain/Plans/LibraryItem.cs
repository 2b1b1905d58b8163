using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.Plans;

/// <summary>A template a municipality has got from another, or saved for others: a control and its form, no personal data.</summary>
public sealed class LibraryItem : Root
{
    /// <summary>The kind it descends from, which decides figures and report section; else <see cref="Control.OwnKey"/>.</summary>
    public string Key { get; private set; } = Control.OwnKey;
    public string Title { get; private set; } = "";
    public string Source { get; private set; } = "";
    public ControlContent Content { get; private set; } = new();
    public CheckForm? Form { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    private LibraryItem() { }

    public LibraryItem(Guid id, Guid boardId, string key, ControlContent content, CheckForm? form, string source, DateTimeOffset at)
    {
        Refusal.If(content.LegalBasis.Count == 0, $"Mallen ”{content.Title}” saknar grund i lag eller föreskrift.");
        IdentityGuard.MustBeFree(content.Title, nameof(Title), "En malls rubrik");
        (Id, UnitId, Key) = (id, boardId, key);
        (Title, Source, AddedAt) = (Refusal.IfEmpty(content.Title, "En mall saknar rubrik."), source.Trim(), at);
        (Content, Form) = (content with { RiskId = null, ChosenUnits = [], FormKey = form?.Key ?? content.FormKey }, form?.Checked());
    }
}
