using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Stress.Tests.Payments;

namespace FinancialFirewall.Stress.Tests.Running;

/// <summary>A payment that was sent, and its answer.</summary>
/// <param name="Payment">What was sent.</param>
/// <param name="Answer">What came back.</param>
/// <param name="InForce">The newest policy version that its publisher had been told of when the payment was sent.</param>
/// <param name="Begun">The newest version whose publishing had begun when the answer came.</param>
internal sealed record Exchange(StressPayment Payment, AssessmentAnswer Answer, int InForce, int Begun)
{
    /// <summary>Whether this is the one decision of its reference.</summary>
    public bool IsDecision => Answer is { Refusal: null, IsDuplicate: false };

    /// <summary>The record as text, to compare.</summary>
    public string Bytes => Convert.ToHexString(Answer.Record.Span);
}
