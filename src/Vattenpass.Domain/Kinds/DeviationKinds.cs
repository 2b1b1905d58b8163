namespace Vattenpass.Domain.Kinds;

/// <summary>The kinds of fault a control usually finds, so that they can be counted; "annat" is always there.</summary>
public static class DeviationKinds
{
    private static readonly Dictionary<string, string[]> PerControl = new()
    {
        ["lakemedel"] = ["brist i saldo", "överskott i saldo", "uttag ej avskrivet", "fel narkotikajournal", "borde ha kasserats", "låda felmärkt", "utgånget datum", "leverans saknas i journalen", "journalen felräknad", "ingående saldo stämmer inte med förra kontrollen"],
        ["mobiltelefoner"] = ["bild på brukare", "bild på sår", "bild på ordinationslista", "bild på planering", "bild på kallelse", "namn i kontaktlista", "personnummer", "meddelande från anhörig, god man eller klient"],
        ["loggkontroll"] = ["läst dokumentation om brukare på annan enhet", "obehörig åtkomst"],
        ["rehabilitering"] = ["inget ärende trots upprepad frånvaro"],
        ["ekonomi"] = ["mötet inte hållet", "prognosen avviker utan plan", "analysen inte gjord"],
        ["kompetens"] = ["plan saknas", "introduktion saknas", "delegering ogiltig"],
        ["tidsfrister"] = ["tidsfristen överskriden", "beslut om förlängning saknas"],
        ["behorigheter"] = ["saknar anställning", "avslutad anställning", "annan enhet", "för hög behörighet"],
    };

    public static IEnumerable<string> For(string controlKey) => [.. PerControl.GetValueOrDefault(controlKey, []), "annat"];
}
