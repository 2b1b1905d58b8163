namespace Vattenpass.Domain;

/// <summary>The field of work a control, deviation or measure lies in; a specialist's permissions follow their field.</summary>
public enum Field
{
    General = 0,
    HealthCare = 1,
    Rehabilitation = 2,
    SocialServices = 3,
    Staff = 4,
    Economy = 5,
    Access = 6,
}

public static class FieldNames
{
    public static string Swedish(this Field field) => field switch
    {
        Field.HealthCare => "hälso- och sjukvård",
        Field.Rehabilitation => "rehabilitering",
        Field.SocialServices => "socialtjänst",
        Field.Staff => "personal",
        Field.Economy => "ekonomi",
        Field.Access => "behörighet och åtkomst",
        _ => "allmänt",
    };
}
