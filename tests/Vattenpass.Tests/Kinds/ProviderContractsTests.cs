using Vattenpass.Domain.Forms;
using Vattenpass.Domain.Kinds;

namespace Vattenpass.Tests.Kinds;

/// <summary>The follow-up of a provider's contract: four graded steps per area.</summary>
public sealed class ProviderContractsTests
{
    [Theory]
    [InlineData("ingen brist", OutcomeResult.WithoutRemark)]
    [InlineData("mindre brist", OutcomeResult.WithRemark)]
    [InlineData("brist", OutcomeResult.Deviation)]
    [InlineData("allvarlig", OutcomeResult.SeriousDeviation)]
    [InlineData("ej tillämpligt", OutcomeResult.WithoutRemark)]
    public void The_worst_step_decides(string step, OutcomeResult result)
    {
        var answers = ProviderContracts.Form.Items.ToDictionary(i => i.Key, i => (string?)"ingen brist");
        answers["bemanning"] = step;
        Assert.Equal(result, ProviderContracts.Form.Read(answers).Result);
    }

    [Fact]
    public void Each_lack_is_a_deviation_of_its_own_kind_that_can_be_counted()
    {
        var reading = ProviderContracts.Form.Read(ProviderContracts.Form.Items.ToDictionary(i => i.Key, i => (string?)"brist"));
        Assert.Equal(ControlKinds.FaultsOf(ProviderContracts.ControlKey).Except([ControlKind.OtherFault]),
            reading.Faults.Select(f => f.Kind));
        Assert.All(reading.Faults, f => Assert.False(f.Serious));
    }

    [Fact]
    public void A_plan_is_offered_it_per_provider_each_year()
    {
        var content = ControlKinds.Templates.Single(t => t.Key == ProviderContracts.ControlKey).Content;
        Assert.Equal(Domain.Plans.ScopeKind.Objects, content.Scope);
        Assert.Equal(Domain.Registers.RegisterKinds.Providers.Key, content.Register);
        Assert.Equal(Domain.Plans.DoneBy.Form, content.DoneBy);
        Assert.DoesNotContain(ControlKinds.Basic, t => t.Key == ProviderContracts.ControlKey);
    }
}
