namespace Vattenpass.Domain.Occasions;

/// <summary>Who may not do what together. Judged by person, never by account.</summary>
public static class Separation
{
    public const string SelfApproval = "Den som gjorde kontrollen kan inte själv godkänna den. Be en annan behörig person.";
    public const string SelfClosing =
        "Den som utredde kan inte själv avsluta en allvarlig avvikelse eller en saldodifferens. Be en annan behörig person.";
    public const string SelfInvestigation =
        "Den som rapporterade en allvarlig avvikelse utreder den inte ensam. Be en annan behörig person avsluta utredningen.";
    public const string SelfRecount = "Omräkningen ska bekräftas av någon annan än den som räknar om.";
    public const string SelfDisposal = "Kassationen ska bekräftas av någon annan än den som kasserar.";
    public const string OrdererDisposes = "Du beställer till förrådet och kan inte kassera ur det.";
}
