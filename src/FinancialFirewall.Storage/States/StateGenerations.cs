using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.States;

/// <summary>
/// The directories of the states' logs: <c>0000000001</c> and on, of which the highest counts. A new one is written as <c>….tmp</c> and renamed when it is
/// complete, so that there is always exactly one whole generation, however a compaction ends.
/// </summary>
internal sealed class StateGenerations(CommitLogSetup setup)
{
    private const string Unfinished = ".tmp";

    /// <summary>Opens the current generation and clears away what a compaction left.</summary>
    public async ValueTask<Result<StateGeneration>> OpenAsync(CancellationToken cancellationToken)
    {
        var current = 0u;
        foreach (var entry in await setup.Disk.ListAsync(setup.Directory))
        {
            current = Math.Max(current, Parse(entry) ?? 0);
        }

        await ClearAsync(current);
        if (current == 0)
        {
            current = 1;
            await setup.Disk.CreateDirectoryAsync(PathOf(current));
            await setup.Disk.SyncDirectoryAsync(setup.Directory);
        }

        return await OpenAsync(current, cancellationToken);
    }

    public async ValueTask<Result<StateGeneration>> OpenAsync(uint number, CancellationToken cancellationToken)
    {
        var log = await CommitLog.OpenAsync(setup with { Directory = PathOf(number) }, cancellationToken);
        return log.IsSuccess ? new StateGeneration(number, PathOf(number), log.Value) : Result.Failure<StateGeneration>(log.Errors);
    }

    /// <summary>An empty log that becomes a generation by <see cref="FinishAsync"/>.</summary>
    public async ValueTask<Result<CommitLog>> BeginAsync(uint number)
    {
        var path = PathOf(number) + Unfinished;
        await setup.Disk.DeleteAsync(path);
        await setup.Disk.CreateDirectoryAsync(path);
        return await CommitLog.OpenAsync(setup with { Directory = path });
    }

    /// <summary>Makes the closed log of <see cref="BeginAsync"/> the current generation, durably.</summary>
    public async ValueTask FinishAsync(uint number)
    {
        await setup.Disk.SyncDirectoryAsync(PathOf(number) + Unfinished);
        await setup.Disk.RenameAsync(PathOf(number) + Unfinished, PathOf(number));
        await setup.Disk.SyncDirectoryAsync(setup.Directory);
    }

    /// <summary>Gives up what <see cref="BeginAsync"/> began.</summary>
    public ValueTask AbandonAsync(uint number) => setup.Disk.DeleteAsync(PathOf(number) + Unfinished);

    public ValueTask DeleteAsync(uint number) => setup.Disk.DeleteAsync(PathOf(number));

    /// <summary>The number of a generation's directory; <see langword="null"/> for anything else.</summary>
    public static uint? Parse(DiskEntry entry)
        => entry.IsDirectory && entry.Name.Length == 10 && uint.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private async ValueTask ClearAsync(uint current)
    {
        foreach (var entry in await setup.Disk.ListAsync(setup.Directory))
        {
            var isOld = Parse(entry) is { } number && number < current;
            if (entry.IsDirectory && (isOld || entry.Name.EndsWith(Unfinished, StringComparison.Ordinal)))
            {
                await setup.Disk.DeleteAsync($"{setup.Directory}/{entry.Name}");
            }
        }
    }

    private string PathOf(uint number) => $"{setup.Directory}/{number.ToString("D10", CultureInfo.InvariantCulture)}";
}
