namespace FinancialFirewall.Storage.Facts;

/// <summary>Says of an account that it surely has no record in a chunk, or may have: a bit for each of 32,768 groups of hashes. One adds while others ask.</summary>
internal sealed class AccountBits
{
    private const int WordCount = 512;
    private const int GroupBits = 15;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong[] words = new ulong[WordCount];

    public void Add(ulong account)
    {
        var group = GroupOf(account);
        words[group >> 6] |= 1UL << (group & 63);
    }

    public bool MayContain(ulong account)
    {
        var group = GroupOf(account);
        return (Volatile.Read(ref words[group >> 6]) & (1UL << (group & 63))) != 0;
    }

    private static int GroupOf(ulong account) => (int)((account * Spread) >> (64 - GroupBits));
}
