using Microsoft.AspNetCore.Mvc.RazorPages;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Help;

/// <summary>A fresh antiforgery key for answers kept on the device: the one they were written under may have ended.</summary>
[NeedsSignIn]
public sealed class FormKeyModel : PageModel;
