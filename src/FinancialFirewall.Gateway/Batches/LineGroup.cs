using System.Buffers;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>Lines that are decided together.</summary>
/// <param name="Lines">Every line that gets an answer, in order.</param>
/// <param name="Payments">The payments among them.</param>
internal sealed record LineGroup(LineEntry[] Lines, PaymentBatch Payments)
{
    /// <summary>Gives the payments' memory back to the pool, once they are decided and answered: nobody looks at them any more.</summary>
    public void Release() => ArrayPool<byte>.Shared.Return(Payments.Bytes);
}
