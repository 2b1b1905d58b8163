using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Vattenpass.Web.SignIn;

namespace Vattenpass.Web.Features.Errors;

[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";
    public string Text { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    /// <summary>A form that cannot be read gives no handler its values, so the code is taken from the address.</summary>
    public async Task OnPostAsync()
    {
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        Show(code);
        if (code == StatusCodes.Status400BadRequest && Request.HasFormContentType && await KeptForm.FormAsync(HttpContext) is null)
            (Heading, Text) = ("Det var för mycket på en gång",
                "Formuläret hade fler filer, eller mer text, än vad som går att ta emot på en gång. Inget har sparats. Gå tillbaka och skicka en del i taget.");
    }

    private void Show(int code) => (Heading, Text) = code switch
    {
        400 =>
            ("Sidan hade legat öppen för länge",
                "Av säkerhetsskäl togs formuläret inte emot. Gå tillbaka, ladda om sidan och skicka igen."),
        403 =>
            ("Du får inte göra det här",
                "Ditt uppdrag ger inte rätt till sidan. Tala med din chef eller en administratör om du behöver den."),
        404 => ("Sidan finns inte", "Adressen är fel, eller så får du inte se det som finns där."),
        405 => ("Så går det inte att göra", "Gå tillbaka och använd knapparna på sidan."),
        413 => ("Filen är för stor", "Dela upp filen och försök igen."),
        429 => ("Många försöker samtidigt", "Vänta en minut och försök igen."),
        503 => ("Vattenpass är inte redo", "Databasen svarar inte. Försök igen om en stund."),
        _ => ("Något gick fel", "Felet är antecknat och inget har sparats. Försök igen. Hjälper det inte, kontakta en administratör."),
    };
}
