using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Lists;

/// <summary>Changes a tenant's lists. A change that was answered holds for the very next payment. Key: the tenant.</summary>
[Alias("ff.IListGrain")]
public interface IListGrain : IGrainWithStringKey
{
    /// <summary>Creates a list, or changes what a list does.</summary>
    /// <returns>Whether it is new; or <c>LIST_EXISTS</c>, <c>LIST_CHANGED</c>, <c>LIST_MEMBER_FIXED</c>, or what is wrong with publishing it.</returns>
    [Alias("Save")]
    Task<Result<bool>> Save(ListDraft draft);

    /// <summary>Deletes a list with all its entries.</summary>
    /// <param name="name">The list.</param>
    /// <param name="tag">As <see cref="ListDraft.Tag"/>.</param>
    /// <returns>True; or <c>LIST_UNKNOWN</c>, <c>LIST_CHANGED</c>, <c>LIST_IN_USE</c>, or what is wrong with publishing it.</returns>
    [Alias("Delete")]
    Task<Result<bool>> Delete(string name, string? tag);

    /// <summary>Adds, replaces and removes entries, all of them or none.</summary>
    /// <returns>What it did; or <c>LIST_UNKNOWN</c>, <c>LIST_CHANGED</c>, <c>LIST_FULL</c>, or what is wrong with publishing it.</returns>
    [Alias("Change")]
    Task<Result<ListChangeCounts>> Change(ListCommand command);

    /// <summary>Begins an import, which changes nothing until it is finished.</summary>
    /// <returns>How it stands; or <c>LIST_UNKNOWN</c>, <c>LIST_IMPORT_EXISTS</c>, <c>LIST_IMPORTS_TOO_MANY</c>.</returns>
    [Alias("BeginImport")]
    Task<Result<ListImportState>> BeginImport(ListImportRequest request);

    /// <summary>Adds a block to an import.</summary>
    /// <param name="id">The import.</param>
    /// <param name="block">The block (<see cref="ListBlock"/>).</param>
    /// <param name="progress">What was read so far.</param>
    /// <returns>How it stands; or <c>LIST_IMPORT_UNKNOWN</c>, <c>LIST_IMPORT_ENDED</c>, <c>LIST_FULL</c>, or that the disk has no room.</returns>
    [Alias("AddToImport")]
    Task<Result<ListImportState>> AddToImport(string id, ReadOnlyMemory<byte> block, ListImportProgress progress);

    /// <summary>Puts an import in force, all of it; one that only tries (<c>dryRun</c>) is counted.</summary>
    /// <returns>How it ended; or as <see cref="AddToImport"/>, or what is wrong with publishing it.</returns>
    [Alias("FinishImport")]
    Task<Result<ListImportState>> FinishImport(string id, ListImportProgress progress);

    /// <summary>Ends an import that changes nothing.</summary>
    /// <param name="id">The import.</param>
    /// <param name="status">Why.</param>
    /// <param name="progress">What was read; null where that is not known.</param>
    /// <returns>How it stands; one that has ended stays as it is.</returns>
    [AlwaysInterleave, Alias("EndImport")]
    Task<Result<ListImportState>> EndImport(string id, ListImportStatus status, ListImportProgress? progress);

    /// <summary>The imports of this process, the newest first.</summary>
    [AlwaysInterleave, Alias("Imports")]
    Task<IReadOnlyList<ListImportState>> Imports();
}
