using System.Buffers;
using System.IO.Pipelines;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>The read end of a batch: groups of lines, each of what is waiting when it is asked for.</summary>
internal sealed class BatchSource(PipeReader input, LineGroupBuilder builder, GatewayLimits limits, TimeProvider time)
{
    private LineScanner scanner = new(limits.MaximumLineBytes);
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

    /// <summary>The next lines; null when there are none any more.</summary>
    public async ValueTask<LineGroup?> ReadGroupAsync()
    {
        while (End == BatchEnd.None && !builder.IsFull)
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
            catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
            {
                EndCutOff();
                break;
            }

            Take(result);
        }

        return builder.IsEmpty ? null : builder.Take();
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

    private void Take(in ReadResult result)
    {
        var buffer = result.Buffer;
        if (wanted != BatchEnd.None)
        {
            input.AdvanceTo(buffer.Start);
            EndInterrupted();
            return;
        }

        var arrivedAt = Instant.From(time.GetUtcNow());
        TakeLines(ref buffer, arrivedAt);
        if (builder.IsFull)
        {
            input.AdvanceTo(buffer.Start);
            return;
        }

        if (result.IsCompleted)
        {
            AddLine(scanner.TakeLast(buffer, out var line, out var length), line, length, arrivedAt);
            buffer = buffer.Slice(buffer.End);
            End = BatchEnd.Complete;
        }

        input.AdvanceTo(buffer.Start, buffer.End);
    }

    private void TakeLines(ref ReadOnlySequence<byte> buffer, Instant arrivedAt)
    {
        while (!builder.IsFull)
        {
            var outcome = scanner.TryTake(ref buffer, out var line, out var length);
            if (outcome == LineOutcome.None)
            {
                return;
            }

            AddLine(outcome, line, length, arrivedAt);
        }
    }

    private void AddLine(LineOutcome outcome, in ReadOnlySequence<byte> line, long length, Instant arrivedAt)
    {
        if (outcome == LineOutcome.Line)
        {
            builder.Add(line, arrivedAt);
        }
        else if (outcome == LineOutcome.TooLong)
        {
            builder.RefuseTooLong(length);
        }
    }

    private void EndCutOff()
    {
        End = BatchEnd.CutOff;
        if (scanner.IsInsideLine)
        {
            builder.Refuse(RequestErrors.LineCutOff);
        }
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
