using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Lists;

/// <summary>An import under way: takes entry after entry, and sends them on in blocks.</summary>
public sealed class ListImport
{
    /// <summary>How long a block becomes, in bytes, before it is sent on.</summary>
    private const int BlockLength = 512 * 1024;

    private readonly Func<IListGrain> enter;
    private readonly ListBlockWriter writer;

    /// <param name="enter">Enters the tenant, anew for each call: between two of them the caller goes its own ways.</param>
    /// <param name="begun">How it stood when it began.</param>
    /// <param name="writer">Takes the entries.</param>
    internal ListImport(Func<IListGrain> enter, ListImportState begun, ListBlockWriter writer)
    {
        (this.enter, this.writer) = (enter, writer);
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
    public Task<Result<ListImportState>> FlushAsync(ListImportProgress progress) => enter().AddToImport(Begun.Id, writer.Close().Bytes, progress);

    /// <summary>Puts it in force.</summary>
    /// <returns>How it ended; or as <see cref="IListGrain.FinishImport"/>.</returns>
    public async Task<Result<ListImportState>> FinishAsync(ListImportProgress progress)
    {
        if (writer.Count > 0 && await FlushAsync(progress) is { IsSuccess: false } refused)
        {
            return refused;
        }

        return await enter().FinishImport(Begun.Id, progress);
    }

    /// <summary>Ends it without changing anything; one that has ended stays as it is.</summary>
    public Task<Result<ListImportState>> EndAsync(ListImportStatus status, ListImportProgress progress) => enter().EndImport(Begun.Id, status, progress);
}
