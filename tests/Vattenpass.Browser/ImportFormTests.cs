using System.Text;
using Microsoft.Playwright;

namespace Vattenpass.Browser;

/// <summary>A page that can follow a long reading leaves alone what a person types while nothing runs.</summary>
[Collection("demo")]
public sealed class ImportFormTests(DemoSite site)
{
    private const int LongerThanAnUpdate = 2500;

    [Fact]
    public async Task What_is_typed_and_shown_on_the_import_page_stays_though_the_page_can_follow_a_reading()
    {
        var page = await site.AsAsync("utvecklingsledare");
        await page.GotoAsync("/register/las-in");
        await page.Locator("#filer").SetInputFilesAsync(new FilePayload { Name = "telefoner.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("IMEI;Plats;Chef\n1;Ask;A\n") });
        await page.GetByLabel("Källsystem").FillAsync("Telefoni");
        await page.WaitForTimeoutAsync(LongerThanAnUpdate);
        await Assertions.Expect(page.GetByLabel("Källsystem")).ToHaveValueAsync("Telefoni");
        await page.GetByRole(AriaRole.Button, new() { Name = "Förhandsgranska" }).ClickAsync();
        await page.WaitForTimeoutAsync(LongerThanAnUpdate);
        await Assertions.Expect(page.GetByText("Valda filer: telefoner.csv")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Gör en kolumnprofil av filens egna rubriker" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Vad innehåller filen?" })).ToBeVisibleAsync();
    }
}
