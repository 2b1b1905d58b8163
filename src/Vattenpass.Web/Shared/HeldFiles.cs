using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.Shared;

/// <summary>Keeps the files that a person has chosen from the preview until they are read in, for that person only.</summary>
public sealed class HeldFiles(VattenpassDb db, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("valda filer");

    public static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> BytesOfAsync(IEnumerable<IFormFile> chosen, CancellationToken stop)
    {
        var files = new List<(string Name, byte[] Bytes)>();
        foreach (var file in chosen)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, stop);
            files.Add((file.FileName, bytes.ToArray()));
        }
        return files;
    }

    /// <param name="before">The files that these are chosen instead of.</param>
    public async Task<Guid> HoldAsync(IReadOnlyList<(string Name, byte[] Bytes)> files, Guid? before, CancellationToken stop)
    {
        if (before is { } batchBefore) await ForgetAsync(db, batchBefore, stop);
        var (batch, person) = (db.NewId(), PersonOf(db));
        foreach (var (name, bytes) in files)
            db.HeldFiles.Add(new() { Id = db.NewId(), Batch = batch, PersonId = person, Name = Domain.Registers.Pseudonyms.Masked(Path.GetFileName(name)), Sealed = protector.Protect(bytes), At = db.Now });
        await db.SaveAsync(Acts.HoldFile, stop: stop);
        return batch;
    }

    /// <exception cref="Refusal">They are no longer there.</exception>
    public async Task<IReadOnlyList<(string Name, byte[] Bytes)>> OpenAsync(Guid batch, CancellationToken stop)
    {
        var held = await OfAsync(db, batch, stop);
        Refusal.If(held.Count == 0, "Filen finns inte kvar. Välj den igen.");
        return [.. held.Select(f => (f.Name, protector.Unprotect(f.Sealed)))];
    }

    /// <summary>Forgets them with whatever is saved next.</summary>
    public static async Task ForgetAsync(VattenpassDb db, Guid batch, CancellationToken stop) => db.HeldFiles.RemoveRange(await OfAsync(db, batch, stop));

    private static Guid PersonOf(VattenpassDb db) => db.Access.IsSomeone ? db.Access.PersonId : throw new Refusal("Logga in som en person för att läsa in filer.");

    private static Task<List<HeldFile>> OfAsync(VattenpassDb db, Guid batch, CancellationToken stop)
    {
        var person = PersonOf(db);
        return db.HeldFiles.Where(f => f.Batch == batch && f.PersonId == person).OrderBy(f => f.Id).ToListAsync(stop);
    }
}
