using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FinancialFirewall.Gateway.Limits;

/// <summary>What the HTTP server itself takes on.</summary>
internal static class KestrelLimits
{
    /// <summary>States every limit of the server that matters here, so that no default decides.</summary>
    public static void Apply(KestrelServerOptions options, GatewayLimits limits)
    {
        options.AddServerHeader = false;
        options.Limits.MaxConcurrentConnections = limits.MaximumConnections;
        options.Limits.MaxRequestBodySize = limits.MaximumBodyBytes;
        options.Limits.MaxRequestBufferSize = limits.MaximumLineBytes + (1 << 20);
        options.Limits.MaxResponseBufferSize = limits.MaximumUnreadAnswerBytes;
        options.Limits.MaxRequestLineSize = 8 * 1024;
        options.Limits.MaxRequestHeaderCount = 100;
        options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(30);
        options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        options.Limits.Http2.MaxStreamsPerConnection = 100;
    }
}
