using System.Net;
using System.Text.RegularExpressions;
using Vattenpass.Domain.Organisation;

namespace Vattenpass.Tests.Overview;

/// <summary>How it is going: every number opens just its rows, a member of the board sees numbers and no rows, and parts sum to their whole.</summary>
public sealed partial class OverviewTests
{
    [Theory, BothDatabases]
    public async Task Every_number_opens_as_many_rows_as_it_says(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        foreach (var role in new[] { Role.DepartmentHead, Role.Coordinator, Role.AreaManager, Role.UnitManager, Role.Specialist })
        {
            var browser = await app.AsAsync(role);
            foreach (var address in new[] { "/laget", $"/laget?omrade={app.Cast.AreaA.Id}" })
            {
                var page = await browser.GetAsync(address);
                Assert.Equal(HttpStatusCode.OK, page.Status);
                var links = page.Html.QuerySelectorAll("main a[href^='/kontroller?'], main a[href^='/avvikelser?'], main a[href^='/atgarder?']").ToList();
                foreach (var link in links.Where(l => !l.TextContent.Contains("dagar", StringComparison.Ordinal)))
                {
                    var target = link.GetAttribute("href")!;
                    var said = Numbers().Matches(link.TextContent.Replace("\u00a0", "", StringComparison.Ordinal)).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
                    // "3 av 4 (75 %)" opens the four.
                    var expected = link.TextContent.Contains(" av ", StringComparison.Ordinal) ? said[1] : said[0];
                    var list = await browser.GetAsync(target);
                    Assert.True(list.Status is HttpStatusCode.OK, $"{role} {target}");
                    var told = Numbers().Match(list.Html.QuerySelector("main p[role=status]")!.TextContent).Value;
                    Assert.True($"{expected}" == told, $"{role} {address} {target}: {expected}, {told}");
                }
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_member_of_the_board_sees_numbers_without_rows_and_those_who_lead_see_four_on_their_start(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var member = await app.AsAsync(Role.BoardMember);
        var page = await member.GetAsync("/laget");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Html.QuerySelectorAll("main a[href^='/kontroller'], main a[href^='/avvikelser'], main a[href^='/atgarder']"));
        Assert.DoesNotContain("Här brinner det", page.Text, StringComparison.Ordinal);
        var whole = await (await app.AsAsync(Role.Coordinator)).GetAsync("/laget");
        string[] Four(PageSeen seen) => [.. seen.Html.QuerySelectorAll("main ul.tal strong").Take(4).Select(s => s.TextContent)];
        Assert.Equal(Four(whole), Four(page));
        Assert.Equal(Four(whole), Four(await (await app.AsAsync(Role.Coordinator)).GetAsync("/")));
        Assert.Empty(Four(await (await app.AsAsync(Role.UnitManager)).GetAsync("/")));
        // Found is what is not begun, what is looked into, and what is closed.
        var parts = whole.Html.QuerySelectorAll("#avvikelserna ~ ul.tal strong").Select(s => int.Parse(s.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(parts[0], parts.Skip(1).Sum());
        Assert.InRange(whole.Html.QuerySelectorAll("#brinner ~ ul li").Length, 1, 5);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
