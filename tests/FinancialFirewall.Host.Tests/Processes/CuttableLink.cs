using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>A way to a server that can be cut, as a cable is, and mended.</summary>
internal sealed class CuttableLink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> open = [];
    private readonly Uri target;
    private volatile bool isCut;

    public CuttableLink(Uri target)
    {
        this.target = target;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    /// <summary>Where the server is to be asked.</summary>
    public Uri Address { get; }

    /// <summary>Breaks every connection, and lets none through.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var client in open.Keys)
        {
            client.Close();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend() => isCut = false;

    public void Dispose()
    {
        Cut();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = JoinAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The link is no longer used.
        }
    }

    private async Task JoinAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        open.TryAdd(near, 0);
        open.TryAdd(far, 0);
        try
        {
            if (!isCut)
            {
                near.NoDelay = true;
                await far.ConnectAsync(target.Host, target.Port);
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }

        open.TryRemove(near, out _);
        open.TryRemove(far, out _);
    }
}
