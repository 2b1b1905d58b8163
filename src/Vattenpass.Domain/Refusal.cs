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

    /// <summary>Returns the text trimmed, or refuses when nothing is left of it.</summary>
    public static string IfEmpty(string? text, string message, string? field = null)
    {
        If(string.IsNullOrWhiteSpace(text), message, field);
        return text!.Trim();
    }
}
