using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Vattenpass.Domain;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.LogReviews.Analysis;
using Vattenpass.Web.Features.Mine;
using Vattenpass.Web.Features.PlanFiles;
using Vattenpass.Web.Features.Registers;
using Vattenpass.Web.Features.Reports;
using Vattenpass.Web.Features.Samples;
using Vattenpass.Web.Mail;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web;

/// <summary>The web application, put together in the order a request meets it.</summary>
public static class Hosting
{
    /// <param name="isDemo">The demo shows one sign-in button per role; nothing else differs.</param>
    public static WebApplication Build(Databases databases, TimeProvider clock, bool isDemo, string? urls = null, MailSettings? mail = null,
        Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(Hosting).Assembly.GetName().Name
        });
        if (urls is not null) builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(k => { k.AddServerHeader = false; k.Limits.MaxRequestBodySize = 30 * 1024 * 1024; });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        AddServices(builder.Services, databases, clock, isDemo);
        builder.Services.AddSingleton(mail ?? MailSettings.Read(urls ?? MailSettings.DefaultAddress, folder: null));
        adjust?.Invoke(builder);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, Databases databases, TimeProvider clock, bool isDemo)
    {
        services.AddSingleton(databases).AddSingleton(clock).AddSingleton(new Installation(isDemo));
        services.AddScoped<CurrentAccess>();
        services.AddScoped(s => s.GetRequiredService<Databases>().Open(s.GetRequiredService<CurrentAccess>().Access));
        services.AddScoped<ReportComposer>().AddScoped<RegisterImporter>().AddScoped<PlanImporter>().AddScoped<HeldFiles>().AddSingleton<ImportRuns>().AddHostedService(s => s.GetRequiredService<ImportRuns>()).AddScoped<SampleDrawer>().AddSingleton<Passwords>();
        services.AddSingleton<LogSpool>().AddSingleton<LogWorker>();
        services.AddDataProtection()
            .SetApplicationName("Vattenpass")
            .AddKeyManagementOptions(o => o.XmlRepository = new KeysInDatabase(databases));
        services.AddSignIn();
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/Features";
            o.Conventions.ConfigureFilter(new NeedsFilter());
            o.Conventions.ConfigureFilter(new KeptForm.WhenKeyFails());
        });
        services.Configure<MvcOptions>(SwedishMessages.Use);
        // A plan with many cells put right has more fields than a form is thought to have.
        services.Configure<MvcOptions>(o => o.MaxModelBindingCollectionSize = Domain.PlanFiles.Corrections.Most);
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.AddAntiforgery(o =>
            (o.Cookie.Name, o.Cookie.SecurePolicy, o.Cookie.SameSite) =
                ("vattenpass-form", CookieSecurePolicy.SameAsRequest, SameSiteMode.Lax));
        services.AddHealthChecks();
    }

    /// <summary>
    /// Vattenpass__TrustedProxies, addresses with commas between: what they say of where a request came from, and whether it came by HTTPS, is
    /// believed. Nobody else is.
    /// </summary>
    private static void TrustProxies(WebApplication app)
    {
        var named = (app.Configuration["Vattenpass:TrustedProxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        foreach (var address in named) options.KnownProxies.Add(IPAddress.Parse(address));
        app.UseForwardedHeaders(options);
    }

    private static void Use(WebApplication app)
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE");
        TrustProxies(app);
        app.UseMiddleware<Headers>();
        app.UseExceptionHandler("/fel/500");
        app.UseStatusCodePagesWithReExecute("/fel/{0}");
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(swedish),
            SupportedCultures = [swedish],
            SupportedUICultures = [swedish],
            RequestCultureProviders = []
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = c =>
            c.Context.Response.Headers.CacheControl = "public, max-age=3600"
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMiddleware<AccessMiddleware>();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapFeed();
        app.MapGet("/halsa/live", () => "lever").AllowAnonymous();
        app.MapGet("/halsa/ready", async (Databases databases, CancellationToken stop) =>
        {
            try
            {
                await databases.MustBeCurrentAsync(stop);
                return Results.Text("redo");
            }
            catch (Exception notReady) when (notReady is System.Data.Common.DbException or Refusal or InvalidOperationException)
            {
                return Results.Text("inte redo", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}

/// <summary>What kind of installation this is.</summary>
public sealed record Installation(bool IsDemo);
