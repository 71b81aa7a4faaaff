using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Tests.Encryption;

/// <summary>Master keys made of one byte each, the current one first; a test may change them, and may count how often they were asked for.</summary>
internal sealed class TestMasterKeys(params byte[] keys) : IMasterKeySource
{
    public byte[] Keys { get; set; } = keys.Length == 0 ? [1] : keys;

    public int Loads { get; private set; }

    public string Description => "the test";

    public static string IdOf(byte key)
    {
        using var master = Key(key);
        return master.Id;
    }

    public ValueTask<Result<MasterKeySet>> LoadAsync(bool isNewDirectory, CancellationToken cancellationToken = default)
    {
        Loads++;
        return new(Result.Success(new MasterKeySet([.. Keys.Select(Key)])));
    }

    private static MasterKey Key(byte key)
    {
        Span<byte> bytes = stackalloc byte[MasterKey.Length];
        bytes.Fill(key);
        return new MasterKey(bytes);
    }
}
