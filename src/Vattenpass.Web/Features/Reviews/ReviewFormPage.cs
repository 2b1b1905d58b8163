using Microsoft.AspNetCore.Mvc.Rendering;
using Vattenpass.Domain;
using Vattenpass.Domain.Reviews;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Reviews;

/// <summary>What registering a review and changing it share.</summary>
public abstract class ReviewFormPage(VattenpassDb db) : FormPage<ReviewInput>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<ReviewKind>().Select(k => new SelectListItem(k.Swedish(), k.ToString()))];

    protected ReviewContent Stated()
    {
        Refusal.If(Input.ReportedOn > Today, "Dagen ligger i framtiden.", nameof(Input.ReportedOn));
        return new(Input.Kind, Input.Title ?? "", Input.Scope ?? "", Input.From, Input.To, Input.MadeBy ?? "", Input.ReportedOn, Input.Reference ?? "");
    }
}

public sealed class ReviewInput
{
    public ReviewKind? Kind { get; set; }
    public string? Title { get; set; }
    public string? Scope { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public string? MadeBy { get; set; }
    public DateOnly? ReportedOn { get; set; }
    public string? Reference { get; set; }

    public static ReviewInput Of(Review review) => new()
    {
        Kind = review.Kind,
        Title = review.Title,
        Scope = review.Scope,
        From = review.From,
        To = review.To,
        MadeBy = review.MadeBy,
        ReportedOn = review.ReportedOn,
        Reference = review.Reference,
    };
}
