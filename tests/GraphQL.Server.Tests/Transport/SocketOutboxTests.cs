using System.Net.WebSockets;
using GraphQL.Server.Transport;

namespace GraphQL.Server.Tests.Transport;

/// <summary>A client over WebSocket that reads nothing is cut, and holds up nobody for longer than stated.</summary>
public sealed class SocketOutboxTests
{
    private static readonly TransportOptions Options = new() { MaxWaitingAnswers = 2, MaxStall = TimeSpan.FromMilliseconds(1), CloseTimeout = TimeSpan.FromMilliseconds(1) };

    [Fact]
    public async Task SendAsync_ClientThatReadsNothing_IsCutAndItsConnectionDropped()
    {
        using var socket = new StuckSocket();
        using var outbox = new SocketOutbox(socket, Options, TimeProvider.System);
        var sending = outbox.RunAsync();

        while (!outbox.IsClosing)
        {
            await outbox.SendAsync([1], CancellationToken.None);
        }

        await sending;
        Assert.Equal(WebSocketState.Aborted, socket.State);
        Assert.Equal(4430, outbox.Closure.Code);
        await outbox.SendAsync([1], CancellationToken.None);
    }

    [Fact]
    public async Task SendAsync_WhoeverSendsIsCancelled_EndsWithoutClosingAnything()
    {
        using var socket = new StuckSocket();
        using var outbox = new SocketOutbox(socket, Options with { MaxStall = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        var sending = outbox.RunAsync();
        using var stop = new CancellationTokenSource();
        await outbox.SendAsync([1], stop.Token);
        await socket.Asked;
        Task last;
        do
        {
            last = outbox.SendAsync([1], stop.Token).AsTask();
        }
        while (last.IsCompletedSuccessfully);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => last);
        Assert.False(outbox.IsClosing);
        outbox.Close(SocketClosure.Normal);
        await sending;
    }
}
