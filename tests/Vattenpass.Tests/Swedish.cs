using System.Globalization;
using System.Runtime.CompilerServices;

namespace Vattenpass.Tests;

internal static class Swedish
{
    /// <summary>The program sets its culture at start; so do the tests.</summary>
    [ModuleInitializer]
    internal static void Speak() =>
        CultureInfo.DefaultThreadCurrentCulture =
            CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
}
