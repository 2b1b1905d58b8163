using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;

namespace Vattenpass.Web.SignIn;

/// <summary>What a page is for: anyone who may do that to something may open it. Which rows is settled by the read filter and the door.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Thing thing, Right right = Right.Read) : Attribute
{
    public Thing Thing { get; } = thing;
    public Right Right { get; } = right;
}

/// <summary>A page for everyone who is signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsSignInAttribute : Attribute;

/// <summary>Not signed in → sign-in. May not → 403. Must change password → only that. A page that says nothing is a fault.</summary>
public sealed class NeedsFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var page = context.ActionDescriptor.ModelTypeInfo!;
        if (page.GetCustomAttributes(typeof(AllowAnonymousAttribute), true).Length == 0)
        {
            var current = context.HttpContext.RequestServices.GetRequiredService<CurrentAccess>();
            if (!current.Access.IsSomeone) { context.Result = new ChallengeResult(); return; }
            if (current.MustChangePassword && page.Name is not ("ChangePasswordModel" or "KeptModel"))
            {
                context.Result = new RedirectResult("/byt-losenord");
                return;
            }
            var needs = (NeedsAttribute?)page.GetCustomAttributes(typeof(NeedsAttribute), true).FirstOrDefault();
            if (needs is null && page.GetCustomAttributes(typeof(NeedsSignInAttribute), true).Length == 0)
                throw new InvalidOperationException($"{page.Name} does not say what it needs: [Needs], [NeedsSignIn] or [AllowAnonymous].");
            if (needs is not null && !current.Access.Can(needs.Thing, needs.Right))
            {
                context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
                return;
            }
        }
        var executed = await next();
        if (executed.Exception is NotPermitted && !executed.ExceptionHandled)
        {
            executed.ExceptionHandled = true;
            executed.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }
}
