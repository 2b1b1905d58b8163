using System.Collections.Frozen;

namespace Vattenpass.Web.Data.Trail;

/// <summary>What the trail calls each stored member, in words that follow "ändrat:".</summary>
public static class MemberNames
{
    /// <summary>The name in Swedish; a member that is no more keeps the name it was stored by.</summary>
    public static string Of(string member) => Names.GetValueOrDefault(member, member);

    public static bool Has(string member) => Names.ContainsKey(member);

    private static readonly FrozenDictionary<string, string> Names = """
        AboutClients           om det rör enskilda
        AboutPeople            om det rör personer
        AcceptReason           skäl att godta risken
        AccessCount            antal åtkomster
        Accesses               åtkomster
        ActionTaken            åtgärd
        Activities             verksamhetsformer
        Activity               verksamhetsform
        Added                  antal nya rader
        AddedAt                tillagd
        Adoption               fastställande
        Against                det som talar emot
        Amount                 belopp
        Answer                 svar
        AnswerBy               svar senast
        AnsweredAt             besvarad
        AnsweredOn             besvarad den
        Answers                svar
        ApprovedAt             godkänd
        ApprovedById           godkänd av
        ApprovedByName         godkänd av
        AsRead                 enligt källan
        AskedOn                frågad den
        Asker                  vem som frågar
        Assessments            bedömningar enligt lag
        At                     tidpunkt
        Attempts               antal försök
        Authors                vilka som har skrivit
        AwaitsSecond           väntar på en andra person
        Background             bakgrund
        BadRows                felaktiga rader
        BegunOn                påbörjad
        By                     vem
        ById                   vem
        ByName                 vem
        Bytes                  filens innehåll
        CareDeviation          vårdavvikelse
        CaseCount              antal fall
        CaseId                 loggfall
        Cause                  orsak
        Causes                 grundorsaker
        Cells                  uppgifter
        ChairInformedOn        ordföranden underrättad
        Changed                antal ändrade rader
        ChangedOn              nytt arbetssätt från
        Checked                antal kontrollerade
        Checkpoints            avstämningsdagar
        ChosenUnits            valda enheter
        ClaimedBy              tagen av
        Client                 den enskilde
        ClosedOn               avslutad
        ClosingNote            anteckning vid avslut
        Code                   kod
        Columns                kolumner
        Comment                kommentar
        CommittedAt            slumptalet sparat
        CommittedBy            slumptalet sparat av
        ConcludedById          utredd av
        Constants              kolumner med samma värde
        Content                innehåll
        Control                kontroll
        ControlId              kontroll
        ControlKey             slag av kontroll
        ControlledFrom         kontrolleras från
        CorrectionReason       skäl till rättelsen
        Count                  antal
        Counted                räknat
        CountedAt              räknat
        CountedById            räknat av
        CountedByName          räknat av
        CountedOn              räknat den
        Counts                 antal per enhet och månad
        CreatedAt              skapad
        Danger                 svar om fara
        Date                   dag
        Day                    dag
        DecidedAt              bedömd
        DecidedBy              beslutat av
        DecidedById            bedömd av
        DecidedOn              beslutad den
        Decision               beslut
        DecisionReference      paragraf och diarienummer
        DeliveryId             leverans
        Description            beskrivning
        Deviating              antal med avvikelse
        DeviationId            avvikelse
        DeviationRule          vad som är en avvikelse
        Difference             differens
        DiscoveredAt           upptäckt
        DoneAtOnce             gjort genast
        DoneBy                 hur kontrollen görs
        DoneOn                 gjord den
        DrawnAt                dragen
        Due                    sista dag
        Duplicates             dubbletter
        Edition                version
        Effect                 effekt
        Elsewhere              redovisas på annan plats
        Email                  e-postadress
        EmployeeId             anställnings-id
        End                    slutdag
        Ended                  antal rader som upphört
        EndedAt                avslutad
        EndedOn                avslutad
        EndedReason            skäl till att den avslutades
        EnvelopeId             medlen
        Evidence               vad som visar det
        Explanation            förklaring
        ExtractSecuredOn       loggutdraget säkrat
        Failures               misslyckade inloggningar
        Faults                 fel
        FeedbackGiven          återkopplad
        FeedbackGivenOn        återkopplad den
        FeedbackText           återkoppling
        FeedbackWeeks          veckor till återkoppling
        Field                  sakområde
        FileName               filens namn
        FileSha256             filens kontrollsumma
        FindingId              brist i granskning
        Fingerprint            kontrollsumma
        For                    det som talar för
        ForUnits               gäller för enheter
        ForgottenOn            uppgifterna borttagna
        Form                   formulär
        FormKey                formulär
        FormNumber             formulärets version
        Format                 format
        FormerHashes           tidigare lösenord
        Found                  påträffad
        FoundOn                upptäckt
        From                   från
        Frozen                 rapportens text
        FrozenRows             raderna bakom siffrorna
        FrozenSha256           textens kontrollsumma
        GivenById              given av
        Grade                  grad
        Grades                 grader
        Gravity                allvar
        GroupText              grupper i stickprovet
        HandedToId             lämnad till
        Head                   dokumenthuvud
        Headers                rubriker
        Horizon                när effekten väntas
        HrToldOn               HR underrättad
        IdRules                regler för id
        ImmediateAction        omedelbar åtgärd
        ImportId               inläsning
        ImportedAt             inläst
        ImportedById           inläst av
        ImportedByName         inläst av
        Independence           oberoende
        Indicator              vad som visar effekten
        InsteadOfId            i stället för
        Investigation          utredning
        InvestigationConcludedOn utredningen klar
        InvestigationStartedOn utredningen påbörjad
        InvestigatorId         utredare
        IsBroken               bruten förpackning
        IsCommon               om den är kommungemensam
        IsDecidedBefore        beslutad före inläsningen
        IsFromPaper            inskrivet från papper
        IsPrivate              privat utförare
        Item                   kontrollmoment
        Items                  dragna
        Journal                journalen
        JournalAt              journalen avskriven
        JournalSheet           journalblad
        Judgement              kommunstyrelsens bedömning
        Kept                   urval av rader
        Key                    nyckel
        KeyColumn              nyckelkolumn
        Kind                   slag
        LeftOut                lämnade utanför
        LeftOutReason          skäl att lämna utanför
        LegalBasis             lagstöd
        Letters                ledamöter med e-post
        LexMaria               svar om lex Maria
        LineId                 preparat
        LineName               preparat
        List                   förteckning
        Looks                  översyner
        Made                   det som inläsningen gjorde
        MadeAt                 skapad
        MadeBy                 granskad av
        MailId                 e-postmeddelande
        Matter                 vad det gäller
        MatterId               ärende
        MeantFor               avsedd för
        MeasureId              åtgärd
        MeasureIds             åtgärder
        Measured               uppmätt
        MeasuresTaken          vidtagna åtgärder
        Meeting                sammanträde
        Members                ledamöter
        MergedIntoId           sammanslagen med
        Method                 metod
        Minutes                minuter
        Months                 antal månader
        MonthsKept             månader som uppgifterna sparas
        MostMonthsRunning      månader i rad
        Motive                 motiv
        Moves                  flyttade slutdatum
        MustChangePassword     måste byta lösenord
        Name                   namn
        NeedsApproval          ska godkännas
        Note                   anteckning
        Number                 nummer
        ObjectKey              föremål
        Objects                föremål
        OccasionId             kontrolltillfälle
        OccasionIds            räknade kontroller
        OfficerTitles          rapporteringsansvarigas befattningar
        OfficersAsWritten      rapporteringsansvariga enligt källan
        On                     dag
        OnceKey                märke mot dubbletter
        OnlyUser               loggens enda användare
        Opens                  öppnar
        OperationsHeadToldOn   verksamhetschefen underrättad
        Order                  ordning
        OrderedById            beställd av
        Organisation           organisationen
        OriginId               ursprung
        OriginKind             slag av ursprung
        OwnText                egen text
        Owner                  ansvarig
        OwnerId                ansvarig
        OwnersAsWritten        ansvariga enligt källan
        ParentId               överordnad enhet
        Participation          deltagare
        Parts                  frågor och svar
        PasswordHash           lösenord
        PerformedOn            utförd
        PerformerId            utförare
        PerformerName          utförare
        PerformerTitles        utförarnas befattningar
        Period                 period
        PeriodKey              period
        PersonId               person
        PersonName             person
        Place                  plats
        PlanId                 plan
        PlanYear               planens år
        Planned                planerad
        PlannedOn              bestämd den
        Police                 svar om polisanmälan
        PopulationCount        antal i registret
        PopulationSha256       registrets kontrollsumma
        PopulationText         register
        Posts                  antal tjänster
        Preparation            preparat
        Priorities             prioritering
        Problem                problem
        Process                process
        Profile                kolumnprofil
        PromiseIds             löften
        Proposals              förslag
        Proposed               föreslagna regler
        ProposedById           vem som föreslog
        ProposedByName         vem som föreslog
        ProposedOn             dagen den föreslogs
        Provenance             uppgifter om filen
        Provider               utförare
        PublishedOn            publicerad
        Purpose                syfte
        PutRight               rättat
        Quantity               mängd
        Question               fråga
        Rank                   ordning
        Reason                 skäl
        Receipt                kommunstyrelsens kvittens
        ReceivedAt             mottagen
        ReceivedById           mottagen av
        ReceivedOn             mottagen
        Recommendation         rekommendation
        Recurrence             frekvens
        Reference              paragraf eller diarienummer
        Register               register
        RegisterItemCount      antal uppgifter ur register
        RegisterItems          uppgifter ur register
        RegisteredAt           registrerad
        RegistryNumber         diarienummer
        Remarks                anmärkningar
        ReplacedByImportId     ersatt vid inläsning
        ReplacedReason         skäl till att den ersattes
        Replacements           ersatta
        Replies                svar
        ReportId               rapport
        ReportedById           rapporterad av
        ReportedOn             redovisad
        ReportingOfficerId     rapporteringsansvarig
        ReportingTitles        rapporteras till
        RequirementKeys        krav
        ResetAskedById         nytt lösenord begärt av
        ResetSha256            engångskod
        ResetUntil             engångskoden gäller till
        Response               hantering av risken
        ResponsibleId          ansvarig
        RestrictionLiftedOn    begränsningen hävd
        Result                 resultat
        ReviewBy               ses över senast
        ReviewId               granskning
        ReviewerId             granskare
        ReviewerName           granskare
        RevokedAt              återkallad
        RiskId                 risk
        RiskIds                risker
        Role                   roll
        Roles                  befattningar och roller
        RoutineId              rutin
        RoutineIds             rutiner
        Rows                   antal rader
        Rule                   regel
        Rules                  regler
        SameOfficerReason      varför den som ansvarar rapporterar
        Scale                  riskskala
        Scope                  omfattning
        Score                  riskvärde
        ScoredOn               värderad den
        SecondId               andra person
        SecondName             andra person
        Seconds                tid
        SecretSha256           hemlig adress
        SecurityStamp          inloggningens stämpel
        Seed                   slumptal
        SeedSha256             slumptalets kontrollsumma
        Selection              urval
        Selections             urval
        SentOn                 skickad
        SentPromises           löften när svaret skickades
        Series                 mätserie
        Serious                antal allvarliga
        SeriousRule            vad som är allvarligt
        Severity               allvar
        Sha256                 kontrollsumma
        SignAt                 tecken i filen
        SignedAt               signerad
        SignedById             signerad av
        SignedByName           signerad av
        Size                   stickprovets storlek
        Source                 källa
        Stages                 delar
        Start                  startdag
        StartedAt              påbörjad
        State                  läge
        Status                 status
        Step                   steg
        StoreCountId           räkning
        StoreId                förråd
        Strength               styrka
        SubstituteId           ersättare
        SuccessorId            efterträdare
        System                 system
        TalkedOn               samtal hållet
        Telling                underrättelser
        TellsAtOnce            om avvikelser meddelas genast
        Tests                  kontroller som prövar
        Text                   text
        Title                  titel
        TitleId                befattning
        To                     till
        ToldTitles             får veta
        Tolerance              tolerans
        TookPart               deltog
        Trace                  spårbarhet
        TraceText              hur den spårades
        TracedByName           spårad av
        TracedOn               spårad
        TransferredToId        åtgärden den fördes över till
        UndoneAt               ångrad
        UndoneBy               ångrad av
        UndoneReason           skäl till ångern
        Unit                   enhet
        UnitColumn             enhetskolumn
        UnitId                 enhet
        UnitIds                enheter
        UnitOfCount            räkneenhet
        Used                   använt
        UsedFrom               i bruk från
        UsedOn                 använt räknat till och med
        UsedTo                 i bruk till
        UserName               användarnamn
        Users                  användare
        ValidFrom              gäller från
        ValidTo                gäller till och med
        Value                  värde
        Verdict                bedömning
        VerdictReason          skäl till bedömningen
        Votes                  bedömningar före mötet
        Warnings               varningar
        WasRestricted          behörigheten begränsades
        WeakeningReasons       skäl till att mindre kontrolleras
        Withdrawn              återtagen
        Wording                hur planer är skrivna
        Words                  ord och vad de betyder
        WriterId               vem som skriver svaret
        Year                   år
        """.Split('\n').Select(line => line.Split(' ', 2)).ToFrozenDictionary(p => p[0], p => p[1].Trim());
}
