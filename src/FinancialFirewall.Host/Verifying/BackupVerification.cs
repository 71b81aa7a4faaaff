using System.Globalization;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Verifying;

/// <summary>Proves a backup without restoring it.</summary>
internal static class BackupVerification
{
    /// <summary>Lists the points, proves one of them, and prints the report.</summary>
    public static async Task<ExitCode> RunAsync(string path, int? number, IMasterKeySource masterKey, CancellationToken interrupted)
    {
        using var source = await BackupSource.OpenAsync(path);
        foreach (var known in source.Backup.Points)
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  point {known.Number}: {known.Cut.TakenAt}, commit {known.Cut.Commit:N0}, {known.Bytes:N0} bytes, master key {known.MasterKeyId}"));
        }

        var point = source.Backup.Find(number);
        if (!point.IsSuccess)
        {
            throw CommandFailedException.Because(source.Backup.Damages.Count > 0 ? ExitCode.StorageDamaged : ExitCode.InputRefused, point.Errors);
        }

        var report = await source.Backup.VerifyAsync(point.Value, masterKey, new VerificationBar(Console.Error), interrupted);
        return DirectoryVerification.Conclude(string.Create(CultureInfo.InvariantCulture, $"{path}, point {point.Value.Number}"), report);
    }
}
