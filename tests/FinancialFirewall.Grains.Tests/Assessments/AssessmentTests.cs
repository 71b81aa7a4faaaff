using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
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

    [Fact]
    public void Assess_TextOfThePaymentBeforeInAWindow_StandsInTheRecordAsItDecided()
    {
        var firewall = new SimulatedFirewall(seed: 1, TestPolicies.OtherPayeesWait);
        firewall.Assess("r1", "A", "10", "toAccountNumber", "payee-one");

        var answer = firewall.Assess("r2", "A", "10", "toAccountNumber", "payee-two");

        var frame = new EvaluationFrame();
        Replay.Load(answer.Record.ToArray(), 0, frame);
        Assert.Equal("payee-one", Encoding.UTF8.GetString(frame.Aggregates[0].Text.Span));
        Assert.Equal(Decision.ManualReview, answer.Decision());
    }
}
