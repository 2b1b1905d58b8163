using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Figures;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Registers;
using Vattenpass.Domain.Words;

namespace Vattenpass.Domain.Kinds;

/// <summary>A built-in control that a plan can start from. Key names its kind.</summary>
public sealed record Template(string Key, ControlContent Content);

/// <summary>
/// What one kind of control knows about itself: what a plan is offered, the forms it is filled in with, the faults it finds,
/// what the rows of registers mean to it, its figures with their rows, and the sentences of the report. Everything that
/// belongs to every control lies in other rooms and never names a kind.
/// </summary>
public abstract class ControlKind
{
    protected const string Yes = CheckForm.Yes, No = CheckForm.No;

    /// <summary>The fault that can always be chosen.</summary>
    public const string OtherFault = "annat";

    /// <summary>The internal control that the law demands of every board.</summary>
    protected static readonly LegalBasis InternalControl = new("KL 2017:725 6 kap. 6 §");

    /// <summary>Stored with controls and deviations, and never changed.</summary>
    public abstract string Key { get; }

    /// <summary>Words that a municipality's own control of this kind has in its text, lower case. They make it offered, never chosen.</summary>
    public virtual IReadOnlyList<string> Wordings => [];

    /// <summary>Every plan is offered it first.</summary>
    public virtual bool IsBasic => false;

    /// <summary>How it was done, where what was done says more than the plan does; null where the plan's words hold.</summary>
    public virtual string? MethodTold(YearFacts facts) => null;

    /// <summary>It asks whether a routine is known.</summary>
    public virtual bool AsksForRoutine => false;

    /// <summary>How it is done where it has no form.</summary>
    public virtual DoneBy DoneBy => DoneBy.Statement;

    protected abstract IReadOnlyList<ControlContent> Contents { get; }

    public IReadOnlyList<Template> Templates => [.. Contents.Select(c => new Template(Key, Done(c)))];

    /// <summary>A control of this kind, with the way it is done.</summary>
    public ControlContent Done(ControlContent content) => content with { DoneBy = content.FormKey.Length > 0 ? DoneBy.Form : DoneBy };

    /// <summary>A control of this kind as the municipality's own rules have it.</summary>
    public virtual ControlContent By(LocalRules rules, ControlContent content) => content;

    public virtual IReadOnlyList<CheckForm> Forms => [];

    /// <summary>The faults it usually finds, in words that can be counted.</summary>
    public virtual IReadOnlyList<string> Faults => [];

    /// <summary>What is usually done on the spot about what a row shows, in words that can be counted.</summary>
    public virtual IReadOnlyList<string> AtOnce => ["rättat på plats", "påmind på plats", "chefen har fått veta"];

    /// <summary>Registers that are gone through whole, by rule and not row by row.</summary>
    public virtual IReadOnlyList<RegisterKind> WholeRegisters => [];

    /// <summary>What a row of a register tells this kind; nothing for registers that are not its own.</summary>
    public virtual IEnumerable<object> FactsOf(RegisterRow row) => [];

    /// <summary>Its figures, or null when their sources are not known.</summary>
    public virtual KindFigures? Figures(YearFacts facts) => null;

    /// <summary>What the report says of it, or null where there is nothing but what is said of every control.</summary>
    public virtual IReadOnlyList<Block>? Tell(Telling telling) => null;

    /// <summary>Its deviations are told per object, and not per area.</summary>
    public virtual bool IsToldPerObject => false;

    /// <summary>What a deviation of this kind demands besides being investigated, fed back and closed.</summary>
    public virtual Matter? MatterOf(Deviation deviation, Guid id) => null;

    /// <summary>What the law asks of a deviation of this kind, to be answered before it is closed.</summary>
    public virtual IEnumerable<Assessment> Asks(Deviation deviation) => [];

    /// <summary>A time limit that a deviation of this kind starts, as a sentence; null where it starts none.</summary>
    public virtual string? ClockOf(Deviation deviation) => null;

    /// <summary>What rows that have been read in say was done.</summary>
    public virtual IEnumerable<ToldCheck> ChecksTold(ToldRows rows) => [];

    /// <summary>Deviations that a row tells of, with the state they were in.</summary>
    public virtual IEnumerable<ToldDeviation> DeviationsTold(RegisterRow row, ToldRows rows) => [];

    /// <summary>Should be yes; no is the named deviation.</summary>
    protected static FormItem Should(string key, string question, string fault, bool partly = false, bool mayNotApply = false) =>
        new(key, question) { Deviates = [No], Remarks = partly ? [CheckForm.Partly] : [], Partly = partly, MayNotApply = mayNotApply, Fault = fault };

    protected static FormItem Then(string parent, FormItem item, string answer = No) =>
        item with { AskedWhen = parent, AskedFor = [answer] };

    protected static FormItem Grade(string parent, string answer) =>
        Then(parent, new FormItem("allvar", "Hur allvarligt?", ItemKind.Choice) { Choices = ["mindre", CheckForm.Grave] }, answer);
}
