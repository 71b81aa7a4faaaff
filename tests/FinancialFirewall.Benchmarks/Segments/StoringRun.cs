using System.Diagnostics;
using System.Globalization;
using FinancialFirewall.Benchmarks.Load;
using FinancialFirewall.Benchmarks.Processes;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Benchmarks.Segments;

/// <summary>
/// What it costs to keep a record once it is decided: appending it to the log, moving it into a segment, merging and packing segments, and opening what is
/// there. One step at a time and nothing beside it, so that the processor time of the process is that of the step.
/// </summary>
internal sealed class StoringRun(StoringOptions options, TextWriter output, TemporaryFolder folder)
{
    private const int Never = 1_000_000;
    private const int Group = 4_096;
    private const int RecordsOfFile = 900_000;

    /// <summary>Runs, and prints a line for each step.</summary>
    public static async Task RunAsync(StoringOptions options, TextWriter output)
    {
        using var folder = new TemporaryFolder(options.Directory);
        using var disk = new FileSystemDisk(folder.PathOf("data"));
        await new StoringRun(options, output, folder).RunAsync(disk);
    }

    private async Task RunAsync(FileSystemDisk disk)
    {
        await StoreAsync(disk);
        await WithJournalAsync(disk, Never, "open log", static _ => Task.CompletedTask);
        await WithJournalAsync(disk, Never, "open log", journal => MeasureAsync("move", () => WorkAsync(journal)));
        await WithJournalAsync(disk, 2, "open segments", journal => MeasureAsync("merge", () => WorkAsync(journal)));
        await WithJournalAsync(disk, Never, "open merged", static _ => Task.CompletedTask);
    }

    private static async Task WorkAsync(ArchivedJournal journal)
    {
        journal.Start();
        await journal.Worker.Idle;
        if (journal.Worker.Failure is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Each opening of a journal begins a file, so that there are several.</summary>
    private async Task StoreAsync(FileSystemDisk disk)
    {
        var lines = new PaymentLines(Group, options.Accounts);
        var source = new RecordSource();
        for (var (round, left) = (0, options.Records); left > 0;)
        {
            await WithJournalAsync(disk, Never, name: null, async journal =>
            {
                source.Open(journal.Log);
                for (var end = left - RecordsOfFile; left > Math.Max(0, end); left -= lines.Count)
                {
                    lines.FillAtRandom("kept", round++, Math.Min(left, Group), options.Seed);
                    await source.AppendAsync(lines);
                }
            });
        }

        await output.WriteLineAsync(Text(
            $"{(double)source.RecordBytes / options.Records:F1} bytes a record, {(double)folder.Bytes / options.Records:F1} bytes on disk"));
    }

    private async Task WithJournalAsync(FileSystemDisk disk, int mergeCount, string? name, Func<ArchivedJournal, Task> work)
    {
        var setup = new DataDirectorySetup(
            disk, new InMemoryMasterKey(new byte[MasterKey.Length]), TaskScheduler.Default, TimeProvider.System, NextRandom, new AssessmentFactReader())
        {
            Log = new() { FileBytes = long.MaxValue, MinimumFreeBytes = 0, MaximumWaitingFiles = Never },
            Segments = new() { MergeCount = mergeCount },
        };
        foreach (var directory in (string[])["", DataDirectory.JournalName, DataDirectory.SegmentsName])
        {
            await disk.CreateDirectoryAsync(directory);
        }

        using var keys = (await Keyring.OpenAsync(new KeyringSetup(disk, setup.MasterKey, NextRandom, setup.Time))).Value;
        ArchivedJournal? journal = null;
        async Task OpenAsync() => journal = (await ArchivedJournal.OpenAsync(setup, keys, CancellationToken.None)).Value;
        await (name is null ? OpenAsync() : MeasureAsync(name, OpenAsync));
        await using (journal)
        {
            await work(journal!);
        }
    }

    private async Task MeasureAsync(string name, Func<Task> step)
    {
        using var process = Process.GetCurrentProcess();
        var (began, used, allocated) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        await step();
        process.Refresh();
        var nanoseconds = (process.TotalProcessorTime - used).TotalNanoseconds / options.Records;
        var bytes = (double)(GC.GetTotalAllocatedBytes() - allocated) / options.Records;
        await output.WriteLineAsync(Text(
            $"{name,-20} {nanoseconds,8:N0} ns of processor time a record, {Stopwatch.GetElapsedTime(began).TotalSeconds,6:F2} s, {bytes,6:F0} bytes allocated a record, {(double)folder.Bytes / options.Records,6:F1} bytes on disk, {GC.GetTotalMemory(forceFullCollection: true) >> 20,6:N0} MiB in memory"));
    }

    private static ulong NextRandom() => (ulong)Random.Shared.NextInt64();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
