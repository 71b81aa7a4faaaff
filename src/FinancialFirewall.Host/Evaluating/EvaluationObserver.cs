using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Evaluation.Labels;
using FinancialFirewall.Evaluation.Outcomes;
using FinancialFirewall.Gateway.Batches;

namespace FinancialFirewall.Host.Evaluating;

/// <summary>Holds each payment that is decided against its label, and writes down its score.</summary>
/// <param name="options">Which payments are evaluated.</param>
/// <param name="labels">The labels.</param>
/// <param name="scores">Takes the scores; null for nobody.</param>
/// <param name="summary">Counts what is decided, for those who look on meanwhile.</param>
internal sealed class EvaluationObserver(EvaluateOptions options, LabelTable labels, TextWriter? scores, IBatchObserver summary) : IBatchObserver
{
    private readonly EvaluationTally tally = new(options.FlaggedFrom);

    /// <summary>What was measured so far.</summary>
    public EvaluationResult Result() => tally.Result();

    /// <inheritdoc/>
    public void Answered(in AssessmentRecord record, CompiledPolicy policy, bool isDuplicate)
    {
        summary.Answered(record, policy, isDuplicate);
        var reference = Encoding.UTF8.GetString(record.Payment.Text(PaymentMember.TransactionReference));
        scores?.WriteLine($"{reference},{record.Outcome.Score}");
        if (!isDuplicate && IsEvaluated(record.Payment.InitiatedAt))
        {
            tally.Add(record, policy, labels.Find(reference));
        }
    }

    /// <inheritdoc/>
    public void Refused(long line, IReadOnlyList<Error> errors) => summary.Refused(line, errors);

    /// <inheritdoc/>
    public void GroupAnswered(int payments, TimeSpan elapsed) => summary.GroupAnswered(payments, elapsed);

    private bool IsEvaluated(Instant initiatedAt)
        => (options.From is not { } from || initiatedAt >= from) && (options.Until is not { } until || initiatedAt < until);
}
