namespace FinancialFirewall.Grains.Assessments;

/// <summary>Payments of several callers that go as one batch. Adding is for one at a time; it ends with <see cref="Start"/>.</summary>
internal sealed class GatheredPayments(AssessmentStream stream)
{
    /// <summary>How many bytes of payments go together, unless one alone is longer.</summary>
    private const int MaximumBytes = 1 << 20;

    private const int UsualBytes = 1_024;

    private readonly TaskCompletionSource<RoutedBatch> decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<int> starts = new(4);
    private byte[] bytes = new byte[UsualBytes];
    private int end;

    /// <summary>Whether a payment can go with these.</summary>
    public bool HasRoomFor(ReadOnlySpan<byte> payment) => starts.Count < PaymentBatch.MaximumCount && end + payment.Length <= MaximumBytes;

    /// <summary>Adds a payment.</summary>
    /// <returns>Its answer.</returns>
    public Task<AssessmentAnswer> AddAsync(ReadOnlySpan<byte> payment)
    {
        if (end + payment.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(end + payment.Length, 2 * bytes.Length));
        }

        payment.CopyTo(bytes.AsSpan(end));
        starts.Add(end);
        end += payment.Length;
        return AnswerAsync(starts.Count - 1);
    }

    /// <summary>Has them decided, in the order in which they were added.</summary>
    public void Start() => _ = DecideAsync();

    private async Task DecideAsync()
    {
        try
        {
            decided.SetResult(await stream.DecideAsync(new PaymentBatch(bytes, [.. starts])));
        }
        catch (Exception problem)
        {
            // Whoever waits for one of the payments gets it.
            decided.SetException(problem);
        }
    }

    private async Task<AssessmentAnswer> AnswerAsync(int item)
    {
        var batch = await decided.Task;
        return await stream.FinishAsync(batch, item, bytes.AsMemory(starts[item]));
    }
}
