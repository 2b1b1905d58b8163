using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Vattenpass.Domain;
using Vattenpass.Domain.LogReviews;
using Vattenpass.Domain.Organisation;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.LogReviews;

[Needs(Thing.Plans, Right.Write)]
public sealed class AdoptRulesModel(VattenpassDb db) : FormPage<AdoptRulesInput>(db)
{
    private const string Adopt = "anta", Reject = "ta-bort";
    public static readonly IReadOnlyList<SelectListItem> Choices = [new("Använd de föreslagna reglerna från nästa logg", Adopt),
        new("Ta bort förslaget", Reject)];
    public IReadOnlyList<string> Changes { get; private set; } = [];
    private LogSettings? settings;

    protected override Basis MadeFrom => Basis.Document(string.Join('\n', Changes));

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return settings?.Proposed is null ? Redirect("/loggkontroll/regler") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (settings?.Proposed is null) return Redirect("/loggkontroll/regler");
        return await SaveAsync(Acts.ChangeLogRules,
            () =>
            {
                Refusal.If(Input.Choice is not (Adopt or Reject), "Välj vad du vill göra.",
                nameof(Input.Choice)); if (Input.Choice == Adopt) settings
                .Adopt();
                else settings
                .Reject();
            },
            () => Redirect("/loggkontroll/regler"), Input.Choice == Adopt ? "Reglerna gäller från nästa logg." : "Förslaget är borttaget.");
    }

    protected override async Task ShowAsync()
    {
        settings = await Db.LogSettings.FirstOrDefaultAsync(Stop);
        if (settings?.Proposed is { } proposed)
            Changes = [.. RuleText.All(proposed).Except(RuleText.All(settings.Rules)),
                .. RuleText.All(settings.Rules).Except(RuleText.All(proposed)).Select(gone => $"Gäller inte längre: {gone}")];
    }
}

public sealed class AdoptRulesInput
{
    public string? Choice { get; set; }
}
