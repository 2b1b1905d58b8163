namespace Vattenpass.Domain.Forms;

/// <summary>
/// A version of a check form, numbered from 1 per key. It can be edited until it is published; published it is locked, for
/// checks are answered by it. A later change is a new version.
/// </summary>
public sealed class FormVersion : Root
{
    public string Key { get; private set; } = "";
    public int Number { get; private set; }
    public CheckForm Form { get; private set; } = null!;
    public DateOnly? PublishedOn { get; private set; }

    private FormVersion() { }

    public FormVersion(Guid id, Guid boardId, int number, CheckForm form)
    {
        Id = id;
        UnitId = boardId;
        Key = form.Key;
        Number = number;
        Form = form.Checked();
    }

    public bool IsLocked => PublishedOn is not null;

    public void Change(CheckForm form)
    {
        Refusal.If(IsLocked, $"Version {Number} används och kan inte ändras. Gör en ny version.");
        Form = form.Checked() with { Key = Key };
    }

    public void Publish(DateOnly day)
    {
        Refusal.If(IsLocked, "Versionen är redan publicerad.");
        PublishedOn = day;
    }
}
