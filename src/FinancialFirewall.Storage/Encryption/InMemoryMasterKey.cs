using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>A master key that is kept nowhere: what it wraps can be read while the process lives. For directories that are thrown away with it.</summary>
public sealed class InMemoryMasterKey : IMasterKeySource, IDisposable
{
    private readonly AesKey key;

    /// <summary>Takes a copy of 32 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is another.</exception>
    public InMemoryMasterKey(ReadOnlySpan<byte> bytes) => key = AesKey.CopyOf(bytes);

    /// <inheritdoc/>
    public string Description => "the memory of this process";

    /// <inheritdoc/>
    public ValueTask<Result<MasterKeySet>> LoadAsync(bool isNewDirectory, CancellationToken cancellationToken = default)
        => new(Result.Success(new MasterKeySet(new MasterKey(key.Bytes))));

    /// <summary>Zeroes the key.</summary>
    public void Dispose() => key.Dispose();
}
