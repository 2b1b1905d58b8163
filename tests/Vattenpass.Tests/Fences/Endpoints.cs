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
    /// <summary>
    /// What {id} stands for on the pages of a root, by how their addresses begin and end; the first that fits. A page that no line fits is
    /// refused: an id of the wrong kind answers 404, and nobody would see that the page was never opened.
    /// </summary>
    private static readonly IReadOnlyList<(string Begins, string Ends, Func<Cast, bool, Entity> Is)> Ids =
    [
        ("kontroller/", "/lista", (c, atB) => atB ? c.ListAtB : c.ListAtA),
        ("kontroller/", "/stickprov", (c, atB) => atB ? c.ListAtB : c.ListAtA),
        ("kontroller/", "/utelamna", (c, atB) => atB ? c.ListAtB : c.ListAtA),
        ("kontroller/", "/ratta", (c, atB) => atB ? c.DoneAtB : c.DoneAtA),
        ("kontroller/", "/godkann", (c, atB) => atB ? c.DoneAtB : c.DoneAtA),
        ("kontroller/", "", (c, atB) => atB ? c.OpenAtB : c.OpenAtA),
        ("stickprov/", "", (c, atB) => atB ? c.SampleAtB : c.SampleAtA),
        .. new[] { "/forklara", "/kvittera", "/omrakning", "/svinn", "/svinn/mas", "/svinn/polis" }.Select(p =>
            ("avvikelser/", p, (Func<Cast, bool, Entity>)((c, atB) => atB ? c.ShortageAtB : c.ShortageAtA))),
        ("avvikelser/", "/pa-plats", (c, atB) => atB ? c.DeviationAtB : c.DeviationAtA),
        ("avvikelser/", "", (c, atB) => atB ? c.DeviationAtB : c.DeviationAtA),
        ("rutiner/", "", (c, _) => c.Routine),
        ("fragor/", "", (c, _) => c.Question),
        ("medel/", "", (c, _) => c.Envelope),
        ("effekt/", "", (c, atB) => atB ? c.EffectAtB : c.EffectAtA),
        ("atgarder/", "", (c, atB) => atB ? c.MeasureAtB : c.MeasureAtA),
        ("riskforslag/", "", (c, atB) => atB ? c.ProposalAtB : c.ProposalAtA),
        ("granskningar/", "", (c, _) => c.Review),
        ("rapporter/", "/beslut", (c, _) => c.SentReport),
        ("rapporter/", "/kommunstyrelsen", (c, _) => c.SentReport),
        ("rapporter/", "/mottagen", (c, _) => c.SentReport),
        ("rapporter/", "/paket", (c, _) => c.SentReport),
        ("rapporter/", "", (c, _) => c.Report),
        ("loggkontroll/inlasning/", "", (c, _) => c.LogImport),
        ("loggkontroll/", "", (c, atB) => atB ? c.LogCaseAtB : c.LogCaseAtA),
        ("lakemedel/kontroll/", "", (c, atB) => atB ? c.CountAtB : c.CountAtA),
        ("lakemedel/", "", (c, atB) => atB ? c.StoreAtB : c.StoreAtA),
        ("jag/franvaro/", "", (c, _) => c.Absence),
        ("arshjul/", "", (c, _) => c.Meeting),
        ("bibliotek/mall/", "", (c, _) => c.LibraryItem),
        ("register/inlasning/", "", (c, _) => c.ImportAtB),
        ("oppna/", "", (c, atB) => atB ? c.B : c.A),
        ("plan/", "/schema", (c, _) => c.Control),
        ("plan/fil/", "", (c, _) => c.PlanFile),
        ("plan/{year:int}/risk", "", (c, _) => c.Risk),
        ("plan/{year:int}/kontroll", "", (c, _) => c.Draft.Controls[0]),
        ("administration/person/", "/tillbaka", (c, _) => c.Gone),
        ("administration/person/", "/losenord", (c, _) => c.People[Role.Performer]),
        ("administration/person/", "", (c, _) => c.People[Role.Performer]),
        ("administration/befattning/", "", (c, _) => c.Title),
        ("administration/enhet/", "/oppna", (c, _) => c.Closed),
        ("administration/enhet/", "", (c, _) => c.A2),
        ("administration/uppdrag/", "", (c, _) => c.Waiting),
    ];

    public static IReadOnlyList<Endpoint> Of(App app, bool atB) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
                || e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => Make(app.Cast, e, atB)).DistinctBy(e => e.Address)];

    private static Endpoint Make(Cast c, RouteEndpoint endpoint, bool atB)
    {
        var pattern = endpoint.RoutePattern.RawText!;
        var page = PageType(endpoint.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath);
        var about = pattern.Contains("{id", StringComparison.Ordinal) ? About(pattern)(c, atB) : null;
        var store = atB ? c.StoreAtB : c.StoreAtA;
        var isDraft = pattern.StartsWith("plan/{year:int}/", StringComparison.Ordinal)
            && !pattern.EndsWith("schema", StringComparison.Ordinal);
        var address = "/" + new Dictionary<string, string>
        {
            ["/{format?}"] = "",
            ["{kod}"] = "kod",
            ["/{fil?}"] = "",
            ["{id:guid?}"] = $"{about?.Id}",
            ["{id:guid}"] = $"{about?.Id}",
            ["{year:int?}"] = isDraft ? "2027" : "2026",
            ["{year:int}"] = isDraft ? "2027" : "2026",
            ["{code:int}"] = "404",
            ["{kind}"] = Uri.EscapeDataString(RegisterKinds.Phones.Key),
            ["{figure}"] = LogFigures.DoneKey,
            ["{measure}"] = StaffMeasure.All[0].Key,
            ["{competence}"] = "lab",
            ["{line:guid}"] = $"{store.Lines[0].Id}",
            ["{post:guid}"] = about is Domain.Funding.Envelope envelope ? $"{envelope.Allocations[0].Id}" : "",
            ["{brist:guid}"] = about is Domain.Reviews.Review review ? $"{review.Findings[0].Id}" : "",
            ["{duty:guid}"] = $"{store.Duties[0].Id}",
            ["{format}"] = "txt",
            ["{key}"] = RoutineKnowledge.Form.Key,
        }.Aggregate(pattern, (text, part) => text.Replace(part.Key, part.Value, StringComparison.Ordinal));
        if (address.Contains('{', StringComparison.Ordinal))
            throw new InvalidOperationException($"{pattern} has a part that no test knows what to put in.");
        if (pattern.EndsWith("utelamna", StringComparison.Ordinal)) address += "?rad=1";
        if (pattern.EndsWith("jamfor/skal", StringComparison.Ordinal)) address += $"?nyckel={c.Plan.Controls[1].Key}&titel={Uri.EscapeDataString(c.Plan.Controls[1].Title)}";
        var row = about as Root is { } root && Judged.Any(pattern.StartsWith) ? root : null;
        return new(pattern, address, page, (NeedsAttribute?)Attribute.GetCustomAttribute(page, typeof(NeedsAttribute)),
            Attribute.IsDefined(page, typeof(Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute)),
                row, page.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)));
    }

    /// <summary>Pages that are about one row, and are judged on where it lies.</summary>
    private static readonly string[] Judged =
        ["kontroller/", "stickprov/", "avvikelser/", "atgarder/", "effekt/", "rapporter/", "loggkontroll/", "lakemedel/"];

    private static Func<Cast, bool, Entity> About(string pattern) =>
        Ids.FirstOrDefault(i => pattern.StartsWith(i.Begins, StringComparison.Ordinal)
            && pattern.EndsWith(i.Ends, StringComparison.Ordinal)).Is
        ?? throw new InvalidOperationException($"No line says what {{id}} is on {pattern}. Add one, and the object to the cast.");

    /// <summary>The page's model by its place: /Controls/Show → Features.Controls.ShowModel.</summary>
    private static Type PageType(string viewPath)
    {
        var parts = viewPath.Trim('/').Split('/');
        return typeof(Hosting).Assembly.GetType($"Vattenpass.Web.Features.{string.Join('.', parts)}Model")
            ?? throw new InvalidOperationException($"No page model for {viewPath}.");
    }
}
