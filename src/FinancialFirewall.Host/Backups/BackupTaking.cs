using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Host.Backups;

/// <summary>Takes a backup.</summary>
internal static class BackupTaking
{
    private const string StandardOutput = "-";
    private const string FileSuffix = ".tar";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Takes it and reports on standard output, or on standard error where that is the backup.</summary>
    public static async Task<ExitCode> RunAsync(BackupRequest request, CancellationToken interrupted)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var source = new FileSystemDisk(request.DataDirectory);
        var options = new BackupOptions
        {
            Pace = new BackupPace(request.BytesPerSecond, TimeProvider.System).WaitAsync,
            Progress = new BackupBar(Console.Error),
            Keep = request.Keep,
        };
        var written = await RunningDirectory.WithCutAsync(source, cut => WriteAsync(source, cut, request, options, interrupted), interrupted);
        if (!written.IsSuccess)
        {
            throw CommandFailedException.Because(StorageExitCode.Of(written.Errors[0]), written.Errors);
        }

        Report(request.Target is StandardOutput ? Console.Error : Console.Out, request, written.Value, TimeProvider.System.GetElapsedTime(began));
        return ExitCode.Done;
    }

    private static async Task<Result<BackupReport>> WriteAsync(
        FileSystemDisk source, DirectoryCut cut, BackupRequest request, BackupOptions options, CancellationToken interrupted)
    {
        if (request.Target is StandardOutput)
        {
            await using var output = Console.OpenStandardOutput();
            return await new BackupStream(source, cut, options).WriteAsync(output, interrupted);
        }

        if (request.Target.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase))
        {
            return await WriteFileAsync(new BackupStream(source, cut, options), Path.GetFullPath(request.Target), interrupted);
        }

        using var target = new FileSystemDisk(request.Target);
        return await new BackupWriter(source, cut, target, options).WriteAsync(interrupted);
    }

    /// <summary>Writes the file whole or not at all: an earlier one of the name stays until the new one is complete.</summary>
    private static async Task<Result<BackupReport>> WriteFileAsync(BackupStream backup, string path, CancellationToken interrupted)
    {
        var unfinished = path + ".tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using (var file = new FileStream(unfinished, options))
        {
            var written = await backup.WriteAsync(file, interrupted);
            file.Flush(flushToDisk: true);
            if (!written.IsSuccess)
            {
                return written;
            }

            await file.DisposeAsync();
            File.Move(unfinished, path, overwrite: true);
            return written;
        }
    }

    private static void Report(TextWriter output, BackupRequest request, BackupReport report, TimeSpan took)
    {
        var point = report.Point;
        var rate = report.CopiedBytes / Math.Max(0.001, took.TotalSeconds) / 1024 / 1024;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Point {point.Number} of {point.Cut.TakenAt}: everything up to commit {point.Cut.Commit:N0}, {point.Bytes:N0} bytes, {report.CopiedBytes:N0} of them copied in {took.TotalSeconds:0.0} s ({rate:0} MiB/s)."));
        if (report.RemovedPoints > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.RemovedPoints:N0} older point(s) were removed."));
        }

        output.WriteLine($"It is encrypted: master key {point.MasterKeyId} opens it, which is not part of it. Keep a copy of that key elsewhere.");
        if (request.Target is not StandardOutput)
        {
            output.WriteLine($"Prove it now and then: firewall verify {ShellText.Quote(request.Target)}");
        }
    }
}
