using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Vattenpass.Web.Shared;

/// <summary>
/// The one way a form field is written: label, hint, input by type, error. Date → date input; whole number → numeric text;
/// bool → checkbox; options → select, or radios when asked for, or a tick for each where many may be chosen; rows → text area.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public int Rows { get; set; }
    public bool Required { get; set; }
    public bool Password { get; set; }
    public bool Radios { get; set; }
    /// <summary>The first of the radios has focus when the page opens.</summary>
    public bool Autofocus { get; set; }
    public string? Autocomplete { get; set; }
    public IEnumerable<SelectListItem>? Options { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var state = View.ViewData.ModelState.GetValueOrDefault(name);
        var error = state?.Errors.Count > 0 ? string.Join(" ", state.Errors.Select(e => e.ErrorMessage)) : null;
        var value = state?.AttemptedValue ?? Text(For.Model);
        var describedBy = string.Join(' ',
            new[] { Hint is null ? null : $"{id}-tips", error is null ? null : $"{id}-fel" }.OfType<string>());
        var input = new Input(name, id, value, describedBy, error is not null);

        var type = For.ModelExplorer.ModelType;
        var many = Options is not null && type != typeof(string) && type.IsAssignableTo(typeof(System.Collections.IEnumerable));
        var group = many || (Radios && Options is not null);
        var isBool = type == typeof(bool);
        output.TagName = group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", group ? "ds-fieldset falt" : "ds-field falt");
        if (group && describedBy.Length > 0) output.Attributes.SetAttribute("aria-describedby", describedBy);
        var html = output.Content;
        if (isBool)
            html.AppendHtml(Checkbox(input,
                For.Model is true || string.Equals(state?.AttemptedValue, "true", StringComparison.OrdinalIgnoreCase)));
        html.AppendHtml(group
            ? $"<legend class=\"ds-label\">{Encode(Label)}{Mark}</legend>"
            : $"<label class=\"ds-label\" for=\"{id}\">{Encode(Label)}{Mark}</label>");
        if (Hint is not null) html.AppendHtml($"<p id=\"{id}-tips\" data-field=\"description\" class=\"tips\">{Encode(Hint)}</p>");
        if (error is not null) html.AppendHtml($"<p id=\"{id}-fel\" class=\"ds-validation-message\">{Encode(error)}</p>");
        if (!isBool)
            html.AppendHtml(many
                ? TickList(input)
                : group
                ? RadioList(input)
                : Options is not null ? Select(input)
                : Rows > 0 ? TextArea(input)
                : Plain(input, type));
        if (isBool) html.AppendHtml($"<input type=\"hidden\" name=\"{name}\" value=\"false\">");
        if (StoredNow.Take(View.ViewData, name) is { } stored)
        {
            output.Attributes.SetAttribute("class", $"{output.Attributes["class"].Value} jamfor");
            html.AppendHtml(StoredText(Options?.FirstOrDefault(o => o.Value == stored)?.Text ?? stored));
        }
    }

    internal static string StoredText(string stored) =>
        $"<div class=\"sparat-nu\"><p class=\"ds-label\">Sparat nu</p><p class=\"brev\">{Encode(stored.Length == 0 ? "(tomt)" : stored)}</p></div>";

    private string Mark => Required ? " <span class=\"obligatorisk\">(obligatorisk)</span>" : "";

    private string Plain(Input input, Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var kind = Password
            ? "type=\"password\""
            : bare == typeof(DateOnly) ? "type=\"date\""
            : bare == typeof(int) ? "type=\"text\" inputmode=\"numeric\""
            : bare == typeof(decimal) ? "type=\"text\" inputmode=\"decimal\""
            : "type=\"text\"";
        var shown = Password ? "" : $" value=\"{Encode(input.Value)}\"";
        return $"<input class=\"ds-input\" {kind} {input.Attributes}{shown}{(Autocomplete is null ? "" : $" autocomplete=\"{Autocomplete}\"")}>";
    }

    private string TextArea(Input input) =>
        $"<textarea class=\"ds-input\" rows=\"{Rows}\" {input.Attributes}>\n{Encode(input.Value)}</textarea>";

    private string Select(Input input)
    {
        var options = string.Concat(Options!.Select(o =>
            $"<option value=\"{Encode(o.Value)}\"{(IsChosen(o, input) ? " selected" : "")}>{Encode(o.Text)}</option>"));
        return $"<select class=\"ds-input\" {input.Attributes}>{options}</select>";
    }

    private string RadioList(Input input) => string.Concat(Options!.Select((o, n) =>
        $"<div class=\"ds-field val\"><input class=\"ds-input\" type=\"radio\" name=\"{input.Name}\" id=\"{input.Id}_{n}\" value=\"{Encode(o.Value)}\"{(IsChosen(o, input) ? " checked" : "")}{(Autofocus && n == 0 ? " autofocus" : "")}><label class=\"ds-label\" for=\"{input.Id}_{n}\">{Encode(o.Text)}</label></div>"));

    /// <summary>A list longer than this scrolls.</summary>
    private const int MostShown = 12;

    private string TickList(Input input) => $"<div class=\"flera{(Options!.Count() > MostShown ? " lang" : "")}\">{string.Concat(Options!.Select((o, n) =>
        $"<div class=\"ds-field val\"><input class=\"ds-input\" type=\"checkbox\" name=\"{input.Name}\" id=\"{input.Id}_{n}\" value=\"{Encode(o.Value)}\"{(IsChosen(o, input) ? " checked" : "")}><label class=\"ds-label\" for=\"{input.Id}_{n}\">{Encode(o.Text)}</label></div>"))}</div>";

    private static string Checkbox(Input input, bool on) =>
        $"<input class=\"ds-input\" type=\"checkbox\" {input.Attributes} value=\"true\"{(on ? " checked" : "")}>";

    private bool IsChosen(SelectListItem option, Input input) =>
        For.Model is System.Collections.IEnumerable many and not string
            ? many.Cast<object?>().Any(m => m?.ToString() == option.Value)
            : option.Value == input.Value || (option.Selected && input.Value.Length == 0);

    private static string Text(object? model) => model switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum value => value.ToString(),
        _ => Convert.ToString(model, CultureInfo.CurrentCulture) ?? "",
    };

    private static string Encode(string text) => System.Net.WebUtility.HtmlEncode(text);

    private sealed record Input(string Name, string Id, string Value, string DescribedBy, bool Wrong)
    {
        public string Attributes =>
            $"name=\"{Name}\" id=\"{Id}\"{(DescribedBy.Length > 0 ? $" aria-describedby=\"{DescribedBy}\"" : "")}{(Wrong ? " aria-invalid=\"true\"" : "")}";
    }
}

