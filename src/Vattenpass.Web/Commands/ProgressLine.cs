using Vattenpass.Web.Data;

namespace Vattenpass.Web.Commands;

/// <summary>How far long work has come, on one line of a terminal, which is clear again when it is over.</summary>
public sealed class ProgressLine(TextWriter terminal) : IProgress<WorkStep>, IDisposable
{
    private int widest;

    public void Report(WorkStep value)
    {
        var text = value.Of > 0 ? $"{value.What}: {value.Done:N0} av {value.Of:N0}" : value.What;
        terminal.Write($"\r{text.PadRight(widest)}");
        widest = Math.Max(widest, text.Length);
    }

    public void Dispose()
    {
        if (widest > 0) terminal.Write($"\r{new string(' ', widest)}\r");
    }
}
