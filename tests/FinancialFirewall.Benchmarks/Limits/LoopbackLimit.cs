using System.Net;
using System.Net.Sockets;
using FinancialFirewall.Benchmarks.Load;

namespace FinancialFirewall.Benchmarks.Limits;

/// <summary>Bytes from one thread to another through a connection of this machine, which is what is left of HTTP without everything that makes it HTTP.</summary>
internal sealed class LoopbackLimit : IDisposable
{
    /// <summary>How many bytes a run sends.</summary>
    public const long Bytes = (long)Pieces * PieceBytes;

    private const int Pieces = 2048;
    private const int PieceBytes = 64 * 1024;

    private readonly Socket sender = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket receiver;

    /// <summary>Connects.</summary>
    public LoopbackLimit()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        sender.Connect(listener.LocalEndPoint!);
        receiver = listener.Accept();
    }

    /// <summary>Sends and receives them.</summary>
    public async Task RunAsync()
    {
        var sending = OwnThread.RunAsync(Send);
        var buffer = new byte[PieceBytes];
        for (var left = Bytes; left > 0;)
        {
            var received = receiver.Receive(buffer);
            left -= received > 0 ? received : throw new InvalidOperationException($"The connection ended {left:N0} bytes early.");
        }

        await sending;
    }

    public void Dispose()
    {
        sender.Dispose();
        receiver.Dispose();
    }

    private void Send()
    {
        var buffer = new byte[PieceBytes];
        for (var i = 0; i < Pieces; i++)
        {
            sender.Send(buffer);
        }
    }
}
