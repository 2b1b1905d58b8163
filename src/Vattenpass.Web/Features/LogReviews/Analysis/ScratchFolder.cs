namespace Vattenpass.Web.Features.LogReviews.Analysis;

/// <summary>
/// A folder that only its owner may read, removed whatever happens. What a run that was killed left behind is removed when the next
/// one begins: its lock is no longer held.
/// </summary>
public sealed class ScratchFolder : IDisposable
{
    private const string Prefix = "logg-", LockFile = "lås";
    private readonly FileStream held;

    public DirectoryInfo Folder { get; }

    public ScratchFolder(DirectoryInfo parent)
    {
        foreach (var left in parent.EnumerateDirectories($"{Prefix}*")) RemoveIfLeft(left);
        Folder = Private(Path.Combine(parent.FullName, $"{Prefix}{Path.GetRandomFileName()}"));
        held = Lock(Folder, FileMode.CreateNew);
    }

    /// <summary>Makes a folder that no other account on the machine may look into.</summary>
    public static DirectoryInfo Private(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static FileStream Lock(DirectoryInfo folder, FileMode mode) =>
        new(Path.Combine(folder.FullName, LockFile), mode, FileAccess.ReadWrite, FileShare.None);

    private static void RemoveIfLeft(DirectoryInfo folder)
    {
        try
        {
            // Without a lock it is another program's, or just being made.
            using (Lock(folder, FileMode.Open)) { }
            folder.Delete(recursive: true);
        }
        catch (Exception used) when (used is IOException or UnauthorizedAccessException)
        {
            // Somebody is working in it, or it is somebody else's.
        }
    }

    public void Dispose()
    {
        held.Dispose();
        try
        {
            Folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another run that began just now has taken it away as left behind.
        }
    }
}
