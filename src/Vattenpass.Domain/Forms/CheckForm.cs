using Vattenpass.Domain.Words;
namespace Vattenpass.Domain.Forms;

public enum ItemKind { YesNo = 1, Number = 2, Count = 3, Choice = 4, Date = 5, Text = 6 }

/// <summary>
/// One question of a form. Deviates and Remarks name the answers that are a deviation or a remark; a number is judged by its
/// limits (inside the remark limits: utan anmärkning; inside the deviation limits: med anmärkning; outside: avvikelse), a count
/// by the number it is expected to be. AskedWhen names an earlier yes/no or choice item: the question is asked only when that
/// one has an answer of AskedFor. Fault is the deviation's kind, or KindFrom names the follow-up whose answer is the kind.
/// </summary>
public sealed record FormItem(string Key, string Question, ItemKind Kind = ItemKind.YesNo)
{
    public string Hint { get; init; } = "";
    public bool Partly { get; init; }
    public bool MayNotApply { get; init; }
    public bool Optional { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];
    public IReadOnlyList<string> Deviates { get; init; } = [];
    public IReadOnlyList<string> Remarks { get; init; } = [];
    public bool Serious { get; init; }
    public string Fault { get; init; } = "";
    public string KindFrom { get; init; } = "";
    /// <summary>
    /// The answers that make a deviation serious: this question's own, or the one it is a follow-up of. Where none is named,
    /// an answer "allvarlig" is one.
    /// </summary>
    public IReadOnlyList<string> Grave { get; init; } = [];
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public decimal? RemarkLow { get; init; }
    public decimal? RemarkHigh { get; init; }
    public string Unit { get; init; } = "";
    /// <summary>What the report calls its answers: how many chose each, or the newest number of each place. Empty where the report tells only of deviations.</summary>
    public string ToldAs { get; init; } = "";
    /// <summary>Key of the item that holds the number this count should be; Tolerance is how far off is still right.</summary>
    public string ExpectedFrom { get; init; } = "";
    public decimal Tolerance { get; init; }
    public string AskedWhen { get; init; } = "";
    public IReadOnlyList<string> AskedFor { get; init; } = [];

    public IReadOnlyList<string> Answers => Kind switch
    {
        ItemKind.YesNo =>
            [CheckForm.Yes, .. Partly ? [CheckForm.Partly] : Array.Empty<string>(), CheckForm.No,
                .. MayNotApply ? [CheckForm.NotApplicable] : Array.Empty<string>()],
        ItemKind.Choice => [.. Choices, .. MayNotApply ? [CheckForm.NotApplicable] : Array.Empty<string>()],
        _ => [],
    };

    public bool IsGrave(string answer) =>
        Kind is ItemKind.YesNo or ItemKind.Choice && (Grave.Count == 0 ? answer.Equals(CheckForm.Grave, StringComparison.OrdinalIgnoreCase) : Grave.Contains(answer));

    /// <summary>Its answers are grades: what is answered is how grave the deviation is called.</summary>
    public bool Grades => Kind is ItemKind.Choice && Choices.Any(IsGrave);

    /// <summary>The answer "utan anmärkning" stands for; null when somebody has to say.</summary>
    public string? Usual =>
        Kind is ItemKind.YesNo or ItemKind.Choice && Deviates.Count + Remarks.Count > 0
            ? Answers.FirstOrDefault(a => !Deviates.Contains(a) && !Remarks.Contains(a) && a != CheckForm.NotApplicable)
            : null;
}

/// <summary>Something a form showed to be wrong: its kind, how grave, and the question it was found at. Grade is the form's own word for how grave.</summary>
public sealed record Fault(string Item, string Kind, bool Serious, string Detail, string Grade = "");

/// <summary>A form as it was answered, with what follows from the answers.</summary>
public sealed record FormReading(IReadOnlyDictionary<string, string> Answers, OutcomeResult Result, IReadOnlyList<Fault> Faults);

