using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Reviews;

/// <summary>What a law or a regulation demands, in our own words, with the paragraphs by the days they held.</summary>
public sealed record Requirement(string Key, string Text, params LegalBasis[] Basis)
{
    /// <summary>The reference that held on a day, marked where its text has not been read since it may have changed.</summary>
    public string ReferenceOn(DateOnly day) => Basis.FirstOrDefault(b => b.HoldsOn(day))?.Told() ?? "";

    /// <summary>"Egenkontroll (SOSFS 2011:9 5 kap. 2 §, kontrollera)".</summary>
    public string ToldOn(DateOnly day) => ReferenceOn(day) is { Length: > 0 } reference ? $"{Text}, {reference}" : Text;
}

/// <summary>The demands that a review usually measures by: the management system, and the quality that SoL and HSL ask for.</summary>
public static class Requirements
{
    private static LegalBasis Sosfs(string paragraph) => new($"SOSFS 2011:9 {paragraph}");

    public static readonly IReadOnlyList<Requirement> All =
    [
        new("ledningssystem", "Det finns ett ledningssystem, och det används", Sosfs("3 kap. 1 §")),
        new("processer", "Processerna är identifierade och beskrivna", Sosfs("4 kap. 2–3 §§")),
        new("rutiner", "Rutinerna säger hur aktiviteterna utförs och vem som ansvarar", Sosfs("4 kap. 4 §")),
        new("samverkan", "Samverkan är möjlig, inom verksamheten och med andra", Sosfs("4 kap. 5–6 §§")),
        new("riskanalys", "Risker bedöms fortlöpande, också före förändringar", Sosfs("5 kap. 1 §")),
        new("egenkontroll", "Egenkontroll görs så ofta och så brett som kvaliteten kräver", Sosfs("5 kap. 2 §")),
        new("avvikelser", "Klagomål, synpunkter och rapporter tas emot, utreds och sammanställs", Sosfs("5 kap. 3–6 §§")),
        new("forbattringar", "Brister leder till åtgärder och bättre rutiner", Sosfs("5 kap. 7–8 §§")),
        new("medverkan", "Personalen arbetar enligt processerna och rutinerna", Sosfs("6 kap. 1 §")),
        new("kvalitetsdokumentation", "Kvalitetsarbetet är dokumenterat", Sosfs("7 kap. 1 §")),
        new("kvalitet", "Insatserna har god kvalitet, som följs och utvecklas", LegalBasis.SoL("3 kap. 3 §", "5 kap. 1–3 §§")),
        new("personal", "Personalen har den kompetens som arbetet kräver", LegalBasis.SoL("3 kap. 3 §", "5 kap. 3 §")),
        new("dokumentation", "Genomförandet dokumenteras, tydligt och aktuellt", LegalBasis.SoL("11 kap. 5 §", "14 kap. 3–6 §§")),
        new("lex-sarah", "Missförhållanden rapporteras och utreds", LegalBasis.SoL("14 kap. 2–7 §§", "27 kap. 1–6 §§")),
        new("god-vard", "Vården uppfyller kraven på god vård", new LegalBasis("HSL 2017:30 5 kap. 1 §")),
        new("vardkvalitet", "Vårdens kvalitet utvecklas och säkras", new LegalBasis("HSL 2017:30 5 kap. 4 §")),
    ];

    public static Requirement? Find(string key) => All.FirstOrDefault(r => r.Key == key);
}
