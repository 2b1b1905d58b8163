namespace Vattenpass.Domain.Registers;

/// <summary>
/// A starting point for a system's access log, from the words its interface uses. An export's headers are set by each installation: where they
/// differ, the municipality makes its own profile.
/// </summary>
/// <param name="Headers">A column of <see cref="LogFileKinds.Log"/>, folded, → what the system may call it, likeliest first.</param>
/// <param name="IsManyRowsAPost">One access takes several rows with the same log id.</param>
public sealed record BuiltInLogProfile(string Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers, bool IsManyRowsAPost = false)
{
    public static readonly IReadOnlyList<BuiltInLogProfile> All =
    [
        Make("Lifecare", time: ["Datum och tid", "Loggtid", "Datum", "Tid"], timeOfDay: ["Tid", "Klockslag"],
            user: ["Användarnamn", "Användare-ID", "Användar-ID"], client: ["Person-ID", "Brukar-ID", "Klient-ID"],
            unit: ["Organisationsenhet", "Enhetskod", "Utförarenhet"], action: ["Aktivitet", "Händelsetyp"],
            reason: ["Åtkomstorsak", "Anledning"], id: ["Logg-ID"]),
        Make("Procapita", time: ["Loggdatum", "Datum"], timeOfDay: ["Klockslag", "Tid"], user: ["Signatur", "Användarid"],
            client: ["Klientnr", "Personnyckel", "Klientid"], unit: ["Org", "Organisation", "Arbetsenhet"], action: ["Funktion", "Åtgärd"],
            reason: ["Anledning", "Kommentar"], id: ["Loggnr"]),
        Make("Treserva", time: ["Tidsstämpel", "Logg tidpunkt"], user: ["Inloggad användare", "Användarkod", "Användar-ID"],
            client: ["Aktnummer", "Personaktsnummer", "Person"], unit: ["Verksamhet", "Enhetsnamn"],
            action: ["Aktivitet", "Typ av händelse"], reason: ["Motivering", "Orsakstext"], id: ["Löpnummer"]),
        Make("Viva", time: ["Datumtid", "Datum", "Tid"], timeOfDay: ["Klockan", "Tid"], user: ["HSA-id", "Användarid", "Login"],
            client: ["Vivaid", "Intressent", "Personid"], unit: ["Arbetsplats", "Organisation"], action: ["Operation", "Typ"],
            reason: ["Anledning"], id: ["Id"]),
        // The fields of the national service contract for logs (informationssäkerhet: log), flattened to a row for each resource.
        Make("Nationell logg", time: ["startDate"], user: ["userId"], client: ["patientId"], unit: ["careUnitName"], action: ["activityType"],
            reason: ["purpose"], id: ["logId"]) with { IsManyRowsAPost = true },
    ];

    private static BuiltInLogProfile Make(string name, string[] time, string[] user, string[] client, string[] unit, string[] action,
        string[] reason, string[] id, string[]? timeOfDay = null) =>
        new(name, new Dictionary<string, IReadOnlyList<string>>
        {
            ["tidpunkt"] = time,
            ["klockslag"] = timeOfDay ?? [],
            ["anvandare"] = user,
            ["klient"] = client,
            ["enhet"] = unit,
            ["handelse"] = action,
            ["orsak"] = reason,
            ["loggid"] = id,
        });
}