/// <summary>The questions of a control. Fixed facts (unit, period, performer, object) are never asked.</summary>
public sealed record CheckForm(string Key, string Title, IReadOnlyList<FormItem> Items)
{
    public const string Yes = "ja", No = "nej", Partly = "delvis", NotApplicable = "ej tillämpligt", Grave = "allvarlig";

    /// <summary>So many different answers of one question may open follow-ups of their own.</summary>
    public const int MostTriggers = 3;

    /// <summary>The answers that open a follow-up, as one text: follow-ups with the same open together.</summary>
    public static string TriggerOf(FormItem followUp) => string.Join('|', followUp.AskedFor.Order(StringComparer.Ordinal));

    /// <summary>Everything is well without a word: one tap.</summary>
    public bool CanBeAllWell => Items.Where(i => IsAsked(i, UsualOf)).All(i => i.Optional || i.Usual is not null);

    public IReadOnlyDictionary<string, string> AllWell =>
        Items.Where(i => i.Usual is not null && IsAsked(i, UsualOf)).ToDictionary(i => i.Key, i => i.Usual!);

    public IEnumerable<FormItem> Roots => Items.Where(i => i.AskedWhen.Length == 0);
    public IEnumerable<FormItem> FollowUps(FormItem parent) => Items.Where(i => i.AskedWhen == parent.Key);

    /// <summary>A key that no question has.</summary>
    public string NewKey() => $"fraga{Enumerable.Range(Items.Count + 1, 1000).First(n => Items.All(i => i.Key != $"fraga{n}"))}";

    /// <summary>The question, with what follows from it, stands right after another; an empty key is first of all.</summary>
    public CheckForm Move(string key, string after)
    {
        var moved = Items.Where(i => i.Key == key || HangsOn(i, key)).ToList();
        Refusal.If(moved.Exists(i => i.Key == after), "En fråga kan inte stå efter sin egen följdfråga.", "Place");
        var rest = Items.Except(moved).ToList();
        var at = after.Length == 0 ? 0 : rest.FindIndex(i => i.Key == after) + 1;
        Refusal.If(at == 0 && after.Length > 0, "Frågan den skulle stå efter finns inte längre. Välj en annan plats.", "Place");
        return this with { Items = [.. rest.Take(at), .. moved, .. rest.Skip(at)] };
    }

    private bool HangsOn(FormItem item, string key) =>
        item.AskedWhen == key || (item.AskedWhen.Length > 0 && Items.FirstOrDefault(i => i.Key == item.AskedWhen) is { } parent && HangsOn(parent, key));

    private string UsualOf(string key) => Items.FirstOrDefault(i => i.Key == key)?.Usual ?? "";

    private bool IsAsked(FormItem item, Func<string, string> answer)
    {
        if (item.AskedWhen.Length == 0) return true;
        var parent = Items.First(i => i.Key == item.AskedWhen);
        return IsAsked(parent, answer) && item.AskedFor.Contains(answer(parent.Key));
    }