/// <summary>A status in words; the tone only supports it.</summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    public string Tone { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "ds-tag");
        output.Attributes.SetAttribute("data-color", Tone);
    }
}

/// <summary>A table that scrolls by itself when it is wider than the screen, reachable by keyboard, with its caption as name.</summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTagHelper : TagHelper
{
    public string Caption { get; set; } = "";
    public bool HideCaption { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "rulla");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Caption);
        var hidden = HideCaption ? " class=\"dold\"" : "";
        output.Content.SetHtmlContent($"<table class=\"ds-table\" data-border=\"true\"><caption{hidden}>{System.Net.WebUtility.HtmlEncode(Caption)}</caption>")
            .AppendHtml(inner)
            .AppendHtml("</table>");
    }
}

/// <summary>A form that is posted: antiforgery comes by itself, the submission key and the summary of errors from here.</summary>
[HtmlTargetElement("form", Attributes = "asked")]
public sealed class AskedFormTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <summary>Where a page has a form per object: the object's key. Errors, and the key already sent, belong to that form only.</summary>
    public string? AskedFor { get; set; }

    public override int Order => 10;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("asked");
        // The fields first: what is stored now is shown beside its field, and only what no field showed is shown here.
        await output.GetChildContentAsync();
        var isThis = AskedFor is null
            || View.ViewData.ModelState.GetValueOrDefault("Input.Key")?.AttemptedValue is { } posted && posted == AskedFor;
        var errors = !isThis
            ? []
            : View.ViewData.ModelState.Where(m => m.Value!.Errors.Count > 0)
            .SelectMany(m => m.Value!.Errors.Select(e => (m.Key, e.ErrorMessage)))
            .ToList();
        var sent = !isThis ? null : View.ViewData.ModelState.GetValueOrDefault("Submission")?.AttemptedValue;
        var clock = View.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        output.PreContent.AppendHtml($"<input type=\"hidden\" name=\"Submission\" value=\"{(Guid.TryParse(sent, out var key) ? key : Guid.CreateVersion7(clock.GetUtcNow()))}\">");
        if (View.HttpContext.Items[typeof(ISealed)] is ISealed { Seal.Length: > 0 } page)
            output.PreContent.AppendHtml($"<input type=\"hidden\" name=\"Seen\" value=\"{page.Seal}\">");
        if (errors.Count == 0) return;
        var list = string.Concat(errors.Select(e => e.Key.Length == 0
            ? $"<li>{System.Net.WebUtility.HtmlEncode(e.ErrorMessage)}</li>"
            : $"<li><a class=\"ds-link\" href=\"#{TagBuilder.CreateSanitizedId(e.Key, "_")}\">{System.Net.WebUtility.HtmlEncode(e.ErrorMessage)}</a></li>"));
        output.PreContent.AppendHtml($"<div class=\"ds-alert fel\" data-color=\"danger\" role=\"alert\" tabindex=\"-1\" id=\"felruta\" autofocus><div><h2 class=\"ds-heading\" data-size=\"2xs\">Det gick inte att spara</h2><ul class=\"ds-list\">{list}</ul></div></div>");
        foreach (var (field, stored) in StoredNow.Left(View.ViewData))
            output.PreContent.AppendHtml($"<div id=\"{TagBuilder.CreateSanitizedId(field, "_")}\">{FieldTagHelper.StoredText(stored)}</div>");
        if (View.ViewData["Pekar ut"] is true)
            output.PreContent.AppendHtml("<div class=\"ds-field val\"><input class=\"ds-input\" type=\"checkbox\" name=\"PointsNobodyOut\" id=\"PointsNobodyOut\" value=\"true\"><label class=\"ds-label\" for=\"PointsNobodyOut\">Texten pekar inte ut någon. Spara som den är.</label></div>");
    }
}
