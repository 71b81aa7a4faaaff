using GraphQL.Server.Execution;
using GraphQL.Server.Transport;

namespace GraphQL.Server.Tests.Transport;

/// <summary>A slow client holds up nobody.</summary>
public sealed class AnswerQueueTests
{
    [Fact]
    public async Task FillAsync_MoreThanWait_EndsTheSourceAndKeepsWhatWaits()
    {
        var queue = new AnswerQueue(2);
        var made = 0;

        await queue.FillAsync(Endless(() => made++), CancellationToken.None);

        Assert.True(queue.WasOverrun);
        Assert.Equal(3, made);
        Assert.NotNull(await queue.ReadAsync(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None));
        Assert.NotNull(await queue.ReadAsync(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None));
        Assert.Null(await queue.ReadAsync(TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None));
    }

    private static async IAsyncEnumerable<ExecutionResult> Endless(Action made)
    {
        while (true)
        {
            await Task.CompletedTask;
            made();
            yield return ExecutionResult.Refused([]);
        }
    }
}
