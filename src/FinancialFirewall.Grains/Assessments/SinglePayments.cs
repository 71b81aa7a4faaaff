namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// Single payments of one tenant, gathered into batches: who comes while nobody is on the way goes at once, and who comes while a batch is on the way to
/// its partitions goes with the next one. There is no timer, and nobody waits for more to come. Safe to use from several threads at once.
/// </summary>
internal sealed class SinglePayments(AssessmentStream stream)
{
    private readonly Lock access = new();
    private readonly Queue<GatheredPayments> waiting = new();
    private GatheredPayments? latest;
    private bool isSending;

    /// <summary>Assesses one payment.</summary>
    /// <param name="payment">The packed payment, which is copied.</param>
    public Task<AssessmentAnswer> AssessAsync(ReadOnlySpan<byte> payment)
    {
        Task<AssessmentAnswer> answer;
        bool isFirst;
        lock (access)
        {
            if (latest?.HasRoomFor(payment) != true)
            {
                waiting.Enqueue(latest = new GatheredPayments(stream));
            }

            answer = latest.AddAsync(payment);
            (isFirst, isSending) = (!isSending, true);
        }

        if (isFirst)
        {
            _ = SendAsync();
        }

        return answer;
    }

    /// <summary>Sends what is gathered until nothing is. Every failure is an answer to those who wait for the payments; none comes out of here.</summary>
    private async Task SendAsync()
    {
        while (Take() is { } gathered)
        {
            gathered.Start();
            await stream.Sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private GatheredPayments? Take()
    {
        lock (access)
        {
            isSending = waiting.TryDequeue(out var gathered);
            latest = waiting.Count == 0 ? null : latest;
            return gathered;
        }
    }
}
