using System.Buffers;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>Lines that are decided together.</summary>
/// <param name="Lines">Every line that gets an answer, in order; from the pool.</param>
/// <param name="Payments">The payments among them.</param>
internal sealed record LineGroup(ArraySegment<LineEntry> Lines, PaymentBatch Payments)
{
    /// <summary>A group with lines of its own.</summary>
    public static LineGroup Of(List<LineEntry> lines, PaymentBatch payments)
    {
        var own = ArrayPool<LineEntry>.Shared.Rent(lines.Count);
        lines.CopyTo(own);
        return new LineGroup(new ArraySegment<LineEntry>(own, 0, lines.Count), payments);
    }

    /// <summary>Gives the memory back to the pool, once the payments are decided and answered: nobody looks at it any more.</summary>
    public void Release()
    {
        // Not all of it was used, and what refusals take must not stay.
        Lines.AsSpan().Clear();
        ArrayPool<LineEntry>.Shared.Return(Lines.Array!);
        ArrayPool<byte>.Shared.Return(Payments.Bytes);
    }
}
