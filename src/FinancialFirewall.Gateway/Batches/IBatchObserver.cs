using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>Learns what became of each line, in order, as its answer is written. Never called twice at once for one batch.</summary>
public interface IBatchObserver
{
    /// <summary>A payment was decided, now or before.</summary>
    void Answered(in AssessmentRecord record, CompiledPolicy policy, bool isDuplicate);

    /// <summary>A line was refused.</summary>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="errors">At least one.</param>
    void Refused(long line, IReadOnlyList<Error> errors);

    /// <summary>A group of lines was read, decided and answered.</summary>
    /// <param name="payments">How many payments were among them.</param>
    /// <param name="elapsed">From its reading to its answers.</param>
    void GroupAnswered(int payments, TimeSpan elapsed);
}
