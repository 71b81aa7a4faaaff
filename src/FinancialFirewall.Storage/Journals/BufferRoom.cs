using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// The bounded room of the journal's buffers, counted in bytes. What is reserved stays taken until the commit that holds it is on disk, or until the
/// reservation is given back. Who finds no room waits in line; the first in line is served first, so that a large request is never overtaken for ever.
/// </summary>
internal sealed class BufferRoom(int capacity, int maximumWaiters)
{
    private readonly Lock access = new();
    private readonly Queue<(int Bytes, TaskCompletionSource<Result<JournalReservation>> Turn)> waiters = new();
    private long taken;
    private Exception? failure;

    public int Capacity => capacity;

    public int WaiterCount
    {
        get
        {
            lock (access)
            {
                return waiters.Count;
            }
        }
    }

    /// <summary>Takes room at once where there is some. The answer is <see langword="null"/> where the caller has to <see cref="WaitAsync"/>.</summary>
    public JournalReservation? TryReserve(int bytes)
    {
        lock (access)
        {
            ThrowIfFailed();
            return waiters.Count == 0 && Take(bytes) ? new JournalReservation(this, bytes) : null;
        }
    }

    /// <summary>Waits in line for room.</summary>
    public async ValueTask<Result<JournalReservation>> WaitAsync(int bytes, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource<Result<JournalReservation>>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (access)
        {
            ThrowIfFailed();
            if (waiters.Count == maximumWaiters)
            {
                return JournalErrors.Busy(maximumWaiters);
            }

            waiters.Enqueue((bytes, turn));
            Serve();
        }

        await using var registration = cancellationToken.Register(() => GiveUp(turn, cancellationToken));
        return await turn.Task;
    }

    /// <summary>Gives room back and serves who waits for it.</summary>
    public void Release(long bytes)
    {
        lock (access)
        {
            taken -= bytes;
            Serve();
        }
    }

    /// <summary>Ends all waiting, now and later, with <paramref name="exception"/>.</summary>
    public void Fail(Exception exception)
    {
        lock (access)
        {
            failure ??= exception;
            while (waiters.TryDequeue(out var waiter))
            {
                waiter.Turn.TrySetException(failure);
            }
        }
    }

    private void GiveUp(TaskCompletionSource<Result<JournalReservation>> turn, CancellationToken cancellationToken)
    {
        if (turn.TrySetCanceled(cancellationToken))
        {
            Release(0);
        }
    }

    private void Serve()
    {
        while (waiters.TryPeek(out var waiter))
        {
            if (!waiter.Turn.Task.IsCompleted)
            {
                if (!Take(waiter.Bytes))
                {
                    return;
                }

                // A waiter that gave up in this moment leaves its room to the next.
                taken -= waiter.Turn.TrySetResult(new JournalReservation(this, waiter.Bytes)) ? 0 : waiter.Bytes;
            }

            waiters.Dequeue();
        }
    }

    private bool Take(int bytes)
    {
        if (taken + bytes > capacity)
        {
            return false;
        }

        taken += bytes;
        return true;
    }

    private void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw failure;
        }
    }
}
