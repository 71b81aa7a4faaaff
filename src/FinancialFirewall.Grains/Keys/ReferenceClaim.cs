using System.Runtime.InteropServices;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>What became of a reference that was claimed or looked for.</summary>
/// <param name="State">What is known.</param>
/// <param name="Partition">The partition that has it or is deciding it, unless it was free.</param>
/// <param name="Sequence">Its sequence there, once it is committed; -1 before.</param>
/// <param name="Record">The committed record, where it was read to be sure; empty where it was not.</param>
[StructLayout(LayoutKind.Auto), GenerateSerializer, Immutable, Alias("ff.ReferenceClaim")]
public readonly record struct ReferenceClaim(
    [property: Id(0)] ReferenceState State, [property: Id(1)] int Partition, [property: Id(2)] long Sequence, [property: Id(3)] ReadOnlyMemory<byte> Record = default)
{
    /// <summary>Nobody had it: it is now claimed, or, when it was only looked for, still nobody's.</summary>
    public static ReferenceClaim Free => new(ReferenceState.Free, 0, -1);
}
