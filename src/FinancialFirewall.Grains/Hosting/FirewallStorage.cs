using System.Buffers.Binary;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>Opens a data directory for assessments.</summary>
public static class FirewallStorage
{
    /// <summary>Locks, creates where needed, and recovers a data directory.</summary>
    /// <param name="disk">The directory.</param>
    /// <param name="masterKey">Where the key is kept that opens it.</param>
    /// <param name="scheduler">Where its writing runs.</param>
    /// <param name="time">Stamps what is written.</param>
    /// <param name="secrets">Gives keys, nonces and the random numbers in file headers.</param>
    /// <param name="log">The sizes of the journal and of the states' log; the usual ones where null.</param>
    /// <param name="cancellationToken">Ends the recovery early.</param>
    /// <inheritdoc cref="DataDirectory.OpenAsync"/>
    public static ValueTask<Result<DataDirectory>> OpenAsync(
        IDisk disk,
        IMasterKeySource masterKey,
        TaskScheduler scheduler,
        TimeProvider time,
        ISecretSource secrets,
        CommitLogOptions? log = null,
        CancellationToken cancellationToken = default)
        => DataDirectory.OpenAsync(SetUp(disk, masterKey, scheduler, time, secrets, log), cancellationToken);

    /// <summary>The same as a process of the firewall is set up: it leads, follows, or is alone.</summary>
    internal static ValueTask<Result<DataDirectory>> OpenAsync(
        FirewallOptions options, TimeProvider time, ISecretSource secrets, CancellationToken cancellationToken)
    {
        var setup = SetUp(options.Disk, options.MasterKey, options.Scheduler, time, secrets, null) with { IsFollower = options.IsFollower };
        return options.Leader is { } leader ? leader.OpenAsync(setup, cancellationToken) : DataDirectory.OpenAsync(setup, cancellationToken);
    }

    private static DataDirectorySetup SetUp(
        IDisk disk, IMasterKeySource masterKey, TaskScheduler scheduler, TimeProvider time, ISecretSource secrets, CommitLogOptions? log)
        => new(disk, masterKey, scheduler, time, () => NextRandom(secrets), new AssessmentFactReader()) { Log = log ?? new() };

    private static ulong NextRandom(ISecretSource secrets)
    {
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        secrets.Fill(number);
        return BinaryPrimitives.ReadUInt64LittleEndian(number);
    }
}
