using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Tests.Firewalls;

namespace FinancialFirewall.Grains.Tests.Assessments;

public sealed class AssessmentTests
{
    [Fact]
    public void Assess_WithinLimitThenOver_ApprovesThenRejects()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.DailyLimit);

        Assert.Equal(Decision.Approve, firewall.Assess("r1", "A", "600").Decision());
        Assert.Equal(Decision.Reject, firewall.Assess("r2", "A", "600").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("r3", "A", "400").Decision());
        Assert.Equal(Decision.Approve, firewall.Assess("r4", "B", "600").Decision());
    }
}
