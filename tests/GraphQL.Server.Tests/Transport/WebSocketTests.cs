using System.Net.WebSockets;
using GraphQL.Server.Transport;

namespace GraphQL.Server.Tests.Transport;

/// <summary>The protocol <c>graphql-transport-ws</c>, message by message.</summary>
public sealed class WebSocketTests
{
    private const string Endless = """{"id":"1","type":"subscribe","payload":{"query":"subscription { count(to: 1000000) }"}}""";

    [Fact]
    public async Task Connect_WithAnotherSubProtocol_IsRefusedBeforeItBegins()
    {
        await using var server = await SampleServer.StartAsync();

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.ConnectAsync(server, protocol: "graphql-ws"));

        Assert.Contains("400", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_NothingIsSaid_IsClosedAfterAWhile()
    {
        await using var server = await SampleServer.StartAsync(new TransportOptions { InitTimeout = TimeSpan.FromMilliseconds(1) });
        using var client = await SocketClient.ConnectAsync(server, introduces: false);

        Assert.Equal("4408 Connection initialisation timeout", await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("""{"type":"connection_init","payload":{"stranger":true}}""", "4403 Sign in to ask.")]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}""", "4401 Unauthorized")]
    [InlineData("""{"type":"dance"}""", "4400 Invalid message received")]
    [InlineData("""["connection_init"]""", "4400 Invalid message received")]
    [InlineData("{", "4400 Invalid message received")]
    public async Task Message_ThatMayNotBeTheFirst_ClosesWithTheCodeOfTheProtocol(string message, string closure)
    {
        await using var server = await SampleServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server, introduces: false);

        await client.SendAsync(message);

        Assert.Equal(closure, await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("""{"type":"connection_init"}""", "4429 Too many initialisation requests")]
    [InlineData("""{"id":"1","type":"subscribe"}""", "4400 Invalid message received")]
    [InlineData("""{"id":"","type":"subscribe","payload":{"query":"{ hello }"}}""", "4400 Invalid message received")]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":7}}""", "4400 Invalid message received")]
    public async Task Message_ThatMayNotBeTheSecond_ClosesWithTheCodeOfTheProtocol(string message, string closure)
    {
        await using var server = await SampleServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync(message);

        Assert.Equal(closure, await client.ReceiveAsync());
    }

    [Fact]
    public async Task Message_OfBytes_IsNoMessage()
    {
        await using var server = await SampleServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync("""{"type":"ping"}""", WebSocketMessageType.Binary);

        Assert.Equal("4400 Invalid message received", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Message_LongerThanTheLimit_ClosesTheConnection()
    {
        await using var server = await SampleServer.StartAsync(new TransportOptions { MaxBodyBytes = 100 });
        using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync("{\"type\":\"ping\",\"payload\":{\"padding\":\"" + new string('x', 10_000) + "\"}}");

        Assert.Equal("1009 The message is too large", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Ping_AtAnyTime_IsAnsweredAndPongIsNot()
    {
        await using var server = await SampleServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server, introduces: false);

        await client.SendAsync("""{"type":"pong"}""");
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Subscribe_IdThatIsStillUsed_ClosesTheConnection()
    {
        await using var server = await SampleServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync(Endless);
        await client.SendAsync(Endless);

        string last;
        do
        {
            last = await client.ReceiveAsync();
        }
        while (last.Contains("\"next\"", StringComparison.Ordinal));
        Assert.Equal("4409 Subscriber for 1 already exists", last);
    }

    [Fact]
    public async Task Subscribe_IdThatIsComplete_MayBeUsedAgainAtOnce()
    {
        await using var server = await SampleServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);

        for (var i = 0; i < 20; i++)
        {
            await client.SendAsync("""{"id":"a","type":"subscribe","payload":{"query":"{ hello }"}}""");
            Assert.Equal("""{"id":"a","type":"next","payload":{"data":{"hello":"Hello, world!"}}}""", await client.ReceiveAsync());
            Assert.Equal("""{"id":"a","type":"complete"}""", await client.ReceiveAsync());
        }
    }

    [Fact]
    public async Task Subscribe_OneMoreThanAConnectionMayHave_IsAnErrorOfItsOwnAndHarmsNoOther()
    {
        await using var server = await SampleServer.StartAsync(new TransportOptions { MaxSubscriptionsPerConnection = 1 });
        using var client = await SocketClient.ConnectAsync(server);

        await client.SendAsync(Endless);
        Assert.Equal(Counted(1), await client.ReceiveAsync());
        await client.SendAsync("""{"id":"2","type":"subscribe","payload":{"query":"{ hello }"}}""");

        string answer;
        var counted = 1;
        while (!(answer = await client.ReceiveAsync()).Contains("\"id\":\"2\"", StringComparison.Ordinal))
        {
            Assert.Equal(Counted(++counted), answer);
        }

        Assert.StartsWith("""{"id":"2","type":"error","payload":[{"message":"The connection has 1 operations, which is the most.""", answer, StringComparison.Ordinal);
        Assert.Equal(Counted(counted + 1), await client.ReceiveAsync());
    }

    [Fact]
    public async Task Complete_OfASubscription_EndsIt()
    {
        await using var server = await SampleServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync(Endless);
        await client.ReceiveAsync();

        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await client.SendAsync("""{"id":"2","type":"subscribe","payload":{"query":"{ hello }"}}""");

        string answer;
        do
        {
            answer = await client.ReceiveAsync();
        }
        while (!answer.Contains("\"complete\"", StringComparison.Ordinal));
        Assert.Equal("""{"id":"2","type":"complete"}""", answer);
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task Connect_OneMoreThanTheKeyMayHave_IsClosed()
    {
        await using var server = await SampleServer.StartAsync(new TransportOptions { MaxConnectionsPerKey = 1 });
        using var first = await SocketClient.ConnectAsync(server);
        using var second = await SocketClient.ConnectAsync(server, introduces: false);
        await second.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal("4429 Too many connections: close one first", await second.ReceiveAsync());
    }

    [Fact]
    public async Task Close_ByTheClient_IsAnswered()
    {
        await using var server = await SampleServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync(Endless);

        await client.CloseAsync();
    }

    private static string Counted(int number) => "{\"id\":\"1\",\"type\":\"next\",\"payload\":{\"data\":{\"count\":" + number + "}}}";
}
