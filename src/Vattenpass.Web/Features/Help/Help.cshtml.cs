using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vattenpass.Web.Features.Help;

[AllowAnonymous]
public sealed class HelpModel : PageModel;
