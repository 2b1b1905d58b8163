using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Forms;

/// <summary>A form and, for those who may, the draft of its next version. A published version is never changed: the first change makes a new one.</summary>
public abstract class FormEditPage<TInput>(VattenpassDb db) : FormPage<TInput>(db) where TInput : class, new()
{
    public CheckForm Form { get; private set; } = null!;
    public FormVersion? Draft { get; private set; }
    public int InUse { get; private set; }
    public bool MayChange => Me.Can(Thing.Plans, Right.Write);

    protected async Task<bool> LoadAsync(string key)
    {
        Draft = await Db.Forms.FirstOrDefaultAsync(f => f.Key == key && f.PublishedOn == null, Stop);
        var inUse = await new FormReader(Db).InUseAsync(key, Stop);
        InUse = inUse?.Number ?? 0;
        Form = Draft?.Form ?? inUse?.Form!;
        return Form is not null;
    }

    /// <summary>Changes the draft, or makes one from the version in use.</summary>
    protected async Task ChangeAsync(CheckForm form)
    {
        if (Draft is not null) Draft.Change(form);
        else Db.Forms.Add(new(Db.NewId(), (await TreeAsync()).Root!.Id, InUse + 1, form));
    }
}
