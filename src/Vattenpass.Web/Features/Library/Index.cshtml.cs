using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Controls;
using Vattenpass.Web.Features.Plans;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Library;

/// <summary>The templates: to add to a draft, to give to other municipalities, and to take from them.</summary>
[Needs(Thing.Plans)]
[RequestFormLimits(MultipartBodyLengthLimit = LibraryFile.LargestFile + 100_000)]
public sealed class IndexModel(VattenpassDb db) : FormPage<NoInput>(db)
{
    public IReadOnlyList<OfferedTemplate> Offered { get; private set; } = [];
    public IReadOnlyList<(string Key, string Title)> Forms { get; private set; } = [];
    public Plan? Draft { get; private set; }
    public IReadOnlyList<int> Years { get; private set; } = [];
    public bool MayChange => Me.Can(Thing.Plans, Right.Write);

    protected override Basis MadeFrom => Basis.Nothing;

    public async Task<IActionResult> OnGetAsync(string? fil, int? ar)
    {
        await ShowAsync();
        return fil switch { null => Page(), "bibliotek.json" => await DownloadAsync(ar), _ => NotFound() };
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? fil)
    {
        if (!MayChange) return new StatusCodeResult(StatusCodes.Status403Forbidden);
        var count = 0;
        return await SaveAsync(Acts.ChangeLibrary, async () =>
        {
            Refusal.If(fil is null || fil.Length == 0, "Välj en fil.");
            using var bytes = new MemoryStream();
            await fil!.CopyToAsync(bytes, Stop);
            var library = LibraryFile.Read(bytes.ToArray());
            var board = (await TreeAsync()).Root!.Id;
            foreach (var entry in library.Controls)
            {
                var kind = ControlKinds.Of(entry.Key ?? "");
                Db.LibraryItems.Add(new(Db.NewId(), board, kind.Key, kind.Done(entry.Content), entry.Form, library.Source ?? "", Db.Now));
            }
            count = library.Controls.Count;
        }, () => Redirect("/bibliotek"), "Mallarna är inlästa.");
    }

    /// <summary>The controls of a year's plan with their forms, or every built-in template.</summary>
    private async Task<IActionResult> DownloadAsync(int? year)
    {
        var reader = new FormReader(Db);
        List<LibraryFile.Entry> entries = [];
        IEnumerable<(string Key, ControlContent Content)> controls = year is null ? ControlKinds.Templates.Select(t => (t.Key, t.Content))
            : (await Db.Plans.AsNoTracking()
                .Where(p => p.Year == year)
                .SelectMany(p => p.Controls)
                .OrderBy(c => c.Order)
                .ToListAsync(Stop)).Select(c => (c.Key, c.Content));
        foreach (var (key, content) in controls) entries.Add(new(key, content, (await reader.InUseAsync(content.FormKey, Stop))?.Form));
        return entries.Count == 0
            ? NotFound()
            : File(new LibraryFile(LibraryFile.Format, (await TreeAsync()).NameOf(null),
                entries).Write(), "application/json", "bibliotek.json");
    }

    protected override async Task ShowAsync()
    {
        Offered = await OfferedTemplates.ReadAsync(Db, Today.Year, Stop);
        Forms = await new FormReader(Db).AllAsync(Stop);
        Draft = await Db.Plans.AsNoTracking().Where(p => p.Status == PlanStatus.Draft).OrderBy(p => p.Year).FirstOrDefaultAsync(Stop);
        Years = await Db.Plans.AsNoTracking().OrderByDescending(p => p.Year).Select(p => p.Year).ToListAsync(Stop);
    }
}
