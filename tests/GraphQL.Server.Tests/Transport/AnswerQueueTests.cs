using GraphQL.Server.Execution;
using GraphQL.Server.Transport;

namespace GraphQL.Server.Tests.Transport;

/// <summary>A slow client holds up nobody.</summary>
public sealed class AnswerQueueTests
{
    [Fact]
    public async Task FillAsync_MoreThanWait_EndsTheSourceAndKeepsWhatWaits()
    {
        var queue = new AnswerQueue(2, TimeSpan.Zero, TimeProvider.System);
        var made = 0;

        await queue.FillAsync(Endless(() => made++), CancellationToken.None);

        Assert.True(queue.WasOverrun);
        Assert.Equal(3, made);
        Assert.NotNull(await queue.ReadAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
        Assert.NotNull(await queue.ReadAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
        Assert.Null(await queue.ReadAsync(TimeSpan.FromSeconds(1), CancellationToken.None));
    }

    [Fact]
    public async Task FillAsync_ClientThatReadsOn_GetsEverythingHoweverFastItIsMade()
    {
        var queue = new AnswerQueue(2, TimeSpan.FromMinutes(1), TimeProvider.System);
        var made = 0;
        using var leaving = new CancellationTokenSource();
        var filling = queue.FillAsync(Endless(() => made++), leaving.Token);

        for (var read = 1; read <= 1_000; read++)
        {
            Assert.NotNull((await queue.ReadAsync(TimeSpan.FromMinutes(1), CancellationToken.None))?.Result);
        }

        Assert.False(queue.WasOverrun);
        await leaving.CancelAsync();
        await filling;
        Assert.InRange(made, 1_000, 1_004);
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
