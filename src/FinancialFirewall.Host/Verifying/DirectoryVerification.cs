using System.Globalization;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Host.Verifying;

/// <summary>Reads a whole data directory and reports what is there.</summary>
internal static class DirectoryVerification
{
    /// <summary>Verifies the directory and prints the report.</summary>
    public static async Task<ExitCode> RunAsync(string path, IMasterKeySource masterKey, CancellationToken interrupted)
    {
        if (!Directory.Exists(path))
        {
            throw new CommandFailedException(ExitCode.Usage, $"There is no directory '{path}'.");
        }

        using var disk = new FileSystemDisk(path);
        return Conclude(path, await new DataDirectoryVerifier(disk, masterKey).VerifyAsync(new VerificationBar(Console.Error), interrupted));
    }

    /// <summary>Prints a report and says how the command ends.</summary>
    public static ExitCode Conclude(string path, VerificationReport report)
    {
        Write(Console.Out, path, report);
        return (report.IsSound, report.KeyProblem) switch
        {
            (false, _) => ExitCode.StorageDamaged,
            (_, not null) => ExitCode.MasterKeyRefused,
            _ => ExitCode.Done,
        };
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

        foreach (var segment in report.Segments)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {segment.File}: {segment.Bytes:N0} bytes, {segment.Records:N0} records"));
        }

        var tenants = report.Partitions.Where(IsAssessments).Select(partition => partition.Tenant).Concat(report.Segments.Select(segment => segment.Tenant));
        foreach (var tenant in tenants.DistinctBy(tenant => tenant.Name, StringComparer.Ordinal).OrderBy(tenant => tenant.Name, StringComparer.Ordinal))
        {
            output.WriteLine(Describe(tenant, report));
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

        if (report.KeyProblem is { } problem)
        {
            output.WriteLine($"  NOT OPENED: {problem.Message} So only checksums were proved; that every byte is what was sealed, and that nothing was exchanged, was not.");
        }

        output.WriteLine((report.IsSound, report.KeyProblem) switch
        {
            (false, _) => $"{report.Damages.Count} damage(s).",
            (_, not null) => "All checksums are right.",
            _ => "Everything is whole.",
        });
    }

    /// <summary>A tenant's records, wherever they are; those in segments count where the keys could open them.</summary>
    private static string Describe(TenantId tenant, VerificationReport report)
    {
        var log = report.Partitions.Where(partition => IsAssessments(partition) && partition.Tenant == tenant).ToList();
        var segments = report.Segments.Where(segment => segment.Tenant == tenant).Sum(segment => segment.Records);
        var all = string.Create(CultureInfo.InvariantCulture, $"  tenant {tenant.Name}: {log.Sum(partition => partition.Records) + segments:N0} records");
        var moved = segments == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {segments:N0} of them in segments, the others");
        return log.Count == 0
            ? $"{all}, all of them in segments"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{all}{moved} in {log.Count:N0} partitions, written {log.Min(partition => partition.FirstWritten)} to {log.Max(partition => partition.LastWritten)}");
    }

    private static bool IsAssessments(PartitionReport partition)
        => partition.Log is DataDirectory.JournalName && partition.Partition < AssessmentId.Partitions;
}
