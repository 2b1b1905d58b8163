namespace Vattenpass.Domain.PlanFiles;

/// <summary>What a column of a plan tells. Stored by name with a municipality's own headers, and never renamed.</summary>
public enum PlanColumn
{
    Ignored = 0, Process = 1, Risk = 2, RiskText = 3, RiskOwner = 4, Likelihood = 5, Consequence = 6, Value = 7, Level = 8,
    Control = 10, ControlText = 11, Measure = 12, MeasureText = 13, Purpose = 14, Method = 15, Sample = 16, Frequency = 17, Month = 18,
    Status = 20, Responsible = 21, Reporting = 22, Receiver = 23, Start = 24, Checkpoint = 25, End = 26, When = 27, Comment = 28, Unit = 29,
    Description = 30, Period = 31, RiskNumber = 32, JanuaryMark = 101, DecemberMark = 112,
}

/// <summary>Every header that plans are known to write, compared without case, marks, spaces, years and what stands in brackets.</summary>
public static class PlanColumns
{
    /// <summary>The columns a municipality can say that a header of its own means, with their names.</summary>
    public static readonly IReadOnlyList<(PlanColumn Column, string Name)> Named =
    [
        (PlanColumn.Risk, "Risk"), (PlanColumn.RiskText, "Riskens beskrivning"), (PlanColumn.RiskOwner, "Riskägare"),
        (PlanColumn.Process, "Process, rutin eller område"), (PlanColumn.Likelihood, "Sannolikhet"), (PlanColumn.Consequence, "Konsekvens"),
        (PlanColumn.Value, "Riskvärde"), (PlanColumn.Level, "Risknivå"), (PlanColumn.Control, "Kontroll"),
        (PlanColumn.ControlText, "Kontrollens beskrivning"), (PlanColumn.Purpose, "Syfte"), (PlanColumn.Method, "Metod"),
        (PlanColumn.Sample, "Urval"), (PlanColumn.Frequency, "Hur ofta"), (PlanColumn.Measure, "Åtgärd"),
        (PlanColumn.MeasureText, "Åtgärdens beskrivning"), (PlanColumn.Status, "Status"), (PlanColumn.Responsible, "Ansvarig"),
        (PlanColumn.Reporting, "Rapporteringsansvarig"), (PlanColumn.Receiver, "Rapporteras till"), (PlanColumn.Start, "Startdatum"),
        (PlanColumn.Checkpoint, "Avstämningsdatum"), (PlanColumn.End, "Slutdatum"), (PlanColumn.Comment, "Kommentar"),
        (PlanColumn.Unit, "Enhet"), (PlanColumn.Ignored, "Används inte"),
    ];

    public static string Swedish(this PlanColumn column) => Named.FirstOrDefault(n => n.Column == column).Name
        ?? (column is PlanColumn.RiskNumber ? "Riskens nummer" : column is PlanColumn.When ? "Tidpunkt" : column is PlanColumn.Description ? "Beskrivning" : column is PlanColumn.Period ? "Period" : "Månad");

