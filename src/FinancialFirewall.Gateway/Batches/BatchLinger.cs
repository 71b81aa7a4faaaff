using System.IO.Pipelines;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>
/// Reads on for a moment behind a batch that was ended early. Closing a connection on a client that is still sending can take from it the answers
/// that are on their way.
/// </summary>
internal static class BatchLinger
{
    /// <summary>Discards what still arrives.</summary>
    /// <returns>Whether the client has ended the request by itself; else the connection has to be closed.</returns>
    public static async Task<bool> ReadOnAsync(PipeReader input, TimeSpan longest, TimeProvider time)
    {
        await using var timer = time.CreateTimer(static state => ((PipeReader)state!).CancelPendingRead(), input, longest, Timeout.InfiniteTimeSpan);
        try
        {
            while (true)
            {
                var result = await input.ReadAsync();
                input.AdvanceTo(result.Buffer.End);
                if (result.IsCompleted || result.IsCanceled)
                {
                    return result.IsCompleted;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }
}
