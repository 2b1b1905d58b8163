using System.Globalization;

namespace Vattenpass.Domain.Words;

public static class SwedishOrder
{
    /// <summary>Swedish alphabetical order, å ä ö last.</summary>
    public static readonly StringComparer Comparer = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: false);
}
