using Vattenpass.Domain;
using Vattenpass.Web.Commands;
using Vattenpass.Web.Data;

namespace Vattenpass.Tests;

/// <summary>
/// The demo municipality, made once for each build and day and copied for whoever asks: it takes half a minute to make and a moment
/// to copy. It lies in the temporary folder, and older ones are removed.
/// </summary>
internal static class MadeDemo
{
    private const string Prefix = "vattenpass-made-demo-";

    /// <summary>Puts a copy of the demo's SQLite file in the folder.</summary>
    public static async Task CopyToAsync(string folder)
    {
        var today = SwedishTime.DayOf(TimeProvider.System.GetUtcNow());
        var build =
            $"{typeof(DemoCommand).Assembly.ManifestModule.ModuleVersionId:N}{typeof(Root).Assembly.ManifestModule.ModuleVersionId:N}";
        var made = Path.Combine(Path.GetTempPath(), $"{Prefix}{build}-{today:yyyyMMdd}");
        // Two tests may ask at once; the second waits for what the first makes.
        await Making.WaitAsync();
        try
        {
            if (!Directory.Exists(made)) await MakeAsync(made, today);
        }
        finally
        {
            Making.Release();
        }
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(made, "vattenpass.db*"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private static readonly SemaphoreSlim Making = new(1, 1);

    private static async Task MakeAsync(string made, DateOnly today)
    {
        foreach (var old in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*")) Directory.Delete(old, recursive: true);
        var folder = Directory.CreateTempSubdirectory("vattenpass-making-demo-").FullName;
        await DemoCommand.EnsureAsync(clock => new Databases(folder, null, clock), today, TextWriter.Null, default);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        // Moved into place whole, so that a run that was stopped leaves no half of one.
        Directory.Move(folder, made);
    }
}
