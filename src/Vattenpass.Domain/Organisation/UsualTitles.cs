namespace Vattenpass.Domain.Organisation;

/// <summary>
/// Titles that Swedish social services have, with the role each gives where a municipality has not said otherwise. A title that is not here
/// gives no role until somebody says which.
/// </summary>
public static class UsualTitles
{
    private static readonly (Role Role, Field Field, string Names)[] All =
    [
        (Role.UnitManager, Field.General, "enhetschef; biträdande enhetschef; enhetschef hemtjänst; enhetschef särskilt boende; föreståndare; gruppchef"),
        (Role.AreaManager, Field.General, "områdeschef; verksamhetschef; avdelningschef; verksamhetsområdeschef"),
        (Role.DepartmentHead, Field.General, "socialchef; förvaltningschef; förvaltningsdirektör; socialdirektör; omsorgschef"),
        (Role.Specialist, Field.HealthCare, "mas; medicinskt ansvarig sjuksköterska; verksamhetschef hsl"),
        (Role.Specialist, Field.Rehabilitation, "mar; medicinskt ansvarig för rehabilitering"),
        (Role.Specialist, Field.SocialServices, "sas; socialt ansvarig samordnare; socialt ansvarig socionom"),
        (Role.Specialist, Field.Staff, "hr-specialist; hr-konsult; hr-partner; personalkonsult"),
        (Role.Specialist, Field.Economy, "ekonom; förvaltningsekonom; verksamhetsekonom; controller ekonomi"),
        (Role.Coordinator, Field.General, "utvecklingsledare; kvalitetsutvecklare; kvalitetsstrateg; verksamhetsutvecklare; controller; kvalitetssamordnare; kvalitetsledare; utredare"),
        (Role.Registrar, Field.General, "registrator; nämndsekreterare"),
        (Role.BoardMember, Field.General, "ledamot; ordförande; vice ordförande; nämndledamot"),
        (Role.Auditor, Field.General, "revisor; förtroendevald revisor"),
        (Role.SystemsManager, Field.Access, "systemförvaltare; systemadministratör"),
        (Role.LogReviewer, Field.Access, "loggranskare"),
        (Role.Performer, Field.General, "undersköterska; vårdbiträde; stödassistent; stödpedagog; socialsekreterare; biståndshandläggare; handläggare; behandlingsassistent; familjebehandlare"),
        (Role.Performer, Field.HealthCare, "sjuksköterska; distriktssköterska; kontrollansvarig sjuksköterska"),
        (Role.Performer, Field.Rehabilitation, "arbetsterapeut; fysioterapeut; sjukgymnast"),
        (Role.Administrator, Field.General, "administratör vattenpass"),
    ];

    private static readonly Dictionary<string, (Role Role, Field Field)> ByName = All
        .SelectMany(t => t.Names.Split(';', StringSplitOptions.TrimEntries).Select(n => (Name: n, t.Role, t.Field)))
        .ToDictionary(t => t.Name, t => (t.Role, t.Field));

    /// <summary>The role and the field of a title; null when it is not known.</summary>
    public static (Role Role, Field Field)? Of(string title) => ByName.TryGetValue(title.Trim().ToLowerInvariant(), out var known) ? known : null;
}
