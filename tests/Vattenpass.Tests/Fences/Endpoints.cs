using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vattenpass.Domain;
using Vattenpass.Domain.Kinds;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Registers;
using Vattenpass.Web;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Tests.Fences;

/// <summary>One page of the product with an address to try it at, and the row it is about where it is about one.</summary>
public sealed record Endpoint(string Pattern, string Address, Type Page, NeedsAttribute? Needs, bool IsAnonymous, Root? Row, bool HasPost);

/// <summary>Every page there is, read from the running app, filled in with the cast's objects of unit A or unit B.</summary>
public static class Endpoints
{
    public static IReadOnlyList<Endpoint> Of(App app, bool atB)
    {
        var c = app.Cast;
        var rows = new Dictionary<string, Root>
        {
            ["kontroller"] = atB ? c.OpenAtB : c.OpenAtA,
            ["kontroller-gjord"] = atB ? c.DoneAtB : c.DoneAtA,
            ["kontroller-lista"] = atB ? c.ListAtB : c.ListAtA,
            ["stickprov"] = atB ? c.SampleAtB : c.SampleAtA,
            ["avvikelser"] = atB ? c.DeviationAtB : c.DeviationAtA,
            ["atgarder"] = atB ? c.MeasureAtB : c.MeasureAtA,
            ["rapporter"] = c.Report,
            ["loggkontroll"] = atB ? c.LogCaseAtB : c.LogCaseAtA,
            ["loggkontroll-inlasning"] = c.LogImport,
            ["lakemedel"] = atB ? c.StoreAtB : c.StoreAtA,
            ["lakemedel-kontroll"] = atB ? c.CountAtB : c.CountAtA,
        };
        return [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null || e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => Make(app, e, rows)).DistinctBy(e => e.Address)];
    }

    private static Endpoint Make(App app, RouteEndpoint endpoint, Dictionary<string, Root> rows)
    {
        var pattern = endpoint.RoutePattern.RawText!;
        var path = endpoint.Metadata.GetMetadata<PageActionDescriptor>()!;
        var page = PageType(path.ViewEnginePath);
        var first = pattern.Split('/')[0];
        var key = first == "kontroller" && ListPages.Any(p => pattern.EndsWith(p, StringComparison.Ordinal)) ? "kontroller-lista" : first == "kontroller" && (pattern.EndsWith("ratta", StringComparison.Ordinal) || pattern.EndsWith("godkann", StringComparison.Ordinal)) ? "kontroller-gjord" : pattern.StartsWith("loggkontroll/inlasning", StringComparison.Ordinal) ? "loggkontroll-inlasning" : pattern.StartsWith("lakemedel/kontroll", StringComparison.Ordinal) ? "lakemedel-kontroll" : first;
        var row = pattern.Contains("{id", StringComparison.Ordinal) ? rows.GetValueOrDefault(key) : null;
        var c = app.Cast;
        var id = row?.Id ?? (pattern.StartsWith("jag/", StringComparison.Ordinal) ? c.Absence.Id : pattern.StartsWith("arshjul/", StringComparison.Ordinal) ? c.Meeting.Id : pattern.StartsWith("register/inlasning", StringComparison.Ordinal) ? c.ImportAtB.Id
            : pattern.StartsWith("oppna/", StringComparison.Ordinal) ? c.A.Id : pattern.EndsWith("schema", StringComparison.Ordinal) ? c.Control.Id : pattern.Contains("risk", StringComparison.Ordinal) ? c.Risk.Id : pattern.Contains("plan/", StringComparison.Ordinal) ? c.Draft.Controls[0].Id
            : pattern.Contains("person", StringComparison.Ordinal) ? c.People[Role.Performer].Id : pattern.Contains("befattning", StringComparison.Ordinal) ? TitleId(app) : pattern.Contains("enhet", StringComparison.Ordinal) ? c.A.Id : c.Waiting.Id);
        var year = pattern.StartsWith("plan/", StringComparison.Ordinal) && pattern.Contains('/', StringComparison.Ordinal) && pattern.Split('/').Length > 2 && !pattern.EndsWith("schema", StringComparison.Ordinal) ? 2027 : 2026;
        var address = "/" + pattern.Replace("{id:guid?}", $"{id}").Replace("{id:guid}", $"{id}").Replace("{year:int?}", $"{year}").Replace("{year:int}", $"{year}").Replace("{code:int}", "404")
            .Replace("{kind}", Uri.EscapeDataString(RegisterKinds.Phones.Key)).Replace("{figure}", LogFigures.DoneKey).Replace("{line:guid}", $"{(row == c.StoreAtB ? c.StoreAtB : c.StoreAtA).Lines[0].Id}").Replace("{duty:guid}", $"{(row == c.StoreAtB ? c.StoreAtB : c.StoreAtA).Duties[0].Id}").Replace("{format}", "txt").Replace("/{format?}", "").Replace("/{fil?}", "").Replace("{key}", RoutineKnowledge.Form.Key);
        if (pattern.EndsWith("utelamna", StringComparison.Ordinal)) address += $"?objekt={(row == c.ListAtB ? c.SampleAtB : c.SampleAtA).Items[0].Key}";
        return new(pattern, address, page, (NeedsAttribute?)Attribute.GetCustomAttribute(page, typeof(NeedsAttribute)), Attribute.IsDefined(page, typeof(Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute)),
            row, page.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)));
    }

    private static readonly string[] ListPages = ["/lista", "/stickprov", "/utelamna"];

    private static Guid TitleId(App app)
    {
        using var db = app.Db();
        return db.Titles.OrderBy(t => t.Name).First().Id;
    }

    /// <summary>The page's model by its place: /Controls/Show → Features.Controls.ShowModel.</summary>
    private static Type PageType(string viewPath)
    {
        var parts = viewPath.Trim('/').Split('/');
        return typeof(Hosting).Assembly.GetType($"Vattenpass.Web.Features.{string.Join('.', parts)}Model") ?? throw new InvalidOperationException($"No page model for {viewPath}.");
    }
}
