using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Vattenpass.Web.Features.Help;

/// <summary>What is shown when the network is gone. It is kept on the device, so it holds nothing about anyone.</summary>
[AllowAnonymous]
public sealed class OfflineModel : PageModel;
