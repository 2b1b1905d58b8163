using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>A list in a file, read and looked at before anything of it is saved.</summary>
public interface IListFile
{
    /// <summary>What must be put right in the file first, row by row.</summary>
    List<string> Errors { get; }

    /// <exception cref="Refusal">The file cannot be read, or lacks a column that it must have.</exception>
    Task ReadAsync(string name, byte[] bytes, CancellationToken stop);

    /// <summary>Makes what is new; the caller saves. Returns what was made, in words.</summary>
    Task<string> ApplyAsync(CancellationToken stop);
}

/// <summary>Chooses a file, shows what it holds, and reads it in without choosing it again.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = 30 * 1024 * 1024)]
public abstract class ListFilePage<TList>(VattenpassDb db, HeldFiles held) : FormPage<ListFileInput>(db) where TList : class, IListFile
{
    public TList? List { get; private set; }
    public string FileName { get; private set; } = "";

    protected override Basis MadeFrom => Basis.Nothing;

    protected abstract Task<TList> EmptyAsync();

    /// <param name="then">Where to go once it is saved.</param>
    protected async Task<IActionResult> ReadAsync(IFormFile? file, bool save, Act act, Func<Task<string>> then, string receipt)
    {
        try
        {
            if (file is not null)
            {
                Input.Held = await held.HoldAsync(await HeldFiles.BytesOfAsync([file], Stop), Input.Held, Stop);
                ModelState.Remove("Input.Held");
            }
            Refusal.If(Input.Held is null, "Välj en fil.");
            var (name, content) = (await held.OpenAsync(Input.Held!.Value, Stop))[0];
            (List, FileName) = (await EmptyAsync(), name);
            await List.ReadAsync(name, content, Stop);
        }
        catch (Refusal refusal)
        {
            Db.ChangeTracker.Clear();
            List = null;
            ModelState.AddModelError("", refusal.Message);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        if (!save) return Page();
        var next = await then();
        return await SaveAsync(act, async () =>
        {
            Refusal.If(List.Errors.Count > 0, List.Errors.FirstOrDefault() ?? "");
            ReceiptOfWork = await List.ApplyAsync(Stop);
            await HeldFiles.ForgetAsync(Db, Input.Held!.Value, Stop);
        }, () => Redirect(next), receipt);
    }
}

public sealed class ListFileInput
{
    public Guid? Held { get; set; }
}

/// <summary>What the form of a list shows: which columns are read, and the file that is chosen already.</summary>
public sealed record ListFileSeen(string Hint, string FileName, Guid? Held);
