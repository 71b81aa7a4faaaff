namespace FinancialFirewall.Storage.Facts;

/// <summary>
/// The facts of up to <see cref="FactChunk.Capacity"/> records of one tenant in one log file, in the order of their commits: 35 bytes each. It only grows;
/// a reader looks at as many as there were when it asked.
/// </summary>
/// <param name="file">The number of the log file.</param>
/// <param name="profiles">Those of the records, which it shares with other chunks of the file.</param>
/// <param name="capacity">For how many records there is room at first.</param>
internal sealed class TailChunk(uint file, ProfileTable profiles, int capacity)
{
    /// <summary>For how many records there is room at first where nothing says that many come.</summary>
    public const int FirstCapacity = 64;

    // Fewer are looked through faster than anything that says that they need not be.
    private const int FewRecords = 256;

    private AccountBits? accountBits;
    private FactKey[] keys = new FactKey[capacity];
    private ulong[] accounts = new ulong[capacity];
    private ushort[] profileOf = new ushort[capacity];

    /// <summary>The number of the log file.</summary>
    public uint File => file;

    public ProfileTable Profiles => profiles;

    public int Count { get; private set; }

    /// <summary>The latest key.</summary>
    public FactKey Last { get; private set; }

    /// <summary>The earliest time, in microseconds.</summary>
    public long FirstAt { get; private set; } = long.MaxValue;

    public bool IsFull => Count == FactChunk.Capacity || profiles.Count > ushort.MaxValue - 1;

    public void Add(in FactKey key, ulong account, in RecordProfile profile)
    {
        if (Count == keys.Length)
        {
            Array.Resize(ref keys, 2 * Count);
            Array.Resize(ref accounts, 2 * Count);
            Array.Resize(ref profileOf, 2 * Count);
        }

        (keys[Count], accounts[Count], profileOf[Count]) = (key, account, (ushort)profiles.NumberOf(profile));
        accountBits?.Add(account);
        Last = Count == 0 || key > Last ? key : Last;
        FirstAt = Math.Min(FirstAt, key.At);
        if (++Count == FewRecords)
        {
            var bits = new AccountBits();
            foreach (var known in accounts.AsSpan(0, Count))
            {
                bits.Add(known);
            }

            accountBits = bits;
        }
    }

    /// <summary>What is there now, for a reader who may look at it while more is added.</summary>
    public TailView View() => new(file, keys, accounts, accountBits, profileOf, Count, profiles.ToArray(), Last, FirstAt);
}
