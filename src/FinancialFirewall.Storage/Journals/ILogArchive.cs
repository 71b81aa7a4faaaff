using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Journals;

/// <summary>Where records are once their log file is gone.</summary>
internal interface ILogArchive
{
    /// <summary>Where the last log file ended that is archived as a whole; unset where there is none.</summary>
    LogChain End { get; }

    /// <summary>The partitions that have archived records, or had some that were removed.</summary>
    IReadOnlyCollection<ArchivedPartition> GetPartitions();

    /// <summary>Loads the run that holds an archived record into <paramref name="batch"/>, from that record on.</summary>
    /// <returns>Whether the record is archived.</returns>
    /// <exception cref="Damages.StorageDamageException">What is read is not what was written.</exception>
    ValueTask<bool> LoadAsync(JournalBatch batch, TenantId tenant, int partition, long fromSequence);
}