    /// <exception cref="Refusal">The form cannot work: says which question and why.</exception>
    public CheckForm Checked()
    {
        Refusal.If(Items.Count == 0, "Formuläret har inga frågor.");
        for (var n = 0; n < Items.Count; n++)
        {
            var item = Items[n];
            var earlier = Items.Take(n).ToDictionary(i => i.Key);
            Refusal.If(string.IsNullOrWhiteSpace(item.Key) || string.IsNullOrWhiteSpace(item.Question),
                $"Fråga {n + 1} saknar nyckel eller text.");
            Refusal.If(earlier.ContainsKey(item.Key), $"Nyckeln {item.Key} finns på två frågor.");
            Refusal.If(item.Kind is ItemKind.Choice && item.Choices.Count < 2, $"Frågan ”{item.Question}” behöver minst två val.");
            Refusal.If(item.Deviates.Concat(item.Remarks).Except(item.Answers).Any(),
                $"Frågan ”{item.Question}” räknar ett svar som inte finns som avvikelse eller anmärkning. Svaren är {(item.Answers.Count == 0 ? "inga att välja bland" : Prose.List(item.Answers))}.");
            Refusal.If(item.Grave.Except(item.Answers).Any(),
                $"Frågan ”{item.Question}” räknar ett svar som inte finns som allvarligt. Svaren är {(item.Answers.Count == 0 ? "inga att välja bland" : Prose.List(item.Answers))}.");
            Refusal.If(item.AskedWhen.Length == 0 && item.Grave.Except(item.Deviates).Any(),
                $"Frågan ”{item.Question}” räknar ett svar som allvarligt men inte som avvikelse. Räkna det som båda.");
            Refusal.If(item.Deviates.Intersect(item.Remarks).Any(), $"Frågan ”{item.Question}” räknar samma svar som både avvikelse och anmärkning. Välj det ena.");
            Refusal.If(item.Choices.Distinct(StringComparer.OrdinalIgnoreCase).Count() < item.Choices.Count, $"Frågan ”{item.Question}” har samma val två gånger.");
            Refusal.If(item.Answers.Count > 0 && item.Answers.All(a => item.Deviates.Contains(a) || a == NotApplicable),
                $"Frågan ”{item.Question}” räknar alla svar som avvikelse. Minst ett svar ska vara rätt.");
            Refusal.If(item.Low > item.High || item.RemarkLow > item.RemarkHigh || item.RemarkLow < item.Low || item.RemarkHigh > item.High,
                $"Gränserna för frågan ”{item.Question}” går inte ihop. Avvikelse under ska vara lägst, sedan anmärkning under, anmärkning över och avvikelse över.");
            Refusal.If(item.AskedWhen.Length > 0
                && (!earlier.TryGetValue(item.AskedWhen, out var parent)
                    || item.AskedFor.Count == 0
                    || item.AskedFor.Except(parent.Answers).Any()),
                Items.Any(i => i.Key == item.AskedWhen) && !earlier.ContainsKey(item.AskedWhen)
                    ? $"Följdfrågan ”{item.Question}” ska stå efter frågan den hänger på."
                    : $"Följdfrågan ”{item.Question}” hänger på ett svar som inte finns. Ta bort eller ändra följdfrågan först.");
            Refusal.If(FollowUps(item).Any() && item.Kind is not (ItemKind.YesNo or ItemKind.Choice),
                $"Bara ja och nej eller val kan ha följdfrågor (”{item.Question}”).");
            Refusal.If(FollowUps(item).GroupBy(TriggerOf).Count() > MostTriggers,
                $"Frågan ”{item.Question}” har följdfrågor till fler än {MostTriggers} olika svar. Dela upp den.");
            Refusal.If(item.ExpectedFrom.Length > 0 && !earlier.ContainsKey(item.ExpectedFrom),
                $"Frågan ”{item.Question}” jämförs med ett antal som inte frågas före den.");
            Refusal.If(item.KindFrom.Length > 0 && Items.All(i => i.Key != item.KindFrom), $"Frågan ”{item.Question}” hämtar uppgift ur en fråga som inte finns.");
        }
        return this;
    }

    /// <summary>Reads the answers of one object. Questions that were not asked are dropped, whatever was sent for them.</summary>
    /// <exception cref="Refusal">An answer is missing or cannot be read; the field is the item's key.</exception>
    public FormReading Read(IReadOnlyDictionary<string, string?> given)
    {
        var answers = new Dictionary<string, string>();
        foreach (var item in Items.Where(i => IsAsked(i, key => answers.GetValueOrDefault(key, ""))))
            if (Answer(item, given.GetValueOrDefault(item.Key)) is { } answer) answers[item.Key] = answer;
        var faults = Items.Select(i => FaultOf(i, answers)).OfType<Fault>().ToList();
        var result = faults.Any(f => f.Serious) ? OutcomeResult.SeriousDeviation : faults.Count > 0 ? OutcomeResult.Deviation
            : Items.Any(i => IsRemark(i, answers)) ? OutcomeResult.WithRemark : OutcomeResult.WithoutRemark;
        return new(answers, result, faults);
    }

