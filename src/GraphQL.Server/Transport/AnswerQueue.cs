using System.Threading.Channels;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;

namespace GraphQL.Server.Transport;

/// <summary>
/// The answers that wait for one client. Where it reads too slowly, the source of its own answers waits, and nobody else; where it reads nothing for too long, the
/// queue overruns, and ends.
/// </summary>
/// <param name="max">The most answers that wait.</param>
/// <param name="stall">How long a full queue is borne.</param>
/// <param name="time">The clock of that.</param>
internal sealed class AnswerQueue(int max, TimeSpan stall, TimeProvider time)
{
    private readonly Channel<ExecutionResult> answers = Channel.CreateBounded<ExecutionResult>(new BoundedChannelOptions(max) { SingleReader = true });

    /// <summary>What a client is told that reads too slowly.</summary>
    public static GraphQLError Overrun => GraphQLError.Of("Too many answers wait for you: the subscription is cut. Read faster, or ask for less.", "TOO_SLOW");

    /// <summary>Whether the client was too slow.</summary>
    public bool WasOverrun { get; private set; }

    /// <summary>Takes answers until they end, or the queue is full.</summary>
    public async Task FillAsync(IAsyncEnumerable<ExecutionResult> source, CancellationToken cancellation)
    {
        try
        {
            await foreach (var answer in source.WithCancellation(cancellation))
            {
                if (!answers.Writer.TryWrite(answer) && !await TryWriteAsync(answer, cancellation))
                {
                    WasOverrun = true;
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The client has left: there is nobody to tell.
        }
        finally
        {
            answers.Writer.TryComplete();
        }
    }

    /// <summary>The next answer; one without a result where there was none for a while, null at the end.</summary>
    public async Task<QueuedAnswer?> ReadAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (answers.Reader.TryRead(out var ready))
        {
            return new QueuedAnswer(ready);
        }

        using var deadline = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await answers.Reader.WaitToReadAsync(either.Token) && answers.Reader.TryRead(out var answer) ? new QueuedAnswer(answer) : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new QueuedAnswer(null);
        }
    }

    private async ValueTask<bool> TryWriteAsync(ExecutionResult answer, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(stall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            await answers.Writer.WriteAsync(answer, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
