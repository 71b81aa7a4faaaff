using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Keys;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// What windows over other keys than the debtor account answer when a payment is decided anew: what they answered at first, since shards only know what is now and have counted
/// the payment. A window that the first policy did not have cannot be evaluated.
/// </summary>
internal static class FirstKeyedValues
{
    /// <summary>The values of a policy's keyed windows, in its order; texts stay in memory of their own.</summary>
    /// <param name="assessment">The record.</param>
    /// <param name="decidedBy">The policy that decided it.</param>
    /// <param name="policy">The policy that decides it anew.</param>
    public static AggregateValue[] Of(ReadOnlyMemory<byte> assessment, CompiledPolicy decidedBy, CompiledPolicy policy)
    {
        var frame = new EvaluationFrame();
        Replay.Load(assessment.ToArray(), 0, frame);
        var values = new AggregateValue[policy.KeyedWindows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueOf(policy.KeyedWindows[i], decidedBy, frame);
        }

        return values;
    }

    private static AggregateValue ValueOf(KeyedWindow window, CompiledPolicy decidedBy, EvaluationFrame frame)
    {
        if (!KeyedMember.TryGet(frame.Payment, window.Key, out _, out _))
        {
            return AggregateValue.Absent;
        }

        var known = decidedBy.KeyedWindows.FirstOrDefault(one => string.Equals(one.Window.Id, window.Window.Id, StringComparison.Ordinal));
        return known is null ? AggregateValue.Unknown : frame.Aggregates[known.FrameIndex];
    }
}
