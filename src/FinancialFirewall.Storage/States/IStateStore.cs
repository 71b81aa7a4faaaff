using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.States;

/// <summary>Small states under keys, each with an ETag. A write or deletion is durable when its task completes, and is seen by nobody before.</summary>
public interface IStateStore
{
    /// <summary>Reads a state; <see langword="null"/> where there is none.</summary>
    /// <exception cref="ObjectDisposedException">The store is closed, so that nobody can tell whether there is one.</exception>
    ValueTask<StateValue?> ReadAsync(StateKey key, CancellationToken cancellationToken = default);

    /// <summary>Writes a state whose ETag is <paramref name="expectedETag"/>; <see langword="null"/> where there must be none yet.</summary>
    /// <returns>The new ETag, or a refusal: <c>STATE_TOO_LARGE</c>, <c>ETAG_MISMATCH</c>, and those of reserving room in the journal.</returns>
    ValueTask<Result<long>> WriteAsync(
        StateKey key, ReadOnlyMemory<byte> bytes, long? expectedETag, CancellationToken cancellationToken = default);

    /// <summary>Writes or deletes several states of one tenant in one commit: all of them or, where any of their ETags is another one, none.</summary>
    /// <param name="writes">The states, each once, all of the same tenant.</param>
    /// <param name="cancellationToken">Asked before anything begins.</param>
    /// <returns>The new ETags, in the order of the states; or a refusal as for <see cref="WriteAsync"/>, whose <c>Member</c> names the state at fault.</returns>
    ValueTask<Result<IReadOnlyList<long>>> WriteAllAsync(IReadOnlyList<StateWrite> writes, CancellationToken cancellationToken = default);

    /// <summary>Deletes a state whose ETag is <paramref name="expectedETag"/>; where that is <see langword="null"/> there must be none, and nothing happens.</summary>
    /// <returns>The ETag of the deletion, which no state ever has (0 where nothing happened), or a refusal as for <see cref="WriteAsync"/>.</returns>
    ValueTask<Result<long>> DeleteAsync(StateKey key, long? expectedETag, CancellationToken cancellationToken = default);

    /// <summary>The keys of a tenant's states of one name that begin with <paramref name="keyPrefix"/>, in ordinal order.</summary>
    IReadOnlyList<StateKey> List(TenantId tenant, string name, string keyPrefix = "");

    /// <summary>The tenants that have states, in ordinal order.</summary>
    IReadOnlyList<TenantId> GetTenants();
}
