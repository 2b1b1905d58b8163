using System.Text.RegularExpressions;

namespace Vattenpass.Domain.Consistency;

/// <summary>Something in a text that does not hold together.</summary>
/// <param name="Text">The words it is about, as they stand.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="Expected">What it should be, and what stands; empty where no value is known.</param>
public sealed record Finding(string Rule, int Line, string Text, string Message, string Expected = "", string Found = "");

/// <summary>Something that was looked at and is right.</summary>
public sealed record Confirmation(string Rule, int Line, string Text);

/// <summary>What a rule found and confirmed in a text.</summary>
public sealed class Ruling(string rule)
{
    private const int LongestQuote = 200;

    public List<Finding> Findings { get; } = [];
    public List<Confirmation> Confirmed { get; } = [];

    public void Find(int line, string text, string message, string expected = "", string found = "") => Findings.Add(new(rule, line, Short(text), message, expected, found));
    public void Confirm(int line, string text) => Confirmed.Add(new(rule, line, Short(text)));

    private static string Short(string text) => text.Length <= LongestQuote ? text.Trim() : text[..LongestQuote].Trim() + "…";
}

/// <summary>
/// One rule of consistency (C1–C24). A rule says nothing where it is not sure: a false alarm costs more trust than a fault that is not seen.
/// </summary>
public abstract class Rule
{
    /// <summary>In milliseconds: a text that takes a pattern longer, or has a number that no report has, is left unread by the rule.</summary>
    public const int LongestMatch = 1000;

    /// <summary>"C1".</summary>
    public abstract string Id { get; }
    /// <summary>What it looks for, in a sentence.</summary>
    public abstract string Says { get; }

    protected abstract void Apply(ReportText report, Ruling ruling);

    public Ruling Try(ReportText report)
    {
        var ruling = new Ruling(Id);
        try { Apply(report, ruling); }
        catch (Exception unread) when (unread is RegexMatchTimeoutException or FormatException or OverflowException) { return ruling; }
        return ruling;
    }
}
