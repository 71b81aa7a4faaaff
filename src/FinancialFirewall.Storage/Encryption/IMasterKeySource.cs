using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>Where the master key is kept: anywhere but in the data directory.</summary>
public interface IMasterKeySource
{
    /// <summary>The place in words, such as <c>the file '/etc/firewall/master.key'</c>: part of every message about its keys.</summary>
    string Description { get; }

    /// <summary>Reads the keys as they are now; whoever asked disposes them. Refusals name the place and what to do.</summary>
    /// <param name="isNewDirectory">Whether nothing is wrapped yet, so that a source that can make a key may make one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Result<MasterKeySet>> LoadAsync(bool isNewDirectory, CancellationToken cancellationToken = default);
}
