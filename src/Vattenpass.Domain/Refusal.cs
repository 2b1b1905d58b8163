using System.Runtime.CompilerServices;

namespace Vattenpass.Domain;

/// <summary>
/// A rule of the trade said no. The message is plain Swedish, says what to do instead and is shown to the user
/// at <see cref="Field"/>, the name of the input it concerns, or on top of the form when that is null.
/// </summary>
public sealed class Refusal(string message, string? field = null) : Exception(message)
{
    public string? Field { get; } = field;

    public static void If(bool broken, string message, string? field = null)
    {
        if (broken) throw new Refusal(message, field);
    }

    /// <summary>The same, with a message that is only made when it is needed: a rule may be asked for each sign of a file.</summary>
    public static void If(bool broken, [InterpolatedStringHandlerArgument(nameof(broken))] RefusalText message, string? field = null)
    {
        if (broken) throw new Refusal(message.ToStringAndClear(), field);
    }

    /// <summary>Returns the text trimmed, or refuses when nothing is left of it.</summary>
    public static string IfEmpty(string? text, string message, string? field = null)
    {
        If(string.IsNullOrWhiteSpace(text), message, field);
        return text!.Trim();
    }
}

/// <summary>A message that is put together only when the rule is broken. The compiler makes it of an interpolated text.</summary>
[InterpolatedStringHandler]
public ref struct RefusalText
{
    private DefaultInterpolatedStringHandler text;

    public RefusalText(int literalLength, int formattedCount, bool broken, out bool isNeeded)
    {
        isNeeded = broken;
        text = broken ? new(literalLength, formattedCount) : default;
    }

    public void AppendLiteral(string value) => text.AppendLiteral(value);
    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);
    public void AppendFormatted<T>(T value, string? format) => text.AppendFormatted(value, format);
    public string ToStringAndClear() => text.ToStringAndClear();
}
