using Vattenpass.Web.Data;

namespace Vattenpass.Web.Commands;

/// <summary>How far long work has come, on one line of a terminal.</summary>
public sealed class ProgressLine(TextWriter terminal) : IProgress<WorkStep>
{
    public void Report(WorkStep value) => terminal.Write(value.Of > 0 ? $"\r{value.What}: {value.Done:N0} av {value.Of:N0}        " : $"\r{value.What}        ");
}
