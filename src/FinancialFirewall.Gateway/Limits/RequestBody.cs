using System.Buffers;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Limits;

/// <summary>Reads the whole body of a request, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The body; or why it is not read: it is over the limit.</summary>
    public static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadAsync(HttpRequest request, int maximumBytes)
    {
        if (request.ContentLength > maximumBytes)
        {
            return RequestErrors.BodyTooLarge(maximumBytes);
        }

        while (true)
        {
            var result = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            var buffer = result.Buffer;
            if (buffer.Length > maximumBytes)
            {
                request.BodyReader.AdvanceTo(buffer.End);
                return RequestErrors.BodyTooLarge(maximumBytes);
            }

            if (result.IsCompleted)
            {
                ReadOnlyMemory<byte> body = buffer.ToArray();
                request.BodyReader.AdvanceTo(buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
