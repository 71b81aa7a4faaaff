namespace FinancialFirewall.Host.Backups;

/// <summary>Lets so many bytes a second through.</summary>
/// <param name="bytesPerSecond">How many; 0 for as many as there are.</param>
/// <param name="time">Measures the seconds.</param>
internal sealed class BackupPace(long bytesPerSecond, TimeProvider time)
{
    private readonly long began = time.GetTimestamp();
    private long bytes;

    /// <summary>Completes when so many bytes more may be copied.</summary>
    public async ValueTask WaitAsync(int count, CancellationToken cancellationToken)
    {
        var due = bytesPerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)bytes / bytesPerSecond);
        bytes += count;
        var ahead = due - time.GetElapsedTime(began);
        if (ahead > TimeSpan.FromMilliseconds(1))
        {
            await Task.Delay(ahead, time, cancellationToken);
        }
    }
}
