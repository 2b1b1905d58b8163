using Microsoft.AspNetCore.Mvc;

namespace Vattenpass.Web.Shared;

/// <summary>Every message the framework can give, in plain Swedish with a remedy.</summary>
public static class SwedishMessages
{
    public static void Use(MvcOptions options)
    {
        // A non-nullable string would otherwise be required with an English message; what is required is said by the domain.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueIsInvalidAccessor(value => $"”{value}” går inte att läsa. Rätta värdet.");
        messages.SetAttemptedValueIsInvalidAccessor((value, field) =>
            $"”{value}” går inte att läsa. Skriv datum som 2026-03-31 och tal med komma, till exempel 12,5.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"”{value}” går inte att läsa. Rätta värdet.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Värdet går inte att läsa. Rätta det.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Värdet går inte att läsa. Rätta det.");
        messages.SetValueMustNotBeNullAccessor(_ => "Fyll i ett värde.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Fyll i ett värde.");
        messages.SetMissingKeyOrValueAccessor(() => "Fyll i ett värde.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Formuläret var tomt. Försök igen.");
        messages.SetValueMustBeANumberAccessor(_ => "Skriv ett tal, med komma för decimaler.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Skriv ett tal, med komma för decimaler.");
    }
}
