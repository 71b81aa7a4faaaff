using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Batches;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Metrics;

/// <summary>Counts what becomes of a batch's lines.</summary>
internal sealed class MeteredBatch(TenantMetrics metrics) : IBatchObserver
{
    public void Answered(in AssessmentRecord record, CompiledPolicy policy, bool isDuplicate)
        => metrics.CountDecision(record.Outcome.Decision, isDuplicate, record.Outcome.IsDegraded);

    public void Refused(long line, IReadOnlyList<Error> errors) => metrics.CountRefusal(ProblemStatus.Leading(errors));

    public void GroupAnswered(int payments, TimeSpan elapsed) => metrics.Batch.Observe(elapsed, payments);
}
