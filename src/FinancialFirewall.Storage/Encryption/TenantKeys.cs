using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>The keys of one tenant in memory, with a cipher for each key and purpose that was asked for. Safe for many callers.</summary>
internal sealed class TenantKeys(TenantId tenant) : IDisposable
{
    private const int Purposes = (int)KeyPurpose.Persons + 1;

    private readonly Lock access = new();

    // Replaced as a whole, so that finding needs no lock.
    private volatile Entry[] entries = [];

    /// <summary>The keys as they stand in the tenant's file.</summary>
    public KeyFile File { get; private set; } = new(tenant, "", []);

    public bool IsEmpty => entries.Length == 0;

    public TenantCipher Current(KeyPurpose purpose) => Cipher(entries[^1], purpose);

    public TenantCipher? Find(uint number, KeyPurpose purpose)
    {
        foreach (var entry in entries)
        {
            if (entry.Number == number)
            {
                return Cipher(entry, purpose);
            }
        }

        return null;
    }

    /// <summary>The key of a number, to wrap it anew.</summary>
    public AesKey Key(uint number) => entries.Single(entry => entry.Number == number).Key;

    /// <summary>Takes over what is now on disk, with the keys that are not known yet.</summary>
    public void Set(KeyFile file, params ReadOnlySpan<(uint Number, AesKey Key)> added)
    {
        lock (access)
        {
            var all = new List<Entry>(entries);
            foreach (var (number, key) in added)
            {
                all.Add(new Entry(number, key));
            }

            File = file;
            entries = [.. all];
        }
    }

    /// <summary>Takes over the file of other keys of the same tenant, with those that are not known yet.</summary>
    /// <returns>How many were added.</returns>
    public int Adopt(TenantKeys other)
    {
        var known = entries.Select(entry => entry.Number).ToHashSet();
        var added = other.entries.Where(entry => !known.Contains(entry.Number)).Select(entry => (entry.Number, AesKey.CopyOf(entry.Key.Bytes))).ToArray();
        Set(other.File, added);
        return added.Length;
    }

    public void Dispose()
    {
        lock (access)
        {
            foreach (var entry in entries)
            {
                entry.Key.Dispose();
                foreach (var cipher in entry.Ciphers)
                {
                    cipher?.Dispose();
                }
            }

            entries = [];
        }
    }

    private TenantCipher Cipher(Entry entry, KeyPurpose purpose) => Volatile.Read(ref entry.Ciphers[(int)purpose]) ?? Derive(entry, purpose);

    private TenantCipher Derive(Entry entry, KeyPurpose purpose)
    {
        lock (access)
        {
            return entry.Ciphers[(int)purpose] ??= new TenantCipher(tenant, entry.Number, purpose, entry.Key.Derive(Label(purpose)));
        }
    }

    private static ReadOnlySpan<byte> Label(KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Journal => "Financial Firewall journal"u8,
        KeyPurpose.States => "Financial Firewall states"u8,
        KeyPurpose.Snapshots => "Financial Firewall snapshots"u8,
        KeyPurpose.Segments => "Financial Firewall segments"u8,
        KeyPurpose.Persons => "Financial Firewall persons"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "A purpose of keys is expected."),
    };

    private sealed class Entry(uint number, AesKey key)
    {
        public uint Number => number;

        public AesKey Key => key;

        public TenantCipher?[] Ciphers { get; } = new TenantCipher?[Purposes];
    }
}