    /// <summary>One column per line: what it tells, and the headers that say so.</summary>
    private const string Synonyms =
        """
        Ignored     nr; nummer; id; löpnr; löpnummer; rad; ref; dnr
        Process     process; rutin; system; processrutin; processrutinsystem; rutinsystem; kontrollområde; område; riskområde; verksamhetsområde; verksamhet; process eller rutin; granskningsområde; delprocess; huvudprocess; områden och rutiner; områden och rutiner som ska granskas; område rutin; rutin process; perspektiv; riskkategori; kategori; målområde
        RiskNumber  risknr; risk nr; risknummer; risk-id; riskens nummer; risk nummer; avser risk; koppling till risk
        Risk        risk; risker; riskanalys; identifierad risk; identifierade risker; riskrubrik; riskens namn; riskbenämning; risk benämning; vad kan gå fel; händelse; riskhändelse; beskriv risken; risk för; identifierad händelse; risk att; risk vad; risk titel; risk namn; riskens titel
        RiskText    riskbeskrivning; beskrivning av risk; beskrivning av risken; beskrivning risk; orsak; riskorsak; orsak och konsekvens; konsekvensbeskrivning; risk beskrivning; riskens beskrivning; motivering av risk
        RiskOwner   riskägare; riskansvarig; ägare av risk; ansvarig för risken; ägare av risken
        Likelihood  sannolikhet; s; sannolikhet s; bedömd sannolikhet; sannolikhetsvärde; p
        Consequence konsekvens; k; konsekvens k; väsentlighet; v; allvarlighet; allvarlighetsgrad; bedömd konsekvens; konsekvensvärde; påverkan
        Value       riskvärde; risktal; riskpoäng; rv; r; sxk; s x k; s*k; sk; sxv; sannolikhet x konsekvens; konsekvens x sannolikhet; sannolikhet konsekvens; riskbedömning; bedömning; riskpoäng sxk; väsentlighet x risk; sammanvägd risk; summa; poäng; riskbedömning sxk; riskvärdering; värde
        Level       risknivå; riskklass; riskkategori nivå; nivå; riskgrad
        Control     kontroll; kontroller; kontrollmoment; kontrollpunkt; kontrollaktivitet; granskning; granskningar; vad ska kontrolleras; vad kontrolleras; kontrollåtgärd; egenkontroll; kontrollmål; moment; internkontroll; intern kontroll; beslut om kontroll; kontrollens namn; kontrollpunkter; kontrollfråga; vad ska granskas; kontrollobjekt; kontroll vad; kontroll titel; kontroll namn; kontroll rubrik; kontroll benämning
        ControlText kontrollbeskrivning; beskrivning av kontroll; beskrivning av kontrollen; beskrivning av granskning; omfattning; avgränsning; omfattning avgränsning; omfattning och avgränsning; hur ska kontrollen göras; beskrivning kontroll; så görs kontrollen; kontrollens beskrivning; utförande; genomförande; tillvägagångssätt
        Measure     åtgärd; åtgärder; beslut om åtgärd; beslutad åtgärd; beslutade åtgärder; direktåtgärd; direktåtgärder; planerad åtgärd; planerade åtgärder; förslag till åtgärd; förslag på åtgärd; åtgärdsförslag; aktivitet; aktiviteter; insats; förbättringsåtgärd; hanteringsåtgärd; riskreducerande åtgärd; beslut om åtgärder; åtgärdsplan; åtgärdens namn; åtgärd vad; åtgärd titel; åtgärd namn; åtgärd rubrik; åtgärd benämning; åtgärd aktivitet; åtgärder vad
        MeasureText åtgärdsbeskrivning; beskrivning av åtgärd; beskrivning av åtgärden; beskrivning åtgärd; åtgärdens beskrivning
        Purpose     syfte; mål; målsättning; kontrollens syfte; syfte med kontrollen; varför
        Method      metod; kontrollmetod; granskningsmetod; metod för kontroll; hur; hur görs kontrollen; hur ska det kontrolleras; hur kontrolleras; arbetssätt; kontrollform; typ av kontroll
        Sample      urval; stickprov; stickprovsstorlek; antal stickprov; urvalsstorlek; antal; antal kontroller; storlek; urvalsmetod; stickprov antal; antal per tillfälle
        Frequency   frekvens; kontrollfrekvens; hur ofta; intervall; periodicitet; återkommer; frekvens tidpunkt; frekvens och tidpunkt; periodisering; uppföljningsfrekvens
        When        tidpunkt; när; tid; tidplan; tidsplan; tidpunkt för kontroll; tidpunkt för granskning; kontrolltillfälle; tidpunkt för kontrollen; när görs kontrollen; när ska kontrollen göras; datum; kontrolltidpunkt; tidpunkter; genomförs; tidsperiod; tidpunkt för genomförande
        Month       månad; kalendermånad
        Status      status; läge; genomförandestatus; statusåtgärd; åtgärdsstatus; status åtgärd; status kontroll; nuläge; aktuell status; genomförd; utförd
        Responsible ansvarig; ansvariga; kontrollansvarig; kontrollansvariga; åtgärdsansvarig; åtgärdsansvariga; ansvarig för åtgärd; ansvarig för åtgärden; ansvarig för kontroll; ansvarig för kontrollen; utförs av; utförare; utförd av; vem; vem ansvarar; vem utför; vem gör kontrollen; granskare; genomförs av; ansvarig tjänsteperson; ansvarig funktion; ansvarig person; ansvarig befattning; ansvarig roll; kontrollant; ansvarig chef; ägare; handläggare; ansvarig utförare; ansvar; den som kontrollerar; granskas av
        Reporting   rapporteringsansvarig; rapporteringsansvariga; ansvarig för rapportering; rapporterar; rapportör; ansvarig för rapport; uppföljningsansvarig; ansvarig för uppföljning; rapportansvarig; rapporteras av
        Receiver    rapporteras till; rapportering till; rapportmottagare; mottagare; rapport till; rapporteras; avrapporteras till; återrapporteras till; rapporterings mottagare; rapportering; redovisas till; återrapportering; resultat rapporteras till
        Start       startdatum; start; från; startar; påbörjas; börjar; startdag; startas; från och med; from; start datum; planerad start
        Checkpoint  avstämningsdatum; avstämning; avstämningar; avstämningstidpunkt; avstämningstillfällen; uppföljningsdatum; delavstämning; avstäms; avstämningsdag; avstämnings datum
        End         slutdatum; slut; till; klart senast; klar senast; färdigdatum; färdigt; klart; klar; deadline; slutar; avslutas; senast; till och med; tom; slut datum; ska vara klar; klart datum; klar datum; sluttid; färdigställd; genomförd senast; planerat slut; tidsgräns; åtgärdas senast
        Comment     kommentar; kommentarer; anmärkning; anmärkningar; kommentar per delår; uppföljning; analys; notering; noteringar; anteckning; anteckningar; resultat; utfall; resultat av kontroll; resultat av kontrollen; resultat av granskning; lägesbeskrivning; lägesrapport; återkoppling; iakttagelse; iakttagelser; bedömning och kommentar; uppföljning delår; uppföljning helår; kommentar helår; kommentar delår; slutsats; resultat och kommentar; övrigt; kommentar uppföljning; uppföljning kommentar; resultat kommentar; statuskommentar; kommentar till status; kommentar per tertial; kommentar per helår; resultat och analys
        Unit        enhet; enheter; nämnd; förvaltning; avdelning; berörd enhet; berörda enheter; nämnd förvaltning enhet; avser; omfattar; berörda verksamheter
        Description beskrivning; förklaring; mer information
        Period      period; kontrollperiod; start och slut; start slut; startdatum slutdatum; från till; genomförandeperiod; start och slutdatum
        """;

