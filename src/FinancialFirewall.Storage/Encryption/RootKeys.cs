using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>The directory's own keys, which wrap those of the tenants; more than one only while the tenants' keys move to the newest.</summary>
internal sealed class RootKeys : IDisposable
{
    private readonly List<(uint Number, Instant Created, AesKey Key)> keys = [];

    /// <summary>The number of the newest key.</summary>
    public uint Newest => keys[^1].Number;

    /// <summary>The newest key.</summary>
    public AesKey NewestKey => keys[^1].Key;

    public bool HasOldOnes => keys.Count > 1;

    public AesKey? Find(uint number) => keys.Find(key => key.Number == number).Key;

    public void Add(uint number, Instant created, AesKey key) => keys.Add((number, created, key));

    /// <summary>Forgets all but the newest.</summary>
    public void DropOld()
    {
        foreach (var (_, _, key) in keys[..^1])
        {
            key.Dispose();
        }

        keys.RemoveRange(0, keys.Count - 1);
    }

    /// <summary>The keys as a file, the newest or all of them, wrapped by a master key.</summary>
    public KeyFile ToFile(MasterKey master, bool newestOnly, Func<ulong> nextRandom)
    {
        var wrapped = new List<WrappedKey>();
        foreach (var (number, created, key) in newestOnly ? keys[^1..] : keys)
        {
            wrapped.Add(WrappedKey.Wrap(null, new WrappedKey(number, 0, created, default), key, master.Key, nextRandom));
        }

        return new KeyFile(null, master.Id, wrapped);
    }

    public void Dispose()
    {
        foreach (var (_, _, key) in keys)
        {
            key.Dispose();
        }

        keys.Clear();
    }
}
