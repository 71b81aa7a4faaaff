using System.Globalization;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Host.Verifying;

/// <summary>Reads a whole data directory and reports what is there.</summary>
internal static class DirectoryVerification
{
    /// <summary>Verifies the directory and prints the report.</summary>
    public static async Task<ExitCode> RunAsync(string path, CancellationToken interrupted)
    {
        if (!Directory.Exists(path))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no directory '{path}'.");
        }

        using var disk = new FileSystemDisk(path);
        var report = await new DataDirectoryVerifier(disk).VerifyAsync(new VerificationBar(Console.Error), interrupted);
        Write(Console.Out, path, report);
        return report.IsSound ? ExitCode.Done : ExitCode.StorageDamaged;
    }

    private static void Write(TextWriter output, string path, VerificationReport report)
    {
        output.WriteLine(report.Manifest is { } manifest ? $"{path}: data directory {manifest.Id}, created {manifest.CreatedAt}" : path);
        if (report.InUseBy is { } owner)
        {
            output.WriteLine($"It is in use by {owner}: its newest commits may look torn.");
        }

        foreach (var file in report.Files)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file.File}: {file.Bytes:N0} bytes, {file.Commits:N0} commits, {file.Frames:N0} frames"));
        }

        foreach (var tenant in report.Partitions.Where(IsAssessments).GroupBy(partition => partition.Tenant.Name, StringComparer.Ordinal))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  tenant {tenant.Key}: {tenant.Sum(partition => partition.Records):N0} records in {tenant.Count():N0} partitions, written {tenant.Min(partition => partition.FirstWritten)} to {tenant.Max(partition => partition.LastWritten)}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {report.Snapshots:N0} snapshots"));
        foreach (var torn in report.TornTails)
        {
            output.WriteLine($"  torn: {torn} The next start cuts it; nobody was answered from it.");
        }

        foreach (var damage in report.Damages)
        {
            output.WriteLine($"  DAMAGED: {damage}");
        }

        output.WriteLine(report.IsSound ? "Everything is whole." : $"{report.Damages.Count} damage(s).");
    }

    private static bool IsAssessments(PartitionReport partition)
        => partition.Log is DataDirectory.JournalName && partition.Partition < AssessmentId.Partitions;
}
