using System.Globalization;
using Vattenpass.Web.Commands;

CultureInfo.DefaultThreadCurrentCulture =
    CultureInfo.DefaultThreadCurrentUICulture =
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv-SE");
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
