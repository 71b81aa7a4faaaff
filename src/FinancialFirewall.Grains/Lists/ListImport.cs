using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Tenants;

namespace FinancialFirewall.Grains.Lists;

/// <summary>An import under way: takes entry after entry, and sends them on in blocks.</summary>
public sealed class ListImport
{
    /// <summary>How long a block becomes, in bytes, before it is sent on.</summary>
    private const int BlockLength = 512 * 1024;

    private readonly IListGrain grain;
    private readonly TenantId tenant;
    private readonly ListBlockWriter writer;

    internal ListImport(IListGrain grain, TenantId tenant, ListImportState begun, ListBlockWriter writer)
    {
        (this.grain, this.tenant, this.writer) = (grain, tenant, writer);
        Begun = begun;
    }

    /// <summary>How it stood when it began.</summary>
    public ListImportState Begun { get; }

    /// <summary>Whether what was taken should be sent on (<see cref="FlushAsync"/>) before more is.</summary>
    public bool IsFull => writer.Length >= BlockLength;

    /// <summary>Takes an entry.</summary>
    /// <returns>Nothing, or what is wrong with it.</returns>
    public Error? Add(ListEntry entry) => writer.Add(entry);

    /// <summary>Sends on what was taken.</summary>
    /// <returns>How the import stands; or as <see cref="IListGrain.AddToImport"/>.</returns>
    public Task<Result<ListImportState>> FlushAsync(ListImportProgress progress) => Grain().AddToImport(Begun.Id, writer.Close().Bytes, progress);

    /// <summary>Puts it in force.</summary>
    /// <returns>How it ended; or as <see cref="IListGrain.FinishImport"/>.</returns>
    public async Task<Result<ListImportState>> FinishAsync(ListImportProgress progress)
    {
        if (writer.Count > 0 && await FlushAsync(progress) is { IsSuccess: false } refused)
        {
            return refused;
        }

        return await Grain().FinishImport(Begun.Id, progress);
    }

    /// <summary>Ends it without changing anything; one that has ended stays as it is.</summary>
    public Task<Result<ListImportState>> EndAsync(ListImportStatus status, ListImportProgress progress) => Grain().EndImport(Begun.Id, status, progress);

    /// <summary>The tenant is entered anew for each call: between two of them the caller goes its own ways.</summary>
    private IListGrain Grain()
    {
        TenantScope.Enter(tenant);
        return grain;
    }
}