    private static readonly string[] Months = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly Dictionary<string, PlanColumn> Known = Read();

    private static Dictionary<string, PlanColumn> Read()
    {
        var known = new Dictionary<string, PlanColumn>(StringComparer.Ordinal);
        foreach (var line in Synonyms.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var name = line[..line.IndexOf(' ', StringComparison.Ordinal)];
            foreach (var word in line[name.Length..].Split(';', StringSplitOptions.TrimEntries))
                known.TryAdd(HeaderText.Fold(word), Enum.Parse<PlanColumn>(name));
        }
        for (var m = 0; m < 12; m++)
            foreach (var word in new[] { Months[m], Months[m][..3], m == 8 ? "sept" : Months[m] })
                known.TryAdd(HeaderText.Fold(word), PlanColumn.JanuaryMark + m);
        return known;
    }

    /// <summary>What a folded header says; null when it is not known.</summary>
    public static PlanColumn? Of(string folded) => Known.TryGetValue(folded, out var column) ? column : null;

    /// <summary>Known headers that differ from a folded one by a letter or two, in what they mean; several when it cannot be told.</summary>
    public static IReadOnlyList<(string Word, PlanColumn Column)> Near(string folded)
    {
        if (folded.Length < 6) return [];
        var most = folded.Length < 12 ? 1 : 2;
        return [.. Known.Where(k => k.Key.Length >= 6 && Math.Abs(k.Key.Length - folded.Length) <= most && Distance.Between(k.Key, folded) <= most)
            .Select(k => (k.Key, k.Value)).DistinctBy(k => k.Value)];
    }
}
