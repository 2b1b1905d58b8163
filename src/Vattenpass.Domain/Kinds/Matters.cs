using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Medicines;

namespace Vattenpass.Domain.Kinds;

public static class Matters
{
    public static Matter? Of(Deviation deviation, Func<Guid> newId) =>
        deviation.ControlKey == "lakemedel" || (deviation.ControlKey.Length == 0 && deviation.Field is Field.HealthCare && StoreFaults.IsInBalance(deviation.Kind)) ? new DrugMatter(newId(), deviation) : null;
}
