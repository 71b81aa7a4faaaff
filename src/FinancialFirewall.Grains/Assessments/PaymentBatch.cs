using Orleans;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>Packed payments of one tenant, back to back in one buffer. Nobody changes or reuses the buffer once the batch is sent.</summary>
[GenerateSerializer, Immutable, Alias("ff.PaymentBatch")]
public sealed class PaymentBatch
{
    /// <summary>The most payments in one batch.</summary>
    public const int MaximumCount = 8192;

    /// <summary>Takes over packed payments.</summary>
    /// <param name="bytes">The payments, one behind the other.</param>
    /// <param name="starts">Where each payment starts, ascending.</param>
    /// <param name="clock">Where the time of assessment comes from.</param>
    /// <exception cref="ArgumentException">More than <see cref="MaximumCount"/> payments.</exception>
    public PaymentBatch(byte[] bytes, int[] starts, AssessmentClock clock = AssessmentClock.Partition)
    {
        if (starts.Length > MaximumCount)
        {
            throw new ArgumentException($"A batch holds at most {MaximumCount} payments, not {starts.Length}.", nameof(starts));
        }

        Bytes = bytes;
        Starts = starts;
        Clock = clock;
    }

    /// <summary>The payments, one behind the other.</summary>
    [Id(0)]
    public byte[] Bytes { get; }

    /// <summary>Where each payment starts.</summary>
    [Id(1)]
    public int[] Starts { get; }

    /// <summary>Where the time of assessment comes from.</summary>
    [Id(2)]
    public AssessmentClock Clock { get; }

    /// <summary>How many payments there are.</summary>
    public int Count => Starts.Length;

    /// <summary>The bytes from payment <paramref name="index"/> on; its own length says where it ends.</summary>
    public ReadOnlySpan<byte> this[int index] => Bytes.AsSpan(Starts[index]);
}