    private static string? Answer(FormItem item, string? given)
    {
        var text = given?.Trim() ?? "";
        if (text.Length == 0)
        {
            Refusal.If(!item.Optional, $"Svara på frågan: {item.Question}", item.Key);
            return null;
        }
        switch (item.Kind)
        {
            case ItemKind.YesNo or ItemKind.Choice:
                Refusal.If(!item.Answers.Contains(text), $"Välj ett av svaren på frågan: {item.Question}", item.Key);
                return text;
            case ItemKind.Number or ItemKind.Count:
                var number = Decimals.Typed(text);
                Refusal.If(number is null || (item.Kind is ItemKind.Count && (number < 0 || number != decimal.Truncate(number.Value))),
                    item.Kind is ItemKind.Count
                        ? $"Skriv ett helt antal: {item.Question}"
                        : $"Skriv ett tal, till exempel 12,5: {item.Question}",
                    item.Key);
                return Decimals.Canonical(number!.Value);
            case ItemKind.Date:
                Refusal.If(!DateOnly.TryParseExact(text, "yyyy-MM-dd", out _), $"Skriv ett datum, till exempel 2026-03-31: {item.Question}", item.Key);
                return text;
            default:
                Refusal.If(text.Length > 500, $"Skriv högst 500 tecken: {item.Question}", item.Key);
                return text;
        }
    }

    private Fault? FaultOf(FormItem item, Dictionary<string, string> answers)
    {
        if (!answers.TryGetValue(item.Key, out var answer)) return null;
        var wrong = item.Kind switch
        {
            ItemKind.YesNo or ItemKind.Choice => item.Deviates.Contains(answer),
            ItemKind.Number or ItemKind.Count =>
                Decimals.Read(answer) is { } n
                    && (n < item.Low || n > item.High || (Expected(item, answers) is { } e && Math.Abs(n - e) > item.Tolerance)),
            _ => false,
        };
        if (!wrong) return null;
        var kind = item.KindFrom.Length > 0 && answers.TryGetValue(item.KindFrom, out var chosen)
            ? chosen
            : item.Fault.Length > 0 ? item.Fault
            : item.Question.TrimEnd('?');
        var graded = FollowUps(item).Prepend(item).Where(i => answers.ContainsKey(i.Key)).ToList();
        var grade = (graded.Find(i => i.Grades && i.IsGrave(answers[i.Key])) ?? graded.Find(i => i.Grades)) is { } grades ? answers[grades.Key] : "";
        var serious = item.Serious || graded.Exists(i => i.IsGrave(answers[i.Key]));
        var detail = item.Kind switch
        {
            ItemKind.Number or ItemKind.Count when Expected(item, answers) is { } e =>
                $"{answer.Replace('.', ',')} mot väntade {Decimals.Canonical(e).Replace('.', ',')} {item.Unit}".Trim(),
            ItemKind.Number or ItemKind.Count => $"{answer.Replace('.', ',')} {item.Unit}".Trim(),
            _ => $"{item.Question} {answer}",
        };
        return new(item.Key, kind, serious, detail, grade);
    }

    private static bool IsRemark(FormItem item, Dictionary<string, string> answers)
    {
        if (!answers.TryGetValue(item.Key, out var answer)) return false;
        return item.Kind switch
        {
            ItemKind.YesNo or ItemKind.Choice => item.Remarks.Contains(answer),
            ItemKind.Number or ItemKind.Count =>
                Decimals.Read(answer) is { } n
                    && (n < item.RemarkLow
                        || n > item.RemarkHigh
                        || (Expected(item, answers) is { } e && n != e && Math.Abs(n - e) <= item.Tolerance)),
            _ => false,
        };
    }

    private static decimal? Expected(FormItem item, Dictionary<string, string> answers) =>
        item.ExpectedFrom.Length > 0 && answers.TryGetValue(item.ExpectedFrom, out var text) ? Decimals.Read(text) : null;
}
