using Vattenpass.Domain;
using Vattenpass.Domain.Funding;
using Vattenpass.Web.Data;
using Vattenpass.Web.Shared;

namespace Vattenpass.Web.Features.Funding;

/// <summary>What writing down money that is decided, and changing it, share.</summary>
public abstract class EnvelopeFormPage(VattenpassDb db) : FormPage<EnvelopeInput>(db)
{
    protected EnvelopeContent Stated()
    {
        Refusal.If(Input.DecidedOn > Today, "Beslutet kan inte ligga framåt i tiden.", nameof(Input.DecidedOn));
        return new(Input.Title ?? "", Kronor.Read(Input.Amount, nameof(Input.Amount)), Input.Year, Input.DecidedBy ?? "", Input.DecidedOn, Input.Reference ?? "");
    }
}

public sealed class EnvelopeInput
{
    public string? Title { get; set; }
    public string? Amount { get; set; }
    public int? Year { get; set; }
    public string? DecidedBy { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? Reference { get; set; }

    public static EnvelopeInput Of(Envelope envelope) => new()
    {
        Title = envelope.Title,
        Amount = Kronor.Text(envelope.Amount),
        Year = envelope.Year,
        DecidedBy = envelope.DecidedBy,
        DecidedOn = envelope.DecidedOn,
        Reference = envelope.Reference,
    };
}
