using System.Collections;
using Vattenpass.Domain.Words;

namespace Vattenpass.Web.Shared;

/// <summary>What was typed in a form, through the one door for text before anything looks at it. Passwords stay as they were typed.</summary>
internal static class TypedText
{
    public static void Clean(object input)
    {
        foreach (var property in input.GetType().GetProperties().Where(p => p.CanWrite && !IsSecret(p.Name)))
            switch (property.GetValue(input))
            {
                case string text: property.SetValue(input, PlainText.Clean(text)); break;
                case IList<string> texts: for (var n = 0; n < texts.Count; n++) if (texts[n] is { } one) texts[n] = PlainText.Clean(one); break;
                case Dictionary<string, string?> answers:
                    foreach (var (key, answer) in answers.ToList()) if (answer is not null) answers[key] = PlainText.Clean(answer);
                    break;
                case IEnumerable many:
                    foreach (var part in many)
                        if (part is not null && IsOurs(part.GetType())) Clean(part);
                    break;
            }
    }

    private static bool IsOurs(Type type) =>
        type.IsClass && type.Namespace?.StartsWith("Vattenpass", StringComparison.Ordinal) == true;

    private static bool IsSecret(string name) => name.EndsWith("Password", StringComparison.Ordinal) || name == "Current";
}
