using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Directories;

/// <summary>A cut through a data directory that is in use. Its files stay readable until this is disposed; what is deleted meanwhile is deleted then.</summary>
public sealed class DirectoryHold : IAsyncDisposable
{
    private readonly DiskHold files;

    internal DirectoryHold(DirectoryCut cut, DiskHold files) => (Cut, this.files) = (cut, files);

    /// <summary>What is held.</summary>
    public DirectoryCut Cut { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => files.DisposeAsync();
}
