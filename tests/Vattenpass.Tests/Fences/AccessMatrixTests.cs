using System.Net;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Words;
using Vattenpass.Web.Data;

namespace Vattenpass.Tests.Fences;

/// <summary>Every page × role × own or other unit, against the permission table; and the other unit's canary is never seen.</summary>
public sealed class AccessMatrixTests
{
    private static readonly string[] AnonymousPages = ["fel/{code:int}", "hjalp", "logga-in", "logga-in/igen", "logga-ut", "nytt-losenord/{kod}", "tillganglighet",
        "utan-nat"];

    /// <summary>Roles in the cast whose scope is unit A or its area, or that see no content at all.</summary>
    private static readonly Role[] Blind = [Role.Performer, Role.UnitManager, Role.AreaManager, Role.BoardMember, Role.Registrar];

    [Fact]
    public async Task The_pages_open_to_all_are_those_and_no_more()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal(AnonymousPages, Endpoints.Of(app, atB: false).Where(e => e.IsAnonymous).Select(e => e.Pattern).Order());
    }

    [Fact]
    public async Task Without_signing_in_every_other_page_leads_to_the_sign_in()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        foreach (var endpoint in Endpoints.Of(app, atB: false).Where(e => !e.IsAnonymous))
        {
            var page = await app.Anonymous().GetAsync(endpoint.Address);
            Assert.True(page.Status is HttpStatusCode.Redirect && page.Location!.Contains("/logga-in", StringComparison.Ordinal),
                $"{endpoint.Address}: {page.Status}");
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public async Task Every_page_answers_each_role_as_the_permission_table_says(DatabaseKind kind, bool whole)
    {
        if (kind is DatabaseKind.Postgres && TestDatabases.Postgres is null) return;
        await using var app = await App.StartAsync(kind);
        var faults = new List<string>();
        foreach (var role in whole ? Enum.GetValues<Role>() : [Role.UnitManager, Role.Auditor])
        {
            var browser = await app.AsAsync(role);
            var access = await Vattenpass.Tests.Data.DoorTests.AccessOf(app, role);
            // A page about no row is the same at A and at B.
            foreach (var endpoint in Endpoints.Of(app, atB: false)
                .Concat(Endpoints.Of(app, atB: true))
                .Where(e => !e.IsAnonymous)
                .DistinctBy(e => e.Address))
            {
                var page = await browser.GetAsync(endpoint.Address);
                if (Fault(endpoint, access, page) is { } fault) faults.Add($"{role} {endpoint.Address} ({endpoint.Pattern}): {fault}");
                if (Blind.Contains(role) && page.Body.Contains(Cast.Canary, StringComparison.Ordinal))
                    faults.Add($"{role} sees the canary at {endpoint.Address}");
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static string? Fault(Endpoint endpoint, Access access, PageSeen page)
    {
        var status = (int)page.Status;
        if (status >= 500) return $"{status}";
        if (endpoint.Needs is not { } needs) return status is 200 or 302 ? null : $"{status}, wanted 200";
        if (!access.Can(needs.Thing, needs.Right)) return status == 403 ? null : $"{status}, wanted 403";
        if (endpoint.Row is not { } row) return status is 200 or 302 or 403 or 404 ? null : $"{status}";
        var thing = Rows.ThingOf(row);
        var mayRead = access.Of(thing, Right.Read) is var read
            && read.Covers(row.UnitId, row.Field, row.BelongsTo(access.PersonId), access.RootId)
            && (!read.FormalOnly || row is Domain.Reports.Report { IsPublished: true });
        var may = mayRead && access.May(needs.Thing, needs.Right, row);
        return may ? status is 200 or 302 ? null : $"{status}, wanted 200" : status is 403 or 404 ? null : $"{status}, wanted 404";
    }

    [Fact]
    public async Task Those_who_may_see_unit_B_do_see_its_canary_so_the_test_can_see()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var auditor = await app.AsAsync(Role.Auditor);
        foreach (var address in new[] { "/avvikelser?visa=alla", $"/avvikelser/{app.Cast.DeviationAtB.Id}",
            $"/kontroller/{app.Cast.DoneAtB.Id}", "/atgarder?visa=alla", "/administration/personer" })
            Assert.Contains(Cast.Canary, (await auditor.GetAsync(address)).Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_sent_to_the_other_unit_is_not_taken_in(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        foreach (var role in new[] { Role.Performer, Role.UnitManager, Role.AreaManager, Role.BoardMember, Role.Auditor, Role.Administrator,
            Role.Registrar, Role.LogReviewer })
        {
            var browser = await app.AsAsync(role);
            var token = (await browser.GetAsync("/hjalp")).Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            await using var db = app.Db();
            var before = await db.Trail.CountAsync();
            foreach (var endpoint in Endpoints.Of(app, atB: true)
                .Where(e => e.HasPost && e.Row is not null && e.Row is not Domain.Reports.Report && !IsTheirs(app, role, e.Row)))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Text", "x"), new("Input.Result", "WithoutRemark"), new("Input.Cause", "x"), new("Input.ActionTaken", "x")]) };
                var answer = await browser.SendAsync(request);
                Assert.True((int)answer.Status is 403 or 404, $"{role} POST {endpoint.Address}: {(int)answer.Status}");
            }
            Assert.Equal(before, await db.Trail.CountAsync());
        }
    }

    /// <summary>The reviewer's own cases and imports, and any case for the auditor, may be opened though they lie at unit B.</summary>
    private static bool IsTheirs(App app, Role role, Domain.Root row) =>
        row is Domain.LogReviews.LogCase or Domain.LogReviews.LogImport
            && (role is Role.Auditor || row.BelongsTo(app.Cast.People[role].Id));

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page_in_plain_Swedish()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        var browser = await app.AsAsync(Role.UnitManager);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/kontroller/{app.Cast.OpenAtA.Id}/utfall") { Content = new FormUrlEncodedContent([new("Input.Result", "WithoutRemark")]) };
        var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Sidan hade legat öppen för länge", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Security_headers_stand_on_every_kind_of_answer()
    {
        await using var app = await App.StartAsync(DatabaseKind.Sqlite);
        foreach (var address in new[] { "/logga-in", "/finns-inte", "/vattenpass.css", "/halsa/live", "/" })
        {
            var answer = (await app.Anonymous().GetAsync(address)).Answer;
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.DoesNotContain(answer.Headers,
                h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase) || h.Key == "Server");
        }
    }
}
