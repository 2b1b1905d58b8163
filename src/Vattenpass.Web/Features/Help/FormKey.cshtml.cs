using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vattenpass.Web.Features.Help;

/// <summary>A fresh antiforgery key for answers kept on the device: the one they were written under may have ended.</summary>
[NeedsSignIn]
public sealed class FormKeyModel : PageModel;
