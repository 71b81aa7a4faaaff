using System.Net;
using System.Net.Http.Headers;

namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>Two entries of a list, one a line, of which the second is held back until somebody says so.</summary>
internal sealed class GatedBody : HttpContent
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GatedBody() => Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");

    /// <summary>Ends when the first entry is on its way.</summary>
    public Task Begun => begun.Task;

    /// <summary>Lets the second entry go.</summary>
    public void GoOn() => gate.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("{\"value\":\"a\"}\n"u8.ToArray());
        await stream.FlushAsync();
        begun.SetResult();
        await gate.Task;
        await stream.WriteAsync("{\"value\":\"b\"}\n"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
