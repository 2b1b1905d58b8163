using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;

namespace Vattenpass.Domain.Kinds;

/// <summary>The one list of kinds of control, in the order a plan is offered them.</summary>
public static class ControlKinds
{
    public static readonly IReadOnlyList<ControlKind> All =
    [
        new LogControl(), new Phones(), new MedicineStores(), new Rehabilitation(), new Economy(), new Competence(), new TimeLimits(),
        new Accounts(),
        new LogReaders(), new DocumentationChain(), new InvestigationQuality(), new Staffing(), new PrivateMeans(), new Grants(),
        new LexSarah(),
        new Complaints(), new Hygiene(), new PharmacistReview(), new RoutineKnowledge(), new ProviderContracts(), new CareQuality(),
    ];

    private static readonly OwnControl Own = new();

    /// <summary>The kind of a key; a key that is not known here is the municipality's own.</summary>
    public static ControlKind Of(string key) => All.FirstOrDefault(k => k.Key == key) ?? Own;

    /// <summary>Every built-in template: the basic ones of every plan, then the rest.</summary>
    public static readonly IReadOnlyList<Template> Templates = [.. All.SelectMany(k => k.Templates)];

    public static IEnumerable<Template> Basic => All.Where(k => k.IsBasic).SelectMany(k => k.Templates);

    /// <summary>The forms of the built-in controls (dossier §4). A municipality may publish versions of its own.</summary>
    public static readonly IReadOnlyList<CheckForm> Forms = [.. All.SelectMany(k => k.Forms).Select(f => f.Checked())];

    public static CheckForm? FindForm(string key) => Forms.FirstOrDefault(f => f.Key == key);

    /// <summary>The faults to choose from; "annat" is always there.</summary>
    public static IEnumerable<string> FaultsOf(string key) => [.. Of(key).Faults, ControlKind.OtherFault];

    /// <summary>Gives a plan every basic control, in order, as the local rules have them, each under the risk it answers to where there is one.</summary>
    public static void AddBasicTo(Plan plan, LocalRules rules, Func<Guid> newId, Func<string, Guid?>? riskOf = null)
    {
        foreach (var template in Basic)
            plan.Add(new Control(newId(), plan, template.Key, plan.Controls.Count,
                Of(template.Key).By(rules, template.Content) with { RiskId = riskOf?.Invoke(template.Key) }));
    }

    /// <summary>
    /// What the law asks of a deviation: by its kind and, of a serious one, lex Sarah in the social services (SoL 2025:400 27 kap., LSS 24 b §) and lex
    /// Maria in health care (PSL 2010:659 3 kap. 5 §). One that was read in from a register is worked where it came from.
    /// </summary>
    public static IReadOnlyList<Assessment> AsksOf(Deviation deviation)
    {
        if (deviation.IsImported || deviation.Withdrawn) return [];
        // A matter of its own asks its own questions of the law.
        IEnumerable<Assessment> byGravity = deviation.Severity is not Severity.Serious || deviation.Matter is not null ? []
            : deviation.Field switch { Field.SocialServices or Field.General => [Assessment.LexSarah], Field.HealthCare => [Assessment.LexMaria], _ => [] };
        return [.. Of(deviation.ControlKey).Asks(deviation).Concat(byGravity).Distinct()];
    }

    /// <summary>What it is asked and nobody has answered.</summary>
    public static IReadOnlyList<Assessment> UnansweredOf(Deviation deviation) => [.. AsksOf(deviation).Where(a => deviation.AssessedAs(a) is null)];

    /// <summary>What a deviation demands by its kind; one that somebody reported outside a control may be of any kind.</summary>
    public static Matter? MatterOf(Deviation deviation, Func<Guid> newId) =>
        (deviation.ControlKey.Length > 0 ? [Of(deviation.ControlKey)] : All).Select(k => k.MatterOf(deviation, newId()))
            .FirstOrDefault(m => m is not null);
}
