using System.Globalization;
using System.Security.Cryptography;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Verifying;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Host.Backups;

/// <summary>Brings a backup back.</summary>
internal static class BackupRestoring
{
    private const string StandardInput = "-";

    /// <summary>Restores and reports.</summary>
    public static async Task<ExitCode> RunAsync(RestoreRequest request, CancellationToken interrupted)
    {
        if (request.Source is not StandardInput)
        {
            return await RestoreAsync(Path.GetFullPath(request.Source), request, interrupted);
        }

        var received = Path.TrimEndingDirectorySeparator(request.DataDirectory) + ".restoring.tar";
        try
        {
            await ReceiveAsync(received, interrupted);
            return await RestoreAsync(received, request, interrupted);
        }
        finally
        {
            File.Delete(received);
        }
    }

    private static async Task ReceiveAsync(string path, CancellationToken interrupted)
    {
        await using var input = Console.OpenStandardInput();
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        await input.CopyToAsync(file, interrupted);
    }

    private static async Task<ExitCode> RestoreAsync(string path, RestoreRequest request, CancellationToken interrupted)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var source = await BackupSource.OpenAsync(path);
        using var target = new FileSystemDisk(request.DataDirectory);
        var restore = new BackupRestore(source.Backup, target, new BackupOptions { Progress = new BackupBar(Console.Error) });
        var restored = request.Time is { } time
            ? await restore.RestoreAsync(new RestoreTime(time, request.MasterKey, NextRandom), interrupted)
            : source.Backup.Find(request.Point) is { IsSuccess: true } point
                ? await restore.RestoreAsync(point.Value, interrupted)
                : Result.Failure<RestoreReport>(source.Backup.Find(request.Point).Errors);
        if (!restored.IsSuccess)
        {
            throw CommandFailedException.Because(StorageExitCode.Of(restored.Errors[0]), restored.Errors);
        }

        Report(request, restored.Value, TimeProvider.System.GetElapsedTime(began));
        return ExitCode.Done;
    }

    private static void Report(RestoreRequest request, RestoreReport report, TimeSpan took)
    {
        var point = report.Point;
        var what = request.Time is { } time ? $"what had been answered by {time}" : $"what had been answered by {point.Cut.TakenAt}";
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"'{request.DataDirectory}' holds {what}, out of point {point.Number}: {report.Bytes:N0} bytes in {took.TotalSeconds:0.0} s."));
        if (report.StatesAsOf is { } states)
        {
            Console.Out.WriteLine($"Policies and keys for callers are those of {states}: the backup has no earlier ones.");
        }

        Console.Out.WriteLine($"Master key {point.MasterKeyId} opens it. Start it with: firewall run --data {ShellText.Quote(request.DataDirectory)}");
    }

    private static ulong NextRandom() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
