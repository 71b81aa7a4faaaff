using System.IO.Pipelines;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Unpacking;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>The read end of a batch: groups of payments, each of what is waiting when it is asked for.</summary>
internal sealed class BatchSource(PipeReader input, IBodyReader bodies, LineGroupBuilder builder, GatewayLimits limits, TimeProvider time)
{
    private Instant arrivedAt;
    private bool hasAllArrived;
    private ITimer? idleTimer;
    private volatile BatchEnd wanted;

    /// <summary>How the input ended; <see cref="BatchEnd.None"/> while there may be more.</summary>
    public BatchEnd End { get; private set; }

    /// <summary>Begins to watch for silence.</summary>
    public ITimer Watch() => idleTimer = time.CreateTimer(
        static state => ((BatchSource)state!).Interrupt(BatchEnd.Idle), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Ends reading before the next line, which is answered with where reading stopped.</summary>
    public void Stop() => Interrupt(BatchEnd.Stopping);

    /// <summary>Ends reading, as nobody reads the answers.</summary>
    public void Abandon() => Interrupt(BatchEnd.Unread);

    /// <summary>The next payments; null when there are none any more.</summary>
    public async ValueTask<LineGroup?> ReadGroupAsync()
    {
        while (!TakeWhatIsThere())
        {
            ReadResult result;
            try
            {
                if (builder.IsEmpty)
                {
                    result = await WaitAsync();
                }
                else if (!input.TryRead(out result))
                {
                    break;
                }
            }
            catch (UnpackingRefusedException refused)
            {
                EndBroken(refused.Error);
                break;
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
            {
                EndCutOff();
                break;
            }

            Feed(result);
        }

        return builder.IsEmpty ? null : builder.Take();
    }

    /// <summary>Takes payments until no more can be taken without reading on.</summary>
    /// <returns>Whether the group is complete: it is full, or the input has ended.</returns>
    private bool TakeWhatIsThere()
    {
        while (End == BatchEnd.None && !builder.IsFull)
        {
            switch (builder.Take(arrivedAt))
            {
                case BodyOutcome.None when hasAllArrived:
                    End = BatchEnd.Complete;
                    break;
                case BodyOutcome.None:
                    return false;
                case BodyOutcome.Broken:
                    End = BatchEnd.Broken;
                    break;
            }
        }

        return true;
    }

    private async ValueTask<ReadResult> WaitAsync()
    {
        var read = input.ReadAsync();
        if (read.IsCompleted)
        {
            return await read;
        }

        idleTimer?.Change(limits.BatchIdleTime, Timeout.InfiniteTimeSpan);
        var result = await read;
        idleTimer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return result;
    }

    private void Feed(in ReadResult result)
    {
        if (wanted != BatchEnd.None)
        {
            input.AdvanceTo(result.Buffer.Start);
            EndInterrupted();
            return;
        }

        arrivedAt = Instant.From(time.GetUtcNow());
        bodies.Feed(result.Buffer);
        input.AdvanceTo(result.Buffer.End);
        if (result.IsCompleted)
        {
            hasAllArrived = true;
            bodies.Complete();
        }
    }

    private void EndCutOff()
    {
        End = BatchEnd.CutOff;
        if (bodies.IsInside)
        {
            builder.Refuse(RequestErrors.LineCutOff);
        }
    }

    private void EndBroken(Error error)
    {
        End = BatchEnd.Broken;
        builder.Refuse(error);
    }

    private void EndInterrupted()
    {
        End = wanted;
        if (wanted == BatchEnd.Stopping)
        {
            builder.Refuse(RequestErrors.Stopping);
        }
        else if (wanted == BatchEnd.Idle)
        {
            builder.Refuse(RequestErrors.BatchIdle(limits.BatchIdleTime));
        }
    }

    private void Interrupt(BatchEnd end)
    {
        wanted = end;
        input.CancelPendingRead();
    }
}
