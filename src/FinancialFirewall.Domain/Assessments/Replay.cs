using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// Loads what a record kept back into a frame, so that <c>policy.Decide</c> decides again: by the policy of the record's version it gives the same
/// outcome and the same bytes. Nothing is asked of any history.
/// </summary>
public static class Replay
{
    /// <summary>Loads an assessment. The aggregates' texts stay in the buffer, which must not change while the frame is used.</summary>
    /// <param name="buffer">Holds the record.</param>
    /// <param name="start">Where the record starts.</param>
    /// <param name="frame">Is filled.</param>
    /// <exception cref="ArgumentException">There is no whole assessment of a known format version.</exception>
    public static void Load(byte[] buffer, int start, EvaluationFrame frame)
    {
        var record = new AssessmentRecord(buffer.AsSpan(start));
        frame.Load(buffer, start + record.PaymentStart, record.Payment.Bytes.Length, record.AssessedAt);
        frame.HasBaseAmount = (record.Facts & AssessmentFacts.HasBaseAmount) != AssessmentFacts.None;
        frame.BaseAmountMinor = record.BaseAmountMinor;
        frame.DeviceIsNew = (record.Facts & AssessmentFacts.DeviceIsNew) != AssessmentFacts.None;
        frame.AccountFirstSeen = record.AccountFirstSeen;
        var aggregates = buffer.AsMemory(start + record.AggregatesStart, record.PaymentStart - record.AggregatesStart);
        var position = 0;
        for (var i = 0; i < record.Slots; i++)
        {
            frame.Aggregates[i] = AggregateCodec.Read(aggregates, ref position);
        }

        // A frame that was used before has nothing of that left.
        frame.Aggregates.AsSpan(record.Slots).Clear();
    }

    /// <summary>Loads the original payment of a release, as <c>policy.PrepareRelease</c> needs it.</summary>
    /// <inheritdoc cref="Load(byte[], int, EvaluationFrame)"/>
    public static void LoadRelease(byte[] buffer, int start, EvaluationFrame frame)
    {
        var record = new ReleaseRecord(buffer.AsSpan(start));
        var payment = record.OriginalPayment;
        frame.Load(buffer, start + record.PaymentStart, payment.Bytes.Length, record.OriginalAssessedAt);
    }
}
