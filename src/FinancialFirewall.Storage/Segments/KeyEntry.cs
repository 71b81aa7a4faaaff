using System.Runtime.InteropServices;
using FinancialFirewall.Storage.References;

namespace FinancialFirewall.Storage.Segments;

/// <summary>A record under the fingerprint of its reference or account. Entries are ordered by fingerprint, then from the newest address to the oldest.</summary>
/// <param name="Fingerprint">The upper 40 bits of the hash.</param>
/// <param name="Address">The partition in the upper 16 bits and the sequence in the rest.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyEntry(ulong Fingerprint, ulong Address) : IComparable<KeyEntry>
{
    /// <summary>The bits of a fingerprint.</summary>
    public const int FingerprintBits = 40;

    private const int SequenceBits = 48;

    public RecordAddress Record => new((int)(Address >> SequenceBits), (long)(Address & ((1UL << SequenceBits) - 1)));

    public static KeyEntry Of(ulong hash, int partition, long sequence) => new(FingerprintOf(hash), AddressOf(partition, sequence));

    public static ulong FingerprintOf(ulong hash) => hash >> (64 - FingerprintBits);

    public static ulong AddressOf(int partition, long sequence) => ((ulong)partition << SequenceBits) | (ulong)sequence;

    public int CompareTo(KeyEntry other)
        => Fingerprint != other.Fingerprint ? Fingerprint.CompareTo(other.Fingerprint) : other.Address.CompareTo(Address);

    public static bool operator <(KeyEntry left, KeyEntry right) => left.CompareTo(right) < 0;

    public static bool operator >(KeyEntry left, KeyEntry right) => left.CompareTo(right) > 0;

    public static bool operator <=(KeyEntry left, KeyEntry right) => left.CompareTo(right) <= 0;

    public static bool operator >=(KeyEntry left, KeyEntry right) => left.CompareTo(right) >= 0;
}
