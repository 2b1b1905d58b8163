using Vattenpass.Domain;
using Vattenpass.Domain.Deviations;
using Vattenpass.Domain.Medicines;
using Vattenpass.Web.Data;
using Vattenpass.Web.Features.Deviations;

namespace Vattenpass.Web.Features.Medicines;

/// <summary>A step with a deviation at a medicine store.</summary>
public abstract class DrugPage<TInput>(VattenpassDb db) : DeviationPage<TInput>(db) where TInput : class, new()
{
    protected DrugMatter Drug => Deviation.Matter as DrugMatter ?? throw new Refusal("Bara avvikelser i läkemedelsförråd följs upp så.");
}
