using Vattenpass.Domain;
using Vattenpass.Domain.AnnualCycle;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Measures;
using Vattenpass.Domain.Medicines;
using Vattenpass.Domain.Occasions;
using Vattenpass.Domain.Organisation;
using Vattenpass.Domain.Plans;
using Vattenpass.Domain.Reminders;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>What a counted line came to, in words.</summary>
public static class LineText
{
    public static string Of(CountedLine line) => !line.IsDone ? "räkningen är låst, journalens saldo saknas"
        : line.Difference == 0 ? $"stämmer, {Amount(line.Counted, line.Unit)}"
        : $"{(line.IsDrifting ? "inom toleransen" : line.Difference < 0 ? "brist" : "överskott")}, räknat {CountedLine.Show(line.Counted)} mot bokfört {CountedLine.Show(line.Journal!.Book)} ({Signed(line.Difference!.Value)} {line.Unit.Swedish()})";

    public static string Tone(CountedLine line) =>
        !line.IsDone
            ? "info"
            : line.IsDeviating || line.Faults.Count > 0 || line.Journal!.Miscalculated ? "danger"
            : line.IsDrifting ? "warning"
            : "success";

    public static string Amount(decimal amount, CountUnit unit) => $"{CountedLine.Show(amount)} {unit.Swedish()}";
    public static string Signed(decimal amount) => $"{(amount > 0 ? "+" : "")}{CountedLine.Show(amount)}";
}
